import type { Database } from '../db/database.ts'

const MAX_RECENT = 20

type RecentCustomer = { customerUUID: string; name: string; lookedUpAt: Date }

/** Each person's latest look-ups that found a customer. */
export type RecentCustomers = {
  remember(
    staffUUID: string,
    seen: { customerUUID: string; name: string; dealerUUIDList: readonly string[] },
  ): Promise<void>
  /** Newest first. A name that may have been seen through a dealer that was taken away is left out. */
  list(staffUUID: string, dealerUUIDs: readonly string[]): Promise<RecentCustomer[]>
  clear(staffUUID: string): Promise<void>
}

export function recentCustomers(db: Database, now: () => Date): RecentCustomers {
  return {
    async remember(staffUUID, { customerUUID, name, dealerUUIDList }) {
      await db.query(
        `with dropped as (
           delete from recent_customers where staff_uuid = $1 and customer_uuid in
             (select customer_uuid from recent_customers where staff_uuid = $1 and customer_uuid <> $2
              order by looked_up_at desc, customer_uuid offset $6))
         insert into recent_customers (staff_uuid, customer_uuid, name, dealer_uuids, looked_up_at)
         values ($1, $2, $3, $4::text[], $5)
         on conflict (staff_uuid, customer_uuid) do update set name = excluded.name,
           dealer_uuids = excluded.dealer_uuids, looked_up_at = excluded.looked_up_at`,
        [staffUUID, customerUUID, name, dealerUUIDList, now(), MAX_RECENT - 1],
      )
    },

    async list(staffUUID, dealerUUIDs) {
      const rows = await db.query<{ customer_uuid: string; name: string; looked_up_at: Date }>(
        `select customer_uuid, name, looked_up_at from recent_customers
         where staff_uuid = $1 and dealer_uuids <@ $2::text[] order by looked_up_at desc, customer_uuid limit $3`,
        [staffUUID, dealerUUIDs, MAX_RECENT],
      )
      return rows.map((row) => ({ customerUUID: row.customer_uuid, name: row.name, lookedUpAt: row.looked_up_at }))
    },

    async clear(staffUUID) {
      await db.query('delete from recent_customers where staff_uuid = $1', [staffUUID])
    },
  }
}
