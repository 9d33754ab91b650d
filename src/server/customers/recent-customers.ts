import type { Database, Queries } from '../db/database.ts'
import { daysBefore } from '../days-before.ts'
import { deleteInPieces } from '../db/delete-in-pieces.ts'
import { gatheredWrites } from '../db/gathered-writes.ts'

const MAX_RECENT = 20
/** Shorter than anybody needs from a customer to the list of recents. */
const REST_MS = 100

type RecentCustomer = { customerUUID: string; name: string; lookedUpAt: Date }

/** Each person's latest look-ups that found a customer. */
export type RecentCustomers = {
  remember(staffUUID: string, seen: { customerUUID: string; name: string; dealerUUIDList: readonly string[] }): void
  /** Newest first. A name that may have been seen through a dealer that was taken away is left out. */
  list(staffUUID: string, dealerUUIDs: readonly string[]): Promise<RecentCustomer[]>
  clear(staffUUID: string): Promise<void>
  /** Resolves when all that was remembered is stored. */
  close(): Promise<void>
}

type Row = {
  staff_uuid: string
  customer_uuid: string
  name: string
  dealer_uuids: readonly string[]
  looked_up_at: Date
}

/** Lets go of customers that were looked up too long ago. */
export function purgeRecents(db: Queries, keptDays: number, now: Date, mayGoOn?: () => boolean): Promise<number> {
  const params = [daysBefore(now, keptDays)]
  return deleteInPieces(db, { table: 'recent_customers', where: 'looked_up_at < $1', params }, mayGoOn)
}

/** @param onError told when something could not be stored; the answer that it came from does not depend on it */
export function recentCustomers(db: Database, now: () => Date, onError: (error: unknown) => void): RecentCustomers {
  const write = gatheredWrites<Row>(async (rows) => {
    // The same customer may be among them twice, and one statement changes a row only once.
    await db.query(
      `insert into recent_customers (staff_uuid, customer_uuid, name, dealer_uuids, looked_up_at)
       select distinct on (staff_uuid, customer_uuid) row.* from json_to_recordset($1::json) as row
         (staff_uuid text, customer_uuid text, name text, dealer_uuids text[], looked_up_at timestamptz)
       where exists (select from staff where uuid = staff_uuid) order by staff_uuid, customer_uuid, looked_up_at desc
       on conflict (staff_uuid, customer_uuid) do update set name = excluded.name,
         dealer_uuids = excluded.dealer_uuids, looked_up_at = excluded.looked_up_at`,
      [JSON.stringify(rows)],
    )
    await db.query(
      `delete from recent_customers old using (
         select staff_uuid, customer_uuid, row_number() over
           (partition by staff_uuid order by looked_up_at desc, customer_uuid) as place
         from recent_customers where staff_uuid = any($1::text[])) placed
       where placed.place > $2 and old.staff_uuid = placed.staff_uuid and old.customer_uuid = placed.customer_uuid`,
      [[...new Set(rows.map((row) => row.staff_uuid))], MAX_RECENT],
    )
  }, REST_MS)
  // What was remembered last is written last.
  let written: Promise<void> = Promise.resolve()

  return {
    remember(staffUUID, { customerUUID, name, dealerUUIDList }) {
      written = write({
        staff_uuid: staffUUID,
        customer_uuid: customerUUID,
        name,
        dealer_uuids: dealerUUIDList,
        looked_up_at: now(),
      }).catch(onError)
    },

    async list(staffUUID, dealerUUIDs) {
      await written
      const rows = await db.query<{ customer_uuid: string; name: string; looked_up_at: Date }>(
        `select customer_uuid, name, looked_up_at from recent_customers
         where staff_uuid = $1 and dealer_uuids <@ $2::text[] order by looked_up_at desc, customer_uuid limit $3`,
        [staffUUID, dealerUUIDs, MAX_RECENT],
      )
      return rows.map((row) => ({ customerUUID: row.customer_uuid, name: row.name, lookedUpAt: row.looked_up_at }))
    },

    async clear(staffUUID) {
      await written
      await db.query('delete from recent_customers where staff_uuid = $1', [staffUUID])
    },

    close: () => written,
  }
}
