import { randomUUID } from 'node:crypto'
import { identifierProblem } from '#src/contract/identifier.ts'
import {
  endSessions,
  storedUsername,
  storeService,
  storeServiceDealers,
  storeStaff,
  storeStaffDealers,
} from '../auth/accounts.ts'
import { accountKey } from '../auth/attempt-limit.ts'
import { opaquePassword } from '../auth/opaque-password.ts'
import { hashPassword } from '../auth/password.ts'
import { MAX_LENGTH, MIN_LENGTH, type PasswordProblem, passwordProblem } from '../auth/password-rules.ts'
import type { Database, Queries } from '../db/database.ts'
import { factorAccount } from '../second-factor/check-factor.ts'
import { resetFactors } from '../second-factor/own-factors.ts'
import { UsageProblem, type UserCommand } from './arguments.ts'

/** What is about passwords of people, and what stands beside them. */
const OF_LOCAL_ACCOUNTS: ReadonlySet<UserCommand['command']> = new Set(['add', 'password', 'reset-factor'])

type Account = { uuid: string | undefined; name: string }

type Options = {
  /** Called only when a password is needed, and while nothing in the database waits for it. */
  readPassword: () => Promise<string>
  /** Whether people sign in with a password of this installation. */
  localAccounts?: boolean
  /** Told of the change in its own transaction: what is not recorded is not done. */
  record: (tx: Queries, username: string) => Promise<void>
}

/**
 * Does what was asked with one account. What a person may do changes at once: their sessions end.
 * @returns what was done, in one sentence
 * @throws UsageProblem when it cannot be done
 */
export async function changeAccount(
  db: Database,
  asked: UserCommand,
  { readPassword, record, localAccounts = true }: Options,
): Promise<string> {
  const { isService } = asked
  if (!localAccounts && !isService && OF_LOCAL_ACCOUNTS.has(asked.command)) {
    throw new UsageProblem(
      'People have no password here, LOCAL_ACCOUNTS is false: they are added when they first sign in at the identity provider. Add --service for the account of a program.',
    )
  }
  const username = await storedUsername(db, isService ? 'service_accounts' : 'staff', asked.username)
  const named = { ...asked, username }
  // A person types for a while, and nobody is to wait for locks meanwhile: what can be refused is refused before.
  const words = await allowedWords(db, named)
  const passwordHash = words === undefined ? undefined : await newHash(await readPassword(), words)
  return db.transaction(async (tx) => {
    const said = await change(tx, named, passwordHash ?? '')
    await record(tx, username)
    return said
  })
}

/** What a new password must not be made of, where the command needs one. @throws UsageProblem when it cannot be done */
async function allowedWords(db: Queries, asked: UserCommand): Promise<string[] | undefined> {
  const account = await findFor(db, asked)
  if (asked.command === 'add') {
    await checkNew(db, asked)
    return [asked.username, asked.name ?? asked.username]
  }
  return asked.command === 'password' ? [asked.username, account?.name ?? ''] : undefined
}

/** The account that is changed; none for a new one. @throws UsageProblem */
async function findFor(tx: Queries, { command, username, isService }: UserCommand): Promise<Account | undefined> {
  const account = await find(tx, username, isService)
  if (command === 'add') {
    if (account !== undefined) throw new UsageProblem(`There is an account ${username} already.`)
  } else if (account === undefined) {
    throw new UsageProblem(`There is no ${isService ? 'service account' : 'account'} ${username}.`)
  }
  return account
}

async function change(tx: Queries, asked: UserCommand, passwordHash: string): Promise<string> {
  const account = await findFor(tx, asked)
  if (account === undefined) return add(tx, asked, passwordHash)
  const said = await changeThere(tx, asked, account, passwordHash)
  // Last: who signs in meanwhile waits for the row of the account, and then does with what stands there, or not at all.
  if (account.uuid !== undefined) await endSessions(tx, account.uuid)
  return said
}

