import { customerName } from '#src/format/name.ts'
import type { Database } from '../db/database.ts'
import type { CustomerSource } from './customer-source.ts'

/** A list of rows, behind what there is of its object already. */
const list = (name: string, state: string, rows: string) => `
  case ${state} when 'absent' then '' when 'null' then ',"${name}":null'
    else ',"${name}":[' || coalesce((${rows}), '') || ']' end`

const links = `select string_agg(l.body, ',' order by l.position) from customer_links l where l.owner = c.uuid`

// The orders of dealers that were not asked are left out; an order that names no dealer (null or 0) belongs
// to the customer's own.
const orders = `
  select string_agg(o.body || case when $3::boolean or o.order_type = '' then '}' when o.body = '{' then o.order_type || '}'
      else ',' || o.order_type || '}' end, ',' order by o.position)
  from customer_orders o where o.owner = c.uuid
    and (o.dealer_id is null or o.dealer_id = 0 or o.dealer_id = any(asked.ids))`

// A legacy address of another dealer of this installation is that dealer's business.
const legacyAddresses = `
  select string_agg(a.body, ',' order by a.position) from customer_legacy_addresses a where a.owner = c.uuid
    and (a.dealer_id is null or a.dealer_id = any(asked.ids) or not exists (select from dealers d where d.id = a.dealer_id))`

/** One statement joins a customer's stored parts to the finished JSON text. */
const READ_CUSTOMER = `
select c.fname, c.lname, c.company,
  c.body || ',"dealerId":' || c.dealer_id || ${list('secondaryCustomerData', 'c.links', links)} || '}'
    || ${list('dealerOrderInfoList', 'c.orders', orders)}
    || ${list('addressList', 'c.legacy_addresses', legacyAddresses)} || '}' as body
from customer_records c, (select array_agg(id) as ids from dealers where uuid = any($2::text[])) asked
where c.uuid = $1 and c.dealer_id = any(asked.ids)`

/** Answers look-ups out of this installation's own database. */
export function postgresSource(db: Database): CustomerSource {
  return {
    async lookUp(search) {
      const [row] = await db.query<{
        fname: string | null
        lname: string | null
        company: string | null
        body: string
      }>(READ_CUSTOMER, [search.customerUUID, search.dealerUUIDList, search.excludeOrderType])
      return row === undefined
        ? { found: false }
        : { found: true, body: row.body, name: customerName(row, search.customerUUID) }
    },
    circuit: () => undefined,
    // The database is closed by whoever opened it.
    close: () => Promise.resolve(),
  }
}
