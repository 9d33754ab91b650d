import type { Caller } from '../auth/caller.ts'
import type { Database } from '../db/database.ts'
import { DeskError } from '../errors.ts'

/** The outcome of a look-up that came too soon; it does not push the next one further away. */
export const TOO_SOON = 'too-soon'

type Turn = {
  /** @throws DeskError 429 with the time to wait */
  check(): Promise<void>
  /** To be called when the look-up stands in the record. */
  end(): void
}

/**
 * Lets a person make so many look-ups in a minute, counted in the audit record, so that all processes on one
 * database count together; those under way here, which it does not have yet, count too. Programs have no limit.
 * @returns begins a look-up's turn
 */
export function lookUpLimit(db: Database, perMinute: number, now: () => Date): (caller: Caller) => Turn {
  const underWay = new Map<string, number>()

  async function check(staffUUID: string, others: number): Promise<void> {
    const at = now()
    // The look-up that has to fall out of the last minute before another one fits.
    const [blocking] =
      others >= perMinute
        ? [{ at }]
        : await db.query<{ at: Date }>(
            `select at from audit_events where actor_id = $1 and at > $2 and event = 'look-up' and outcome <> $3
             order by at desc offset $4 limit 1`,
            [staffUUID, new Date(at.getTime() - 60_000), TOO_SOON, perMinute - 1 - others],
          )
    if (blocking === undefined) return
    const seconds = Math.max(1, Math.ceil((blocking.at.getTime() + 60_000 - at.getTime()) / 1000))
    throw new DeskError(429, 'TOO_MANY_REQUESTS', `Too many look-ups in a minute. Try again in ${seconds} s.`, {
      retryAfterSeconds: seconds,
    })
  }

  return (caller) => {
    if (caller.kind === 'service' || perMinute === 0) return { check: () => Promise.resolve(), end: () => {} }
    const others = underWay.get(caller.uuid) ?? 0
    underWay.set(caller.uuid, others + 1)
    return {
      check: () => check(caller.uuid, others),
      end() {
        const left = (underWay.get(caller.uuid) ?? 1) - 1
        if (left === 0) underWay.delete(caller.uuid)
        else underWay.set(caller.uuid, left)
      },
    }
  }
}