async function changeThere(tx: Queries, asked: UserCommand, account: Account, passwordHash: string): Promise<string> {
  const { username, isService } = asked
  const table = isService ? 'service_accounts' : 'staff'
  switch (asked.command) {
    case 'password': {
      await tx.query(`update ${table} set password_hash = $2 where username = $1`, [username, passwordHash])
      // Whoever was kept waiting for wrong passwords can go on with the new one.
      await forgetAttempts(tx, isService ? `service ${username}` : username)
      return `The password of ${username} is set.`
    }
    case 'disable':
    case 'enable':
      await tx.query(`update ${table} set is_disabled = $2 where username = $1`, [
        username,
        asked.command === 'disable',
      ])
      if (asked.command === 'disable' && account.uuid !== undefined) await forgetRecents(tx, account.uuid)
      if (asked.command === 'enable' && account.uuid !== undefined)
        await tx.query('update staff set access_since = now() where uuid = $1', [account.uuid])
      return asked.command === 'disable' ? `${username} has no access any more.` : `${username} has access again.`
    case 'dealers': {
      const dealers = await findDealers(tx, asked.dealers)
      if (account.uuid === undefined) await storeServiceDealers(tx, username, dealers)
      else await storeStaffDealers(tx, account.uuid, dealers)
      return `${username} may ask ${dealers.length === 1 ? '1 dealer' : `${dealers.length} dealers`}.`
    }
    case 'role':
      if (isService) throw new UsageProblem('A program has no role.')
      await tx.query('update staff set is_manager = $2 where username = $1', [username, asked.role === 'manager'])
      return `${username} is ${asked.role === 'manager' ? 'a manager' : 'no manager'}.`
    case 'reset-factor': {
      if (account.uuid === undefined) throw new UsageProblem('A program has no second factor.')
      const gone = await resetFactors(tx, account.uuid)
      await forgetAttempts(tx, factorAccount(username))
      return gone === 0
        ? `${username} had no second factor.`
        : `${username} has no second factor any more, and signs in with the password alone until one is set up.`
    }
    case 'add':
    case 'disable-unused':
    case 'list':
      throw new UsageProblem(`${asked.command} does not change an account.`)
  }
}

/** Whom they looked up is in the audit record, where it has to be; a list for their convenience is not needed any more. */
export async function forgetRecents(tx: Queries, staffUUID: string): Promise<void> {
  await tx.query('delete from recent_customers where staff_uuid = $1', [staffUUID])
}

async function checkNew(tx: Queries, asked: UserCommand): Promise<{ uuid: string; dealerUUIDs: string[] }> {
  const dealerUUIDs = await findDealers(tx, asked.dealers)
  const uuid = asked.uuid ?? randomUUID()
  const problem = identifierProblem(uuid)
  if (problem !== undefined) throw new UsageProblem(`--uuid ${problem}.`)
  const [taken] = await tx.query('select 1 from staff where uuid = $1', [uuid])
  if (taken !== undefined) throw new UsageProblem('--uuid belongs to another person.')
  return { uuid, dealerUUIDs }
}

async function add(tx: Queries, asked: UserCommand, passwordHash: string): Promise<string> {
  const { uuid, dealerUUIDs } = await checkNew(tx, asked)
  const { username, isService, name = username, isManager } = asked
  if (isService) await storeService(tx, { username, passwordHash, dealerUUIDs })
  else await storeStaff(tx, { uuid, username, name, dealerUUIDs, isManager, passwordHash })
  const hint = dealerUUIDs.length === 0 ? ' It may ask no dealer yet: see the command dealers.' : ''
  return `The ${isService ? 'service account' : 'account'} ${username} is there.${hint}`
}

/** Commands speak English, like logs. */
const PASSWORD_PROBLEMS: Readonly<Record<PasswordProblem, string>> = {
  'too short': `must have at least ${MIN_LENGTH} characters`,
  'too long': `must have at most ${MAX_LENGTH} characters`,
  'too easy': 'is too easy to guess: it is a common one, or made of common parts',
}

async function newHash(password: string, words: readonly string[]): Promise<string> {
  const problem = passwordProblem(opaquePassword(password), words)
  if (problem !== undefined) throw new UsageProblem(`The password ${PASSWORD_PROBLEMS[problem]}.`)
  return hashPassword(password)
}

async function forgetAttempts(tx: Queries, account: string): Promise<void> {
  await tx.query(
    "delete from sign_in_attempts where (key like 'account%' or key like 'known%') and strpos(key, $1) > 0",
    [accountKey(account)],
  )
}

async function find(tx: Queries, username: string, isService: boolean): Promise<Account | undefined> {
  const [row] = isService
    ? await tx.query<{ uuid: null; name: string }>(
        'select null as uuid, username as name from service_accounts where username = $1',
        [username],
      )
    : await tx.query<{ uuid: string; name: string }>('select uuid, name from staff where username = $1', [username])
  return row === undefined ? undefined : { uuid: row.uuid ?? undefined, name: row.name }
}

async function findDealers(tx: Queries, named: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ uuid: string; id: string }>(
    'select uuid, id::text from dealers where uuid = any($1::text[]) or id::text = any($1::text[])',
    [named],
  )
  const unknown = named.find((name) => !rows.some((row) => row.uuid === name || row.id === name))
  if (unknown !== undefined) throw new UsageProblem(`There is no dealer ${unknown}; npm run import loads dealers.`)
  return rows.map((row) => row.uuid)
}
