import { createHash, randomBytes } from 'node:crypto'
import type { DealerName } from '#src/contract/desk/session.ts'
import type { Config } from '../config.ts'
import type { Database, Queries } from '../db/database.ts'
import { deleteInPieces } from '../db/delete-in-pieces.ts'
import { type Caller, dealersJson } from './caller.ts'
import type { AttemptLimit } from './attempt-limit.ts'
import { browserName } from './browser-name.ts'
import { checkPassword, hashPassword } from './password.ts'
import { MINUTE_MS, recentLookUps } from '../audit/recent-look-ups.ts'
import { asNamed, foldUsername, NAMED } from './username.ts'

type Staff = Extract<Caller, { kind: 'staff' }>

/** From where somebody signs in, as the request says. */
export type Origin = { address?: string | undefined; userAgent?: string | undefined }

/** What is wanted of a person beside the password: a factor that they have, or to set one up. */
type SecondStep = 'factor' | 'set-up'

type SignIn =
  | { isIn: true; token: string; staff: Staff }
  /** The password was right, and more is wanted; `step` names the sign-in that is to go on. */
  | { isIn: false; step: string; wanted: SecondStep; account: Named }
  /** `account` is the person whose name was given, where there is one; for the record only. */
  | { isIn: false; step?: undefined; account: Named | undefined }

type Named = { uuid: string; name: string }
type Settings = Pick<Config, 'session' | 'secondFactor' | 'localAccounts' | 'singleSignOn'>

/** Sessions live in the database as the hash of a random token, so they end at once everywhere. */
export type Sessions = {
  /**
   * Checks the password and opens a session.
   * @throws DeskError 429 or 503 when the password is not looked at now
   */
  signIn(username: string, password: string, from?: Origin): Promise<SignIn>
  /** Opens a session for a person whom an identity provider vouches for. @returns undefined for a closed account */
  open(staffUUID: string, from?: Origin): Promise<string | undefined>
  /** Whoever has this identifier and an account that is not closed. */
  known(staffUUID: string): Promise<Staff | undefined>
  /** The person who has this username; for the record only. */
  named(username: string): Promise<{ uuid: string; name: string } | undefined>
  /**
   * The person whose session this is, or undefined when it has ended or never was.
   * @param isActivity whether the request shows that somebody is at work, and so keeps the session alive
   * @param mostLookUps up to which their look-ups of the last minute are counted
   */
  find(token: string, isActivity: boolean, mostLookUps?: number): Promise<Staff | undefined>
  /** @returns who it was, and whether an identity provider knows of the session */
  signOut(token: string): Promise<{ uuid: string; name: string; isSingleSignOn: boolean } | undefined>
}

// Activity is written at most this often: a page opens with several requests at once.
const TOUCH_SECONDS = 20

