import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database, Queries } from '../db/database.ts'
import { DeskError } from '../errors.ts'

/** Wrong passwords that are free of waiting, and the waits that follow, longer each time. */
const ACCOUNT_HERE = { free: 10, rememberedHours: 24, waitMinutes: [30, 60, 120] } as const
const ACCOUNT = { free: 100, rememberedHours: 24, waitMinutes: [5, 15, 30] } as const
const ADDRESS = { free: 100, rememberedHours: 1, waitMinutes: [15, 30, 60] } as const

/**
 * Slows down whoever tries passwords, counted in the database, so that all processes on it count together.
 * An account is closed towards the address that tried: its owner can still sign in from another one, until so many
 * addresses have tried that the account has to rest for everybody.
 */
export type AttemptLimit = {
  /**
   * To be called before a password is looked at.
   * @throws DeskError 429 with the time to wait
   */
  begin(account: string, address: string | undefined): Promise<Attempt>
}

type Attempt = {
  succeeded(): Promise<void>
  /** Awaits the look at the password; when there is none, the try does not count. */
  during<T>(look: Promise<T>): Promise<T>
}

/** Names an account in the counts: people type passwords where a name belongs, so the name itself is not kept. */
export const accountKey = (account: string): string =>
  createHash('sha256').update(account).digest('base64url').slice(0, 22)

export function attemptLimit(db: Database): AttemptLimit {
  const store = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const rows = await db.query(text, values)
      return { rows, rowCount: rows.length }
    },
  }
  const limiter = (keyPrefix: string, points: number, hours: number) =>
    new RateLimiterPostgres({
      storeClient: store,
      storeType: 'client',
      tableName: 'sign_in_attempts',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix,
      points,
      duration: hours * 3600,
    })
  const door = (name: string, kind: typeof ACCOUNT_HERE | typeof ACCOUNT | typeof ADDRESS) => ({
    ...kind,
    count: limiter(name, kind.free, kind.rememberedHours),
    // One try opens it, and it stays closed for the rest of the wait.
    closed: limiter(`${name}-closed`, 1, 1),
  })
  const doors = {
    accountHere: door('accountHere', ACCOUNT_HERE),
    account: door('account', ACCOUNT),
    address: door('address', ADDRESS),
  }
  const names = ['accountHere', 'account', 'address'] as const

  return {
    async begin(account, address = 'unknown') {
      const from = network(address)
      const keys = { accountHere: `${accountKey(account)} ${from}`, account: accountKey(account), address: from }
      const waits = await Promise.all(names.map((name) => doors[name].closed.get(keys[name])))
      const waitMs = Math.max(...waits.map((wait) => wait?.msBeforeNext ?? 0))
      if (waitMs > 0) throw tooManyAttempts(Math.ceil(waitMs / 1000))

      // Counted, and the door closed, before the password is looked at: many tries at once count as many.
      const counted = await Promise.all(names.map((name) => doors[name].count.penalty(keys[name], 1)))
      const takeBack = async () => {
        await Promise.all(names.map((name) => doors[name].count.reward(keys[name], 1)))
      }
      const shut: (typeof names)[number][] = []
      const reopen = async () => {
        await Promise.all(shut.map((name) => doors[name].closed.delete(keys[name])))
      }
      for (const [index, name] of names.entries()) {
        const { free, waitMinutes, closed } = doors[name]
        const over = (counted[index]?.consumedPoints ?? 0) - free
        if (over < 0) continue
        const minutes = waitMinutes[Math.min(over, waitMinutes.length - 1)] ?? 60
        try {
          // oxlint-disable-next-line no-await-in-loop -- three at most
          await closed.consume(keys[name], 1, { customDuration: minutes * 60 })
          shut.push(name)
        } catch (refusal) {
          if (!(refusal instanceof RateLimiterRes)) throw refusal
          // Another try at the same moment has closed it.
          // oxlint-disable-next-line no-await-in-loop -- the last turn of the loop
          await Promise.all([reopen(), takeBack()])
          throw tooManyAttempts(Math.ceil(refusal.msBeforeNext / 1000))
        }
      }
      return {
        async succeeded() {
          await reopen()
          await doors.accountHere.count.delete(keys.accountHere)
          await doors.account.count.reward(keys.account, 1)
          await doors.address.count.reward(keys.address, 1)
        },
        async during(look) {
          try {
            return await look
          } catch (error) {
            await Promise.all([reopen(), takeBack()])
            throw error
          }
        },
      }
    },
  }
}

/** Lets go of counts and waits that are over. */
export async function purgeAttempts(db: Queries, now: Date): Promise<void> {
  await db.query('delete from sign_in_attempts where expire < $1', [now.getTime()])
}

/** Whoever has one IPv6 address has the 2^64 beside it. */
function network(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter((group) => group !== '')
  const after = (tail ?? '').split(':').filter((group) => group !== '')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length)
  return [...groups, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4).join(':')
}

function tooManyAttempts(seconds: number): DeskError {
  const wait = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} minutes`
  return new DeskError(
    429,
    'TOO_MANY_ATTEMPTS',
    `Too many wrong passwords. Try again in ${wait}, or have your password set anew.`,
    { retryAfterSeconds: seconds },
  )
}
