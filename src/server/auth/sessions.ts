import { createHash, randomBytes } from 'node:crypto'
import type { DealerName } from '#src/contract/session.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { type Caller, dealersJson } from './caller.ts'
import { isPassword } from './password.ts'

type Staff = Extract<Caller, { kind: 'staff' }>

/** Sessions live in the database as the hash of a random token, so they end at once everywhere. */
export type Sessions = {
  /** Checks the password and opens a session; undefined when name or password is wrong. */
  signIn(username: string, password: string): Promise<{ token: string; staff: Staff } | undefined>
  /**
   * The person whose session this is, or undefined when it has ended or never was.
   * @param isActivity whether the request shows that somebody is at work, and so keeps the session alive
   */
  find(token: string, isActivity: boolean): Promise<Staff | undefined>
  signOut(token: string): Promise<void>
}

// Activity is written at most this often: a page opens with several requests at once.
const TOUCH_SECONDS = 20

export function sessions(db: Database, limits: Config['session'], now: () => Date): Sessions {
  const dealers = dealersJson('staff_dealers', 'link.staff_uuid = s.uuid')
  return {
    async signIn(username, password) {
      const [row] = await db.query<{ uuid: string; name: string; hash: string | null; dealers: DealerName[] }>(
        `select s.uuid, s.name, s.password_hash as hash, ${dealers} as dealers
         from staff s where s.username = $1 and not s.is_disabled`,
        [username],
      )
      const isRight = await isPassword(password, row?.hash)
      if (row === undefined || !isRight) return undefined
      const token = randomBytes(32).toString('base64url')
      const at = now()
      await db.query('delete from sessions where created_at < $1 or last_seen_at < $2', oldest(at, limits))
      await db.query(
        'insert into sessions (token_hash, staff_uuid, created_at, last_seen_at) values ($1, $2, $3, $3)',
        [hashToken(token), row.uuid, at],
      )
      return { token, staff: { kind: 'staff', uuid: row.uuid, name: row.name, dealers: row.dealers } }
    },

    async find(token, isActivity) {
      const at = now()
      const [row] = await db.query<{ uuid: string; name: string; is_due: boolean; dealers: DealerName[] }>(
        `select s.uuid, s.name, session.last_seen_at < $4 as is_due, ${dealers} as dealers
         from sessions session join staff s on s.uuid = session.staff_uuid
         where session.token_hash = $1 and session.created_at >= $2 and session.last_seen_at >= $3 and not s.is_disabled`,
        [hashToken(token), ...oldest(at, limits), new Date(at.getTime() - TOUCH_SECONDS * 1000)],
      )
      if (row === undefined) return undefined
      if (isActivity && row.is_due) {
        await db.query('update sessions set last_seen_at = $2 where token_hash = $1', [hashToken(token), at])
      }
      return { kind: 'staff', uuid: row.uuid, name: row.name, dealers: row.dealers }
    },

    async signOut(token) {
      await db.query('delete from sessions where token_hash = $1', [hashToken(token)])
    },
  }
}

function oldest(at: Date, limits: Config['session']): [created: Date, seen: Date] {
  return [new Date(at.getTime() - limits.hours * 3_600_000), new Date(at.getTime() - limits.idleMinutes * 60_000)]
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
