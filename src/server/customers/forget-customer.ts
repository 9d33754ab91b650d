import type { Queries } from '../db/database.ts'

/**
 * What was taken out: the record itself, links to it in the records of others, entries among recent customers, and what
 * people saw when they last looked.
 */
export type Forgotten = { records: number; links: number; recents: number; looks: number }

/** Takes a customer out of the database, but for the audit record, in which the UUID stays. */
export async function forgetCustomer(tx: Queries, customerUUID: string): Promise<Forgotten> {
  const deleted = async (from: string) =>
    (await tx.query(`delete from ${from} = $1 returning 1`, [customerUUID])).length
  // The tables of the version before hold a copy until the next one drops them.
  await deleted('customers where uuid')
  await deleted('secondary_customers where guid')
  await deleted('customer_orders where owner')
  await deleted('customer_legacy_addresses where owner')
  await deleted('customer_links where owner')
  return {
    records: await deleted('customer_records where uuid'),
    links: await deleted('customer_links where guid'),
    recents: await deleted('recent_customers where customer_uuid'),
    looks: await deleted('last_looks where customer_uuid'),
  }
}
