import { storedUsername, storeService, storeStaff } from '../auth/accounts.ts'
import { checkPassword, hashPassword } from '../auth/password.ts'
import type { Queries } from '../db/database.ts'
import { type ImportLine, ImportProblem } from './import-line.ts'

type Line<T extends ImportLine['type']> = Extract<ImportLine, { type: T }>
/** An account of the file, checked, with its password hashed: that takes a while, in which nobody is to wait. */
type Change = { what: string; store: () => Promise<void> }

/**
 * The accounts of a file. Those that are already as the file says stay untouched, with their sessions.
 * @param passwordCost what hashing a password costs; only tests take less than the default
 */
export function accountLoader(tx: Queries, passwordCost: number | undefined) {
  const changes: Change[] = []
  const userOf = new Map<string, string>()
  /** Persons and programs that an earlier line of the file changes: what is stored of them says nothing any more. */
  const changed = new Set<string>()

  /** The hash to store for what a line proves with; undefined when that is nothing, or what is stored already. */
  async function newHash(
    { password, passwordHash }: Pick<Line<'user'>, 'password' | 'passwordHash'>,
    stored: string | null | undefined,
  ): Promise<string | undefined> {
    if (!password) return passwordHash === stored ? undefined : (passwordHash ?? undefined)
    const isSame = typeof stored === 'string' && (await checkPassword(password, stored, passwordCost)).isRight
    return isSame ? undefined : hashPassword(password, passwordCost)
  }

  return {
    /** @throws ImportProblem when the username is another person's */
    async addUser(line: Line<'user'>): Promise<void> {
      const username = await storedUsername(tx, 'staff', line.username)
      const [other] = await tx.query('select 1 from staff where username = $1 and uuid <> $2', [username, line.uuid])
      if (other !== undefined || (userOf.get(username) ?? line.uuid) !== line.uuid) {
        throw new ImportProblem(`username ${username} belongs to another person`)
      }
      userOf.set(username, line.uuid)
      const [stored] = await tx.query<StoredStaff>(
        `select username, name, is_manager as "isManager", is_disabled as "isDisabled", password_hash as hash,
           array(select dealer_uuid from staff_dealers where staff_uuid = uuid) as "dealerUUIDs" from staff where uuid = $1`,
        [line.uuid],
      )
      const passwordHash = await newHash(line, stored?.hash)
      const isSame =
        stored !== undefined &&
        passwordHash === undefined &&
        stored.username === username &&
        stored.name === line.name &&
        (line.manager ?? stored.isManager) === stored.isManager &&
        (line.disabled ?? stored.isDisabled) === stored.isDisabled &&
        isSameSet(stored.dealerUUIDs, line.dealerUUIDs)
      if (isSame && !changed.has(`user ${line.uuid}`)) return
      changed.add(`user ${line.uuid}`)
      const said = [
        line.manager === true ? 'manager' : '',
        line.disabled === true ? 'disabled' : '',
        line.password || line.passwordHash ? 'with a password' : '',
        ...line.dealerUUIDs,
      ]
      changes.push({
        what: [username, ...said].filter((part) => part !== '').join(' '),
        store: () =>
          storeStaff(tx, {
            ...line,
            username,
            isManager: line.manager ?? undefined,
            isDisabled: line.disabled ?? undefined,
            passwordHash,
          }),
      })
    },

    async addService(line: Line<'service'>): Promise<void> {
      const username = await storedUsername(tx, 'service_accounts', line.username)
      const [stored] = await tx.query<{ hash: string; isDisabled: boolean; dealerUUIDs: string[] }>(
        `select password_hash as hash, is_disabled as "isDisabled", array(select dealer_uuid from service_account_dealers link
           where link.username = account.username) as "dealerUUIDs" from service_accounts account where username = $1`,
        [username],
      )
      const passwordHash = await newHash(line, stored?.hash)
      const isSame =
        stored !== undefined &&
        passwordHash === undefined &&
        (line.disabled ?? stored.isDisabled) === stored.isDisabled &&
        isSameSet(stored.dealerUUIDs, line.dealerUUIDs)
      if (isSame && !changed.has(`service ${username}`)) return
      changed.add(`service ${username}`)
      const hash = passwordHash ?? stored?.hash ?? ''
      changes.push({
        what: `service account ${[username, ...(line.disabled === true ? ['disabled'] : []), ...line.dealerUUIDs].join(' ')}`,
        store: () =>
          storeService(tx, { ...line, username, passwordHash: hash, isDisabled: line.disabled ?? undefined }),
      })
    },

    /** @param onAccount told of each account that changes */
    async store(onAccount: (what: string) => Promise<void>): Promise<void> {
      for (const { what, store } of changes) {
        // oxlint-disable no-await-in-loop -- in the order of the file
        await store()
        await onAccount(what)
        // oxlint-enable no-await-in-loop
      }
    },
  }
}

type StoredStaff = {
  username: string
  name: string
  isManager: boolean
  isDisabled: boolean
  hash: string | null
  dealerUUIDs: string[]
}

function isSameSet(some: readonly string[], others: readonly string[]): boolean {
  const set = new Set(some)
  return set.size === new Set(others).size && others.every((one) => set.has(one))
}
