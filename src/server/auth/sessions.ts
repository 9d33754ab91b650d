import { createHash, randomBytes } from 'node:crypto'
import type { DealerName } from '#src/contract/desk/session.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { type Caller, dealersJson } from './caller.ts'
import type { AttemptLimit } from './attempt-limit.ts'
import { browserName } from './browser-name.ts'
import { checkPassword, hashPassword } from './password.ts'
import { asNamed, foldUsername, NAMED } from './username.ts'

type Staff = Extract<Caller, { kind: 'staff' }>

/** From where somebody signs in, as the request says. */
export type Origin = { address?: string | undefined; userAgent?: string | undefined }

type SignIn =
  | { isIn: true; token: string; staff: Staff }
  /** `account` is the person whose name was given, where there is one; for the record only. */
  | { isIn: false; account: { uuid: string; name: string } | undefined }

/** Sessions live in the database as the hash of a random token, so they end at once everywhere. */
export type Sessions = {
  /**
   * Checks the password and opens a session.
   * @throws DeskError 429 or 503 when the password is not looked at now
   */
  signIn(username: string, password: string, from?: Origin): Promise<SignIn>
  /** Opens a session for a person whom an identity provider vouches for. @returns undefined for a closed account */
  open(staffUUID: string, from?: Origin): Promise<string | undefined>
  /** The person who has this username; for the record only. */
  named(username: string): Promise<{ uuid: string; name: string } | undefined>
  /**
   * The person whose session this is, or undefined when it has ended or never was.
   * @param isActivity whether the request shows that somebody is at work, and so keeps the session alive
   */
  find(token: string, isActivity: boolean): Promise<Staff | undefined>
  /** @returns who it was, and whether an identity provider knows of the session */
  signOut(token: string): Promise<{ uuid: string; name: string; isSingleSignOn: boolean } | undefined>
}

// Activity is written at most this often: a page opens with several requests at once.
const TOUCH_SECONDS = 20

/** @param passwordCost of the hashes that this server makes */
export function sessions(
  db: Database,
  attempts: AttemptLimit,
  limits: Config['session'],
  now: () => Date,
  passwordCost: number,
): Sessions {
  const dealers = dealersJson('staff_dealers', 'link.staff_uuid = s.uuid')

  /** @param hash of the password that was right; undefined when an identity provider vouches for the person */
  async function open(staffUUID: string, hash: string | undefined, from: Origin): Promise<string | undefined> {
    const token = newToken()
    const { browser, system } = browserName(from.userAgent)
    const at = now()
    await db.query('delete from sessions where created_at < $1 or last_seen_at < $2', oldest(at, limits))
    // A check of a password takes a while, in which the account may have been closed or given another one. The lock makes
    // this wait for whoever is changing the account right now, and look at it again then.
    const opened = await db.query(
      `insert into sessions (token_hash, staff_uuid, created_at, last_seen_at, is_single_sign_on, browser, system, address)
       select $1, uuid, $3, $3, $4::text is null, $5, $6, $7 from staff
       where uuid = $2 and not is_disabled and ($4::text is null or password_hash = $4) for share returning 1`,
      [hashToken(token), staffUUID, at, hash ?? null, browser, system, from.address ?? null],
    )
    return opened.length > 0 ? token : undefined
  }

  /** @param isRepeat when the hash was another one after the check than before it */
  async function signIn(username: string, password: string, from: Origin, isRepeat = false): Promise<SignIn> {
    const [row] = await db.query<Account>(
      `select s.uuid, s.username, s.name, s.is_manager, s.password_hash as hash, s.is_disabled, ${dealers} as dealers
       from staff s where ${NAMED}`,
      asNamed(username),
    )
    const hash = await attempts.look(
      {
        account: row?.username ?? foldUsername(username),
        address: from.address,
        credentials: JSON.stringify([password, row?.hash]),
      },
      () => rightHash(row, password),
    )
    if (row === undefined || hash === undefined) return { isIn: false, account: row }
    const token = await open(row.uuid, hash, from)
    if (token !== undefined) return { isIn: true, token, staff: toStaff(row) }
    // Somebody set another password meanwhile, or another process hashed the same one anew.
    return isRepeat ? { isIn: false, account: row } : signIn(username, password, from, true)
  }

  /** The hash of a password that is right, made anew where it should be; undefined for a wrong one. */
  async function rightHash(row: Account | undefined, password: string): Promise<string | undefined> {
    const { isRight, isOutdated } = await checkPassword(password, row?.hash, passwordCost)
    if (row === undefined || row.hash === null || !isRight || row.is_disabled) return undefined
    return isOutdated ? strengthen(row.uuid, row.hash, password) : row.hash
  }

  return {
    signIn: (username, password, from = {}) => signIn(username, password, from),

    open: (staffUUID, from = {}) => open(staffUUID, undefined, from),

    async named(username) {
      const [row] = await db.query<{ uuid: string; name: string }>(
        `select uuid, name from staff where ${NAMED}`,
        asNamed(username),
      )
      return row
    },

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
      const [row] = await db.query<{ uuid: string; name: string; isSingleSignOn: boolean }>(
        `delete from sessions using staff s where token_hash = $1 and s.uuid = staff_uuid
         returning s.uuid, s.name, is_single_sign_on as "isSingleSignOn"`,
        [hashToken(token)],
      )
      return row
    },
  }

  /** Hashes a password that has just been right with the parameters of today. @returns the new hash */
  async function strengthen(uuid: string, oldHash: string, password: string): Promise<string> {
    const hash = await hashPassword(password, passwordCost)
    await db.query('update staff set password_hash = $3 where uuid = $1 and password_hash = $2', [uuid, oldHash, hash])
    return hash
  }
}

type Account = StaffRow & { username: string; hash: string | null; is_disabled: boolean }
type StaffRow = { uuid: string; name: string; is_manager: boolean; dealers: DealerName[] }

const toStaff = (row: StaffRow): Staff => ({
  kind: 'staff',
  uuid: row.uuid,
  name: row.name,
  isManager: row.is_manager,
  dealers: row.dealers,
})

/** Before these times a session was begun, or last seen, that has ended. */
export function oldest(at: Date, limits: Config['session']): [created: Date, seen: Date] {
  return [new Date(at.getTime() - limits.hours * 3_600_000), new Date(at.getTime() - limits.idleMinutes * 60_000)]
}

/** 256 random bits that nobody guesses. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
