import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Database } from '../db/database.ts'
import { DeskError } from '../errors.ts'

/** Wrong passwords that are free of waiting, and the waits that follow, longer each time. */
const ACCOUNT = { free: 10, rememberedHours: 24, waitMinutes: [30, 60, 120] } as const
const ADDRESS = { free: 100, rememberedHours: 1, waitMinutes: [15, 30, 60] } as const

/**
 * Slows down whoever tries passwords, counted in the database, so that all processes on it count together.
 * An account is closed only towards the address that tried: its owner can still sign in from another one.
 */
export type AttemptLimit = {
  /**
   * To be called before a password is looked at.
   * @throws DeskError 429 with the time to wait
   */
  begin(account: string, address: string | undefined): Promise<Attempt>
}

type Attempt = { failed(): Promise<void>; succeeded(): Promise<void> }

export function attemptLimit(db: Database): AttemptLimit {
  const store = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const rows = await db.query(text, values)
      return { rows, rowCount: rows.length }
    },
  }
  const limiter = (name: string, { free, rememberedHours }: { free: number; rememberedHours: number }) =>
    new RateLimiterPostgres({
      storeClient: store,
      storeType: 'client',
      tableName: 'sign_in_attempts',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points: free,
      duration: rememberedHours * 3600,
    })
  const doors = [
    { ...ACCOUNT, count: limiter('account', ACCOUNT), closed: limiter('account-closed', ACCOUNT) },
    { ...ADDRESS, count: limiter('address', ADDRESS), closed: limiter('address-closed', ADDRESS) },
  ] as const

  return {
    async begin(account, address = 'unknown') {
      const keys = [JSON.stringify([account.slice(0, 128), address]), address] as const
      const waits = await Promise.all(doors.map(({ closed }, index) => closed.get(keys[index] ?? '')))
      const waitMs = Math.max(...waits.map((wait) => wait?.msBeforeNext ?? 0))
      if (waitMs > 0) throw tooManyAttempts(Math.ceil(waitMs / 1000))
      // Counted before the password is looked at, so that many tries at once count as many.
      const tries = await Promise.all(doors.map(({ count }, index) => count.penalty(keys[index] ?? '', 1)))
      return {
        async failed() {
          for (const [index, { free, waitMinutes, closed }] of doors.entries()) {
            const over = (tries[index]?.consumedPoints ?? 0) - free
            if (over < 0) continue
            const minutes = waitMinutes[Math.min(over, waitMinutes.length - 1)] ?? 60
            // oxlint-disable-next-line no-await-in-loop -- two at most
            await closed.block(keys[index] ?? '', minutes * 60)
          }
        },
        async succeeded() {
          await doors[0].count.delete(keys[0])
          await doors[1].count.reward(keys[1], 1)
        },
      }
    },
  }
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
