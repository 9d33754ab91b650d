import { createHash, randomBytes } from 'node:crypto'
import type { DealerName } from '#src/contract/session.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { type Caller, dealersJson } from './caller.ts'
import { hashPassword, isOutdated, isPassword } from './password.ts'

type Staff = Extract<Caller, { kind: 'staff' }>

type SignIn =
  | { isIn: true; token: string; staff: Staff }
  /** `account` is the person whose name was given, where there is one; for the record only. */
  | { isIn: false; account: { uuid: string; name: string } | undefined }

/** Sessions live in the database as the hash of a random token, so they end at once everywhere. */
export type Sessions = {
  /** Checks the password and opens a session. */
  signIn(username: string, password: string): Promise<SignIn>
  /** Opens a session for a person whom an identity provider vouches for; `idToken` is wanted at its sign-out. */
  open(staffUUID: string, idToken: string): Promise<string>
  /**
   * The person whose session this is, or undefined when it has ended or never was.
   * @param isActivity whether the request shows that somebody is at work, and so keeps the session alive
   */
  find(token: string, isActivity: boolean): Promise<Staff | undefined>
  /** @returns who it was, and what their identity provider wants to see again */
  signOut(token: string): Promise<{ uuid: string; name: string; idToken: string | null } | undefined>
}

// Activity is written at most this often: a page opens with several requests at once.
const TOUCH_SECONDS = 20

export function sessions(db: Database, limits: Config['session'], now: () => Date): Sessions {
  const dealers = dealersJson('staff_dealers', 'link.staff_uuid = s.uuid')

  async function open(staffUUID: string, idToken: string | null): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    const at = now()
    await db.query('delete from sessions where created_at < $1 or last_seen_at < $2', oldest(at, limits))
    await db.query(
      'insert into sessions (token_hash, staff_uuid, created_at, last_seen_at, id_token) values ($1, $2, $3, $3, $4)',
      [hashToken(token), staffUUID, at, idToken],
    )
    return token
  }

  return {
    async signIn(username, password) {
      const [row] = await db.query<StaffRow & { hash: string | null; is_disabled: boolean }>(
        `select s.uuid, s.name, s.is_manager, s.password_hash as hash, s.is_disabled, ${dealers} as dealers
         from staff s where s.username = $1`,
        [username],
      )
      const isRight = await isPassword(password, row?.hash)
      if (row === undefined || row.hash === null || !isRight || row.is_disabled) return { isIn: false, account: row }
      if (isOutdated(row.hash)) await strengthen(row.uuid, row.hash, password)
      return { isIn: true, token: await open(row.uuid, null), staff: toStaff(row) }
    },

    open,

    async find(token, isActivity) {
      const at = now()
      const [row] = await db.query<StaffRow & { is_due: boolean }>(
        `select s.uuid, s.name, s.is_manager, session.last_seen_at < $4 as is_due, ${dealers} as dealers
         from sessions session join staff s on s.uuid = session.staff_uuid
         where session.token_hash = $1 and session.created_at >= $2 and session.last_seen_at >= $3 and not s.is_disabled`,
        [hashToken(token), ...oldest(at, limits), new Date(at.getTime() - TOUCH_SECONDS * 1000)],
      )
      if (row === undefined) return undefined
      if (isActivity && row.is_due) {
        await db.query('update sessions set last_seen_at = $2 where token_hash = $1', [hashToken(token), at])
      }
      return toStaff(row)
    },

    async signOut(token) {
      const [row] = await db.query<{ uuid: string; name: string; idToken: string | null }>(
        `delete from sessions using staff s where token_hash = $1 and s.uuid = staff_uuid
         returning s.uuid, s.name, id_token as "idToken"`,
        [hashToken(token)],
      )
      return row
    },
  }

  /** Hashes a password that has just been right with the parameters of today. */
  async function strengthen(uuid: string, oldHash: string, password: string): Promise<void> {
    const hash = await hashPassword(password)
    await db.query('update staff set password_hash = $3 where uuid = $1 and password_hash = $2', [uuid, oldHash, hash])
  }
}

type StaffRow = { uuid: string; name: string; is_manager: boolean; dealers: DealerName[] }

const toStaff = (row: StaffRow): Staff => ({
  kind: 'staff',
  uuid: row.uuid,
  name: row.name,
  isManager: row.is_manager,
  dealers: row.dealers,
})

function oldest(at: Date, limits: Config['session']): [created: Date, seen: Date] {
  return [new Date(at.getTime() - limits.hours * 3_600_000), new Date(at.getTime() - limits.idleMinutes * 60_000)]
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
