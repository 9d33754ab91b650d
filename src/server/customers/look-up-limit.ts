import { MINUTE_MS, recentLookUps } from '../audit/recent-look-ups.ts'
import type { Caller } from '../auth/caller.ts'
import type { Database } from '../db/database.ts'
import { DeskError } from '../errors.ts'

type Turn = {
  /** @throws DeskError 429 with the time to wait */
  check(): Promise<void>
  /** To be called when the look-up stands in the record. */
  end(): void
}

/** Those of one person in this process. */
type Own = { underWay: number; ended: number[] }

/** Whoever authenticates for longer than this is asked about again. */
const REMEMBERED_MS = 10_000

/**
 * Lets a person make so many look-ups in a minute, counted in the audit record, so that all processes on one
 * database count together; those under way here, which it does not have yet, count too. Programs have no limit.
 * @returns begins a look-up's turn; `since` is when its caller was asked for, on the clock of `performance`
 */
export function lookUpLimit(db: Database, perMinute: number, now: () => Date): (caller: Caller, since: number) => Turn {
  const own = new Map<string, Own>()

  async function check(staffUUID: string, others: number): Promise<void> {
    const at = now()
    // The look-up that has to fall out of the last minute before another one fits.
    const [blocking] =
      others >= perMinute
        ? [{ at }]
        : await db.query<{ at: Date }>(`${recentLookUps('$1', '$2')} offset $3 limit 1`, [
            staffUUID,
            new Date(at.getTime() - MINUTE_MS),
            perMinute - 1 - others,
          ])
    if (blocking === undefined) return
    const seconds = Math.max(1, Math.ceil((blocking.at.getTime() + MINUTE_MS - at.getTime()) / 1000))
    throw new DeskError(429, 'TOO_MANY_REQUESTS', (words) => words.tooManyLookUps({ seconds }), {
      retryAfterSeconds: seconds,
    })
  }

  return (caller, since) => {
    if (caller.kind === 'service' || perMinute === 0) return { check: () => Promise.resolve(), end: () => {} }
    const { uuid, recentLookUps: counted } = caller
    const mine = own.get(uuid) ?? { underWay: 0, ended: [] }
    own.set(uuid, mine)
    const others = mine.underWay
    mine.underWay += 1
    // Of those that ended meanwhile nobody knows whether they were counted.
    const unknown = mine.ended.filter((time) => time >= since).length
    const isFarFromLimit =
      counted !== undefined && counted + others + unknown < perMinute && performance.now() - since < REMEMBERED_MS
    return {
      check: () => (isFarFromLimit ? Promise.resolve() : check(uuid, others)),
      end() {
        const time = performance.now()
        mine.underWay -= 1
        mine.ended = [...mine.ended.filter((earlier) => earlier > time - REMEMBERED_MS), time]
        if (own.size > MOST_PEOPLE) forgetIdle(own, time)
      },
    }
  }
}

const MOST_PEOPLE = 1000

function forgetIdle(own: Map<string, Own>, time: number): void {
  for (const [uuid, { underWay, ended }] of own) {
    if (underWay === 0 && (ended.at(-1) ?? 0) < time - REMEMBERED_MS) own.delete(uuid)
  }
}
