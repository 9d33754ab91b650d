import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { Database, Queries } from '../db/database.ts'
import { deleteInPieces } from '../db/delete-in-pieces.ts'
import { DeskError } from '../errors.ts'

/** Wrong passwords that are free of waiting, and the waits that follow, longer each time. */
const ACCOUNT_HERE = { free: 10, rememberedHours: 24, waitMinutes: [30, 60, 120] } as const
const ACCOUNT = { free: 100, rememberedHours: 24, waitMinutes: [5, 15, 30] } as const
const ADDRESS = { free: 100, rememberedHours: 1, waitMinutes: [15, 30, 60] } as const

/** Passwords of one account, from one address, that wait for their turn; nobody has more in mind. */
const MOST_WAITING = 10

/**
 * Slows down whoever tries passwords, counted in the database, so that all processes on it count together.
 * An account is closed towards the address that tried: its owner can still sign in from another one, until so many
 * addresses have tried that the account has to rest for everybody. What others try, there or elsewhere, never closes it
 * towards an address from which its right password has come.
 */
export type AttemptLimit = {
  /**
   * Has a password looked at, unless too many wrong ones came before it. Only a wrong one counts. Of one account and
   * address they are looked at one after the other, so that many at once get no further than one by one; the same
   * credentials at the same time are looked at once for all who sent them.
   * @param look resolves to undefined when the password is wrong; when it fails, nothing is counted
   * @throws DeskError 429 with the time to wait
   */
  look<T>(attempt: Attempt, look: () => Promise<T | undefined>): Promise<T | undefined>
}

type Attempt = {
  account: string
  address: string | undefined
  /** What two attempts have in common that are the same one. */
  credentials: string
}

/** Names an account in the counts: people type passwords where a name belongs, so the name itself is not kept. */
export const accountKey = (account: string): string =>
  createHash('sha256').update(account).digest('base64url').slice(0, 22)

/** @param knownDays so long an account's right password is remembered for the address that it came from */
export function attemptLimit(db: Database, knownDays: number): AttemptLimit {
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
  const known = limiter('known', 1, knownDays * 24)

  type Keys = Record<(typeof names)[number], string>

  async function requireOpen(keys: Keys): Promise<void> {
    const waits = await Promise.all(names.map((name) => doors[name].closed.get(keys[name])))
    const isClosed = (wait: RateLimiterRes | null | undefined) => (wait?.msBeforeNext ?? 0) > 0
    if (!waits.some(isClosed)) return
    // Wrong ones of this account from here close it here; all others don't where its right one has come from.
    const [here] = waits
    if (!isClosed(here) && (await known.get(keys.accountHere)) !== null) return
    const waitMs = Math.max(...waits.map((wait) => wait?.msBeforeNext ?? 0))
    throw tooManyAttempts(Math.ceil(waitMs / 1000))
  }

  async function countWrong(keys: Keys): Promise<void> {
    await Promise.all(
      names.map(async (name) => {
        const { count, free, waitMinutes, closed } = doors[name]
        const over = (await count.penalty(keys[name], 1)).consumedPoints - free
        if (over < 0) return
        const minutes = waitMinutes[Math.min(over, waitMinutes.length - 1)] ?? 60
        await closed.consume(keys[name], 1, { customDuration: minutes * 60 }).catch((refusal: unknown) => {
          // Another wrong one at the same moment has closed it.
          if (!(refusal instanceof RateLimiterRes)) throw refusal
        })
      }),
    )
  }

  async function remember(keys: Keys): Promise<void> {
    await Promise.all([
      doors.accountHere.count.delete(keys.accountHere),
      known.set(keys.accountHere, 1, knownDays * 24 * 3600),
    ])
  }

  const inTurn = turns(MOST_WAITING)
  const underWay = new Map<string, Promise<unknown>>()

  return {
    look<T>({ account, address = 'unknown', credentials }: Attempt, look: () => Promise<T | undefined>) {
      const from = network(address)
      const keys = { accountHere: `${accountKey(account)} ${from}`, account: accountKey(account), address: from }
      const same = createHash('sha256')
        .update(JSON.stringify([keys.accountHere, credentials]))
        .digest('base64')
      const begun = underWay.get(same)
      if (begun !== undefined) return begun as Promise<T | undefined>
      const looked = inTurn(keys.accountHere, async () => {
        await requireOpen(keys)
        const found = await look()
        if (found === undefined) await countWrong(keys)
        else await remember(keys)
        return found
      }).finally(() => underWay.delete(same))
      underWay.set(same, looked)
      return looked
    },
  }
}

/** Does what has the same key one after the other; beyond `mostWaiting` the rest is asked to come again. */
function turns(mostWaiting: number): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>()
  return async (key, work) => {
    const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 }
    if (line.length > mostWaiting) throw tooManyAtOnce()
    lines.set(key, line)
    line.length += 1
    const turn = line.last.then(work)
    line.last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      line.length -= 1
      if (line.length === 0) lines.delete(key)
    }
  }
}

/** Lets go of counts and waits that are over. */
export function purgeAttempts(db: Queries, now: Date, mayGoOn?: () => boolean): Promise<number> {
  const rows = { table: 'sign_in_attempts', where: 'expire < $1', params: [now.getTime()] }
  return deleteInPieces(db, rows, mayGoOn)
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
  return new DeskError(
    429,
    'TOO_MANY_ATTEMPTS',
    (words) =>
      seconds < 120
        ? words.tooManyPasswordsSeconds({ seconds })
        : words.tooManyPasswordsMinutes({ minutes: Math.ceil(seconds / 60) }),
    { retryAfterSeconds: seconds },
  )
}

const tooManyAtOnce = (): DeskError =>
  new DeskError(429, 'TOO_MANY_ATTEMPTS', (words) => words.tooManyAtOnce(), { retryAfterSeconds: 5 })