/** @param passwordCost of the hashes that this server makes */
export function sessions(
  db: Database,
  attempts: AttemptLimit,
  { session: limits, secondFactor, localAccounts, singleSignOn }: Settings,
  now: () => Date,
  passwordCost: number,
): Sessions {
  const dealers = dealersJson('staff_dealers', 'link.staff_uuid = s.uuid')
  const local = localOnly(singleSignOn)

  function wantedOf({ has_factor }: Account): SecondStep | undefined {
    if (secondFactor === 'off') return undefined
    if (has_factor) return 'factor'
    return secondFactor === 'required' ? 'set-up' : undefined
  }

  /**
   * Opens what comes after a right password: a session, or the second step of the sign-in. The check has taken a while, in
   * which the account may have been closed, or given another password or a factor.
   * @returns undefined when the account has changed
   */
  async function open(account: Account, hash: string, from: Origin): Promise<SignIn | undefined> {
    const wanted = wantedOf(account)
    const at = now()
    const [token, staff] = await db.transaction(async (tx) => {
      // Waits for whoever is changing the account right now, and looks at it again only then.
      await tx.query('select 1 from staff where uuid = $1 for share', [account.uuid])
      const [same] = await tx.query(
        `select 1 from staff where uuid = $1 and not is_disabled and password_hash = $2
           and exists (select 1 from second_factors where staff_uuid = uuid) = $3`,
        [account.uuid, hash, account.has_factor],
      )
      if (same === undefined) return []
      if (wanted !== undefined) return [await insertStep(tx, account.uuid, wanted, at), undefined]
      return [await insertSession(tx, { staffUUID: account.uuid, at, isSingleSignOn: false, from }), toStaff(account)]
    })
    if (token === undefined) return undefined
    if (wanted !== undefined) return { isIn: false, step: token, wanted, account }
    return staff === undefined ? undefined : { isIn: true, token, staff }
  }

  /** @param isRepeat when the account was another one after the check than before it */
  async function signIn(username: string, password: string, from: Origin, isRepeat = false): Promise<SignIn> {
    const [row] = await db.query<Account>(
      `select s.uuid, s.username, s.name, s.is_manager, s.is_disabled, ${dealers} as dealers,
         case when ${local} then s.password_hash end as hash,
         exists (select 1 from second_factors f where f.staff_uuid = s.uuid) as has_factor
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
    const opened = await open(row, hash, from)
    if (opened !== undefined) return opened
    // Somebody changed it meanwhile, or another process hashed the same password anew.
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

    async open(staffUUID, from = {}) {
      const at = now()
      return db.transaction(async (tx) => {
        const [account] = await tx.query('select 1 from staff where uuid = $1 and not is_disabled for share', [
          staffUUID,
        ])
        return account === undefined ? undefined : insertSession(tx, { staffUUID, at, isSingleSignOn: true, from })
      })
    },

    async known(staffUUID) {
      const [row] = await db.query<StaffRow>(
        `select s.uuid, s.name, s.is_manager, ${dealers} as dealers from staff s where s.uuid = $1 and not s.is_disabled`,
        [staffUUID],
      )
      return row === undefined ? undefined : toStaff(row)
    },

    async named(username) {
      const [row] = await db.query<{ uuid: string; name: string }>(
        `select uuid, name from staff where ${NAMED}`,
        asNamed(username),
      )
      return row
    },

    async find(token, isActivity, mostLookUps = 0) {
      const at = now()
      const [row] = await db.query<StaffRow & { is_due: boolean; recent: number }>(
        `select s.uuid, s.name, s.is_manager, session.last_seen_at < $4 as is_due, ${dealers} as dealers,
           (select count(*)::int from (${recentLookUps('s.uuid', '$5')} limit $6::integer) look_up) as recent
         from sessions session join staff s on s.uuid = session.staff_uuid
         where session.token_hash = $1 and session.created_at >= $2 and session.last_seen_at >= $3 and not s.is_disabled
           and (session.is_single_sign_on or $7)`,
        [
          ...[hashToken(token), ...oldest(at, limits), new Date(at.getTime() - TOUCH_SECONDS * 1000)],
          ...[new Date(at.getTime() - MINUTE_MS), mostLookUps, localAccounts],
        ],
      )
      if (row === undefined) return undefined
      if (isActivity && row.is_due) {
        await db.query('update sessions set last_seen_at = $2 where token_hash = $1', [hashToken(token), at])
      }
      return { ...toStaff(row), recentLookUps: row.recent }
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

type Account = StaffRow & { username: string; hash: string | null; is_disabled: boolean; has_factor: boolean }
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

/** Lets go of sessions that have ended by themselves. */
export function purgeSessions(
  db: Queries,
  limits: Config['session'],
  now: Date,
  mayGoOn?: () => boolean,
): Promise<number> {
  const rows = { table: 'sessions', where: 'created_at < $1 or last_seen_at < $2', params: oldest(now, limits) }
  return deleteInPieces(db, rows, mayGoOn)
}

type NewSession = { staffUUID: string; at: Date; isSingleSignOn: boolean; from: Origin }

/** Opens a session of an account that the caller has looked at and locked. @returns its token */
export async function insertSession(tx: Queries, { staffUUID, at, isSingleSignOn, from }: NewSession): Promise<string> {
  const token = newToken()
  const { browser, system } = browserName(from.userAgent)
  await tx.query(
    `insert into sessions (token_hash, staff_uuid, created_at, last_seen_at, is_single_sign_on, browser, system, address)
     values ($1, $2, $3, $3, $4, $5, $6, $7)`,
    [hashToken(token), staffUUID, at, isSingleSignOn, browser, system, from.address ?? null],
  )
  return token
}

async function insertStep(tx: Queries, staffUUID: string, wanted: SecondStep, at: Date): Promise<string> {
  const token = newToken()
  await tx.query('insert into sign_in_steps (token_hash, staff_uuid, kind, created_at) values ($1, $2, $3, $4)', [
    hashToken(token),
    staffUUID,
    wanted,
    at,
  ])
  return token
}

/**
 * SQL for accounts that are let in by what is kept here. Where the provider must have seen a second factor, whoever signs in
 * there does so nowhere else.
 */
export const localOnly = (singleSignOn: Config['singleSignOn']): string =>
  singleSignOn?.requireMfa === true ? 'issuer is null' : 'true'

/** 256 random bits that nobody guesses. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
