import type { Queries } from '../db/database.ts'

/** As much of the customers as is held at once, counted as it is stored: a few records, or one that is larger. */
const PAGE_BYTES = 4_000_000
const PAGE_CUSTOMERS = 200

export type Exported = {
  dealers: number
  users: number
  services: number
  customers: number
  /** People who have a second factor, which stays behind. */
  factors: number
}

/**
 * All that an import file can hold, line by line, from one state of the database however long it takes. Nothing is read
 * until the first line is asked for, and never more than a page.
 * @param tx a transaction in which nothing was done yet
 * @param counts counted up on the way
 */
export async function* exportLines(tx: Queries, counts: Exported): AsyncGenerator<string> {
  await tx.query('set transaction isolation level repeatable read, read only')
  // A role that does not see all rows of a table would leave them out without a word.
  await tx.query('set local row_security = off')
  for (const { line } of await tx.query<{ line: string }>(DEALERS, [])) {
    counts.dealers += 1
    yield `${line}\n`
  }
  for (const { line, factors } of await tx.query<{ line: object; factors: number }>(USERS, [])) {
    counts.users += 1
    if (factors > 0) counts.factors += 1
    yield `${JSON.stringify(line)}\n`
  }
  for (const { line } of await tx.query<{ line: object }>(SERVICES, [])) {
    counts.services += 1
    yield `${JSON.stringify(line)}\n`
  }
  let last = ''
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the next page when this one is written
    const page = await tx.query<{ uuid: string; line: string }>(CUSTOMERS, [last, PAGE_CUSTOMERS, PAGE_BYTES])
    for (const { uuid, line } of page) {
      counts.customers += 1
      last = uuid
      yield `${line}\n`
    }
    if (page.length === 0) return
  }
}

// An int64 as its digits.
const DEALERS = `
select '{"type":"dealer","id":' || id || ',"uuid":' || to_json(uuid) || ',"name":' || to_json(name) || '}' as line
from dealers order by id`

const USERS = `
select json_strip_nulls(json_build_object('type', 'user', 'uuid', uuid, 'username', username, 'name', name,
    'dealerUUIDs', array(select dealer_uuid from staff_dealers where staff_uuid = uuid order by dealer_uuid),
    'passwordHash', password_hash, 'manager', is_manager, 'disabled', is_disabled)) as line,
  (select count(*) from second_factors where staff_uuid = uuid)::int as factors
from staff order by uuid`

const SERVICES = `
select json_build_object('type', 'service', 'username', username,
    'dealerUUIDs', array(select dealer_uuid from service_account_dealers link
      where link.username = account.username order by dealer_uuid),
    'passwordHash', password_hash, 'disabled', is_disabled) as line
from service_accounts account order by username`

/** A list that is kept in rows, all of them, behind what there is of its object already. */
const list = (name: string, state: string, table: string, text: string) => `
  case ${state} when 'absent' then '' when 'null' then ',"${name}":null'
    else ',"${name}":[' || coalesce((select string_agg(${text}, ',' order by position) from ${table} where owner = c.uuid), '')
      || ']' end`

const order = `body || case when order_type = '' then '' when body = '{' then order_type else ',' || order_type end || '}'`

const bytes = (table: string) => `coalesce((select sum(octet_length(body)) from ${table} where owner = c.uuid), 0)`

/** The customers after $1: $2 at most, and no further one when there are $3 bytes. */
const CUSTOMERS = `
with page as (
  select uuid, octet_length(body) + ${bytes('customer_links')} + ${bytes('customer_orders')}
    + ${bytes('customer_legacy_addresses')} as bytes
  from customer_records c where uuid > $1 order by uuid limit $2
), placed as (select uuid, sum(bytes) over (order by uuid) - bytes as before from page)
select c.uuid, '{"type":"customer",' || substr(c.body, 2) || ',"dealerId":' || c.dealer_id
    || ${list('secondaryCustomerData', 'c.links', 'customer_links', 'body')} || '}'
    || ${list('dealerOrderInfoList', 'c.orders', 'customer_orders', order)}
    || ${list('addressList', 'c.legacy_addresses', 'customer_legacy_addresses', 'body')} || '}' as line
from customer_records c join placed using (uuid) where placed.before < $3::bigint order by c.uuid`
