import type { Database } from '../db/database.ts'

const MAX_RECENT = 20
const GATHER_MS = 100

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

/** @param onError told when something could not be stored; the answer that it came from does not depend on it */
export function recentCustomers(db: Database, now: () => Date, onError: (error: unknown) => void): RecentCustomers {
  // What many people look up at the same time is stored together. Nobody waits for it but who reads the list.
  let waiting = new Map<string, Row>()
  let writing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function write(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const rows = [...waiting.values()]
    waiting = new Map()
    if (rows.length === 0) return
    await db.query(
      `insert into recent_customers (staff_uuid, customer_uuid, name, dealer_uuids, looked_up_at)
       select row.* from json_to_recordset($1::json) as row
         (staff_uuid text, customer_uuid text, name text, dealer_uuids text[], looked_up_at timestamptz)
       where exists (select from staff where uuid = staff_uuid) order by staff_uuid, customer_uuid
       on conflict (staff_uuid, customer_uuid) do update set name = excluded.name,
         dealer_uuids = excluded.dealer_uuids, looked_up_at = excluded.looked_up_at`,
      [JSON.stringify(rows)],
    )
  }

  /** One statement at a time: two that change the same rows would wait for each other. */
  const flush = (): Promise<void> => (writing = writing.catch(() => undefined).then(write))

  return {
    remember(staffUUID, { customerUUID, name, dealerUUIDList }) {
      waiting.set(JSON.stringify([staffUUID, customerUUID]), {
        staff_uuid: staffUUID,
        customer_uuid: customerUUID,
        name,
        dealer_uuids: dealerUUIDList,
        looked_up_at: now(),
      })
      timer ??= setTimeout(() => void flush().catch(onError), GATHER_MS)
    },

    async list(staffUUID, dealerUUIDs) {
      await flush()
      const rows = await db.query<{ customer_uuid: string; name: string; looked_up_at: Date }>(
        `select customer_uuid, name, looked_up_at from recent_customers
         where staff_uuid = $1 and dealer_uuids <@ $2::text[] order by looked_up_at desc, customer_uuid limit $3`,
        [staffUUID, dealerUUIDs, MAX_RECENT],
      )
      return rows.map((row) => ({ customerUUID: row.customer_uuid, name: row.name, lookedUpAt: row.looked_up_at }))
    },

    async clear(staffUUID) {
      await flush()
      await db.query('delete from recent_customers where staff_uuid = $1', [staffUUID])
    },

    async close() {
      await flush()
    },
  }
}

/** Lets go of what no list shows any more. */
export async function trimRecentCustomers(db: Database): Promise<void> {
  await db.query(
    `delete from recent_customers old using (
       select staff_uuid, customer_uuid, row_number() over
         (partition by staff_uuid order by looked_up_at desc, customer_uuid) as place from recent_customers) placed
     where placed.place > $1 and old.staff_uuid = placed.staff_uuid and old.customer_uuid = placed.customer_uuid`,
    [MAX_RECENT],
  )
}
