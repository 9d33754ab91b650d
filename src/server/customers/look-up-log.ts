import type { Caller } from '../auth/caller.ts'
import type { Database } from '../db/database.ts'
import { DeskError } from '../errors.ts'
import type { LookUp, LookUpResult } from './customer-source.ts'

/** How many customers a person's list of recent look-ups holds. */
export const MAX_RECENT = 20

/** Remembers look-ups: for the record, for the limit, and for the person's list of recent customers. */
export type LookUpLog = {
  /** @throws DeskError 429 when the person has made as many look-ups in a minute as they may */
  limit(caller: Caller): Promise<void>
  record(caller: Caller, search: LookUp, result: LookUpResult, requestId: string): Promise<void>
}

export function lookUpLog(db: Database, perMinute: number, now: () => Date): LookUpLog {
  return {
    async limit(caller) {
      if (caller.kind === 'service' || perMinute === 0) return
      const at = now()
      // The look-up that has to fall out of the last minute before another one fits.
      const [blocking] = await db.query<{ at: Date }>(
        `select looked_up_at as at from look_ups where staff_uuid = $1 and looked_up_at > $2
         order by looked_up_at desc offset $3 limit 1`,
        [caller.uuid, new Date(at.getTime() - 60_000), perMinute - 1],
      )
      if (blocking === undefined) return
      const waitMs = blocking.at.getTime() + 60_000 - at.getTime()
      const seconds = Math.max(1, Math.ceil(waitMs / 1000))
      throw new DeskError(429, 'TOO_MANY_REQUESTS', `Too many look-ups in a minute. Try again in ${seconds} s.`, {
        retryAfterSeconds: seconds,
      })
    },

    async record(caller, search, result, requestId) {
      await db.transaction(async (tx) => {
        const at = now()
        await tx.query(
          `insert into look_ups (looked_up_at, request_id, staff_uuid, service_username, requester_uuid, customer_uuid, dealer_uuids, outcome)
           values ($1, $2, $3, $4, $5, $6, $7::text[], $8)`,
          [
            at,
            requestId,
            caller.kind === 'staff' ? caller.uuid : null,
            caller.kind === 'service' ? caller.username : null,
            search.requesterUserUUID,
            search.customerUUID,
            search.dealerUUIDList,
            result.found ? 'found' : 'not found',
          ],
        )
        if (caller.kind !== 'staff' || !result.found) return
        await tx.query(
          `insert into recent_customers (staff_uuid, customer_uuid, name, dealer_uuids, looked_up_at)
           values ($1, $2, $3, $4::text[], $5)
           on conflict (staff_uuid, customer_uuid) do update set name = excluded.name,
             dealer_uuids = excluded.dealer_uuids, looked_up_at = excluded.looked_up_at`,
          [caller.uuid, search.customerUUID, result.name, search.dealerUUIDList, at],
        )
        await tx.query(
          `delete from recent_customers where staff_uuid = $1 and customer_uuid in
             (select customer_uuid from recent_customers where staff_uuid = $1 order by looked_up_at desc, customer_uuid offset $2)`,
          [caller.uuid, MAX_RECENT],
        )
      })
    },
  }
}
