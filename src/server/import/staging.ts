import type { StoredParts } from '../customers/stored-parts.ts'
import type { Queries } from '../db/database.ts'

/** A customer on its way into the database, with the line of the file it came from. */
export type StagedCustomer = StoredParts & { line: number; uuid: string; dealerId: string }

/**
 * Tables of this transaction alone, into which a file is loaded: nobody waits for them, whatever the file holds and however
 * long it takes.
 */
export async function makeStaging(tx: Queries): Promise<void> {
  await tx.query(`
    create temporary table staged_customers (line integer, uuid text, dealer_id bigint, fname text, lname text, company text,
      body text, links text, orders text, legacy_addresses text) on commit drop;
    create temporary table staged_links (line integer, position integer, guid text, body text) on commit drop;
    create temporary table staged_orders (line integer, position integer, dealer_id bigint, body text, order_type text)
      on commit drop;
    create temporary table staged_legacy_addresses (line integer, position integer, dealer_id bigint, body text)
      on commit drop;`)
}

/** Loads customers into {@link makeStaging}'s tables, many rows in one statement. */
export async function stage(tx: Queries, customers: readonly StagedCustomer[]): Promise<void> {
  await tx.query(
    `insert into staged_customers select * from unnest($1::integer[], $2::text[], $3::text[]::bigint[], $4::text[], $5::text[],
       $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])`,
    columns(customers, [
      ...(['line', 'uuid', 'dealerId', 'fname', 'lname', 'company'] as const),
      ...(['body', 'links', 'orders', 'legacyAddresses'] as const),
    ]),
  )
  await tx.query(
    `insert into staged_links select * from unnest($1::integer[], $2::integer[], $3::text[], $4::text[])`,
    columns(placed(customers, 'linkRows'), ['line', 'position', 'guid', 'body']),
  )
  await tx.query(
    `insert into staged_orders
     select * from unnest($1::integer[], $2::integer[], $3::text[]::bigint[], $4::text[], $5::text[])`,
    columns(placed(customers, 'orderRows'), ['line', 'position', 'dealerId', 'body', 'orderType']),
  )
  await tx.query(
    `insert into staged_legacy_addresses
     select * from unnest($1::integer[], $2::integer[], $3::text[]::bigint[], $4::text[])`,
    columns(placed(customers, 'legacyAddressRows'), ['line', 'position', 'dealerId', 'body']),
  )
}

type Lists = 'linkRows' | 'orderRows' | 'legacyAddressRows'

/** The rows of a list of all customers, each with its customer's line and its place. */
const placed = <Name extends Lists>(customers: readonly StagedCustomer[], name: Name) =>
  customers.flatMap(({ line, [name]: rows }) =>
    rows.map((row, position) => ({ line, position, ...row }) as StagedCustomer[Name][number] & Place),
  )
type Place = { line: number; position: number }

const columns = <Row>(rows: readonly Row[], names: readonly (keyof Row)[]): unknown[] =>
  names.map((name) => rows.map((row) => row[name]))

/** Puts what was staged in the place of what there is of these customers. Where a file holds one twice, the later line counts. */
export async function storeStaged(tx: Queries): Promise<void> {
  await tx.query(
    'analyze staged_customers; analyze staged_links; analyze staged_orders; analyze staged_legacy_addresses',
  )
  await tx.query(
    `delete from staged_customers using (select uuid, max(line) as line from staged_customers group by uuid having count(*) > 1) latest
     where staged_customers.uuid = latest.uuid and staged_customers.line < latest.line`,
  )
  const lists = [
    ['customer_links', 'staged_links', 'guid, row.body'],
    ['customer_orders', 'staged_orders', 'dealer_id, row.body, row.order_type'],
    ['customer_legacy_addresses', 'staged_legacy_addresses', 'dealer_id, row.body'],
  ]
  for (const [table, staged, values] of lists) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await tx.query(`
      delete from ${table} where owner in (select uuid from staged_customers);
      insert into ${table} select customer.uuid, row.position, row.${values}
        from ${staged} row join staged_customers customer on customer.line = row.line`)
  }
  await tx.query(`
    delete from customer_records where uuid in (select uuid from staged_customers);
    insert into customer_records (uuid, dealer_id, fname, lname, company, body, links, orders, legacy_addresses)
      select uuid, dealer_id, fname, lname, company, body, links, orders, legacy_addresses from staged_customers`)
}
