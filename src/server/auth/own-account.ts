import { ACCOUNT_ERRORS } from '#src/contract/desk/account-errors.ts'
import type { AccountSession, PasswordChange } from '#src/contract/desk/account.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { badRequest, DeskError, signInRequired } from '../errors.ts'
import type { Say } from '../language.ts'
import { endSessions } from './accounts.ts'
import type { AttemptLimit } from './attempt-limit.ts'
import { opaquePassword } from './opaque-password.ts'
import { checkPassword, hashPassword } from './password.ts'
import { MAX_LENGTH, MIN_LENGTH, passwordProblem } from './password-rules.ts'
import { hashToken, localOnly, newToken, oldest, type Origin } from './sessions.ts'

/** A session's own person, and the token that shows it. */
export type Own = { uuid: string; token: string }

/** What a person sees and changes of their own account. */
export type OwnAccount = {
  /** @returns undefined when the account is gone */
  read(own: Own): Promise<{ username: string; hasPassword: boolean } | undefined>
  sessions(own: Own): Promise<AccountSession[]>
  /** @returns whether there was one */
  endSession(own: Own, id: string): Promise<boolean>
  /** @returns how many there were */
  endOtherSessions(own: Own): Promise<number>
  /** Whether the person has shown within minutes that they know the password; at a fresh sign-in they have. */
  isConfirmed(own: Own): Promise<boolean>
  /** @throws DeskError when the password is not right, or not looked at now */
  confirm(own: Own, password: string, from: Origin): Promise<void>
  /**
   * Sets another password. Every other session ends, also one that is being opened at this very moment.
   * @returns the session's new token
   * @throws DeskError when the old password is not right, the new one is none, or neither is looked at now
   */
  changePassword(own: Own, change: PasswordChange, from: Origin): Promise<string>
}

/** Somebody who finds a screen open must not be able to make themselves at home. */
const CONFIRMED_MINUTES = 5

/** The hash names a session without showing its token; so much of it is enough to tell a person's own apart. */
const SESSION_ID = "encode(substring(token_hash from 1 for 12), 'hex')"

/** @param passwordCost of the hashes that this server makes */
export function ownAccount(
  db: Database,
  attempts: AttemptLimit,
  { session: limits, localAccounts, singleSignOn }: Pick<Config, 'session' | 'localAccounts' | 'singleSignOn'>,
  now: () => Date,
  passwordCost: number,
): OwnAccount {
  const find = async (uuid: string) => {
    const [row] = await db.query<Row>(
      `select username, name, case when $2 and ${localOnly(singleSignOn)} then password_hash end as hash
       from staff where uuid = $1 and not is_disabled`,
      [uuid, localAccounts],
    )
    return row
  }

  /** @returns the hash of the account's password, which was the one that was typed */
  async function requirePassword(row: Row, password: string, from: Origin): Promise<string> {
    const { hash } = row
    if (hash === null) {
      throw badRequest((words) => words.noPasswordHere())
    }
    // Counted with the passwords that are tried at the sign-in.
    const credentials = JSON.stringify([password, hash])
    const right = await attempts.look({ account: row.username, address: from.address, credentials }, async () =>
      (await checkPassword(password, hash, passwordCost)).isRight ? hash : undefined,
    )
    if (right === undefined) throw wrongPassword()
    return right
  }

  return {
    async read({ uuid }) {
      const row = await find(uuid)
      return row === undefined ? undefined : { username: row.username, hasPassword: row.hash !== null }
    },

    async sessions({ uuid, token }) {
      const rows = await db.query<SessionRow>(
        `select ${SESSION_ID} as id, created_at, last_seen_at, browser, system, address, token_hash = $2 as "isThis"
         from sessions where staff_uuid = $1 and created_at >= $3 and last_seen_at >= $4
         order by token_hash = $2 desc, last_seen_at desc`,
        [uuid, hashToken(token), ...oldest(now(), limits)],
      )
      return rows.map(({ created_at, last_seen_at, ...row }) => ({
        ...row,
        startedAt: created_at.toISOString(),
        lastUsedAt: last_seen_at.toISOString(),
      }))
    },

    async endSession({ uuid }, id) {
      const ended = await db.query(`delete from sessions where staff_uuid = $1 and ${SESSION_ID} = $2 returning 1`, [
        uuid,
        id,
      ])
      return ended.length > 0
    },

    async endOtherSessions({ uuid, token }) {
      const ended = await db.query(
        'delete from sessions where staff_uuid = $1 and token_hash <> $2 returning created_at >= $3 and last_seen_at >= $4 as live',
        [uuid, hashToken(token), ...oldest(now(), limits)],
      )
      return (ended as { live: boolean }[]).filter(({ live }) => live).length
    },

    async isConfirmed({ token }) {
      const [row] = await db.query<{ confirmed: boolean }>(
        'select coalesce(confirmed_at, created_at) >= $2 as confirmed from sessions where token_hash = $1',
        [hashToken(token), new Date(now().getTime() - CONFIRMED_MINUTES * 60_000)],
      )
      return row?.confirmed === true
    },

    async confirm({ uuid, token }, password, from) {
      const row = await find(uuid)
      if (row === undefined) throw signInRequired()
      await requirePassword(row, password, from)
      await db.query('update sessions set confirmed_at = $2 where token_hash = $1', [hashToken(token), now()])
    },

    async changePassword({ uuid, token }, { currentPassword, newPassword }, from) {
      const row = await find(uuid)
      if (row === undefined) throw signInRequired()
      const oldHash = await requirePassword(row, currentPassword, from)
      const problem = newPasswordProblem(currentPassword, newPassword, row)
      if (problem !== undefined) throw unfitPassword(problem)
      const hash = await hashPassword(newPassword, passwordCost)
      const next = newToken()
      await db.transaction(async (tx) => {
        // The account stays locked until all of it is done: a sign-in that comes meanwhile waits, and is refused.
        const changed = await tx.query(
          'update staff set password_hash = $3 where uuid = $1 and password_hash = $2 and not is_disabled returning 1',
          [uuid, oldHash, hash],
        )
        if (changed.length === 0) throw wrongPassword()
        // This session goes on under another token: whoever knows the old one is out as well.
        const [own] = await tx.query(
          'update sessions set token_hash = $2, confirmed_at = $3 where token_hash = $1 returning 1',
          [hashToken(token), hashToken(next), now()],
        )
        if (own === undefined) throw signInRequired()
        await endSessions(tx, uuid, hashToken(next))
      })
      return next
    },
  }
}

type Row = { username: string; name: string; hash: string | null }
type SessionRow = Omit<AccountSession, 'startedAt' | 'lastUsedAt'> & { created_at: Date; last_seen_at: Date }

function newPasswordProblem(current: string, next: string, { username, name }: Row): Say | undefined {
  if (opaquePassword(current) === opaquePassword(next)) return (words) => words.passwordIsTheOld()
  switch (passwordProblem(opaquePassword(next), [username, name])) {
    case undefined:
      return undefined
    case 'too short':
      return (words) => words.passwordTooShort({ characters: MIN_LENGTH })
    case 'too long':
      return (words) => words.passwordTooLong({ characters: MAX_LENGTH })
    case 'too easy':
      return (words) => words.passwordTooEasy()
  }
}

const wrongPassword = (): DeskError =>
  new DeskError(400, 'WRONG_PASSWORD', (words) => words.wrongCurrentPassword(), { code: ACCOUNT_ERRORS.wrongPassword })

const unfitPassword = (problem: Say): DeskError =>
  new DeskError(400, 'UNFIT_PASSWORD', problem, { code: ACCOUNT_ERRORS.unfitPassword })
