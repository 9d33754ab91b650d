import { customerName } from '#src/format/name.ts'
import type { Database } from '../db/database.ts'
import { orderFields, transactionFields } from '../db/record-tables.ts'
import type { CustomerSource } from './customer-source.ts'

const entries = (table: string, from = 'entry', where = 'true') => `
  coalesce((select jsonb_agg(to_jsonb(${from}) - array['owner', 'position', 'absent'] - ${from}.absent order by ${from}.position)
            from ${table} ${from} where ${from}.owner = c.uuid and ${where}), '[]')`

const list = (name: string, value: string) =>
  `'${name}', case when '${name}' = any(c.null_lists) then null else ${value} end`

/** A list of the body, unless it was not sent. */
const part = (name: string, value: string) =>
  `('${name}', case when '${name}' = any(c.null_lists || c.absent) then null else (${value})::json end)`

const columns = (alias: string, names: readonly string[]) => names.map((name) => `${alias}."${name}"`).join(', ')

/** One row as JSON: printed as it stands when all of its fields were sent, else without those that were not. */
const rowJson = (selected: string, absent: string) => `
  case when ${absent} = '{}' then (select row_to_json(r) from (select ${selected}) r)
  else (select (to_jsonb(r) - ${absent})::json from (select ${selected}) r) end`

const tenders = `
  coalesce((select json_agg(${rowJson(columns('t', transactionFields), 't.absent')} order by t.position)
    from transactions t where t.owner = o.owner and t.order_position = o.position), '[]')`

// The orders of dealers that were not asked are left out; an order that names no dealer (null or 0) belongs
// to the customer's own.
const orders = `
  coalesce((select json_agg(
      ${rowJson(`${columns('o', orderFields)}, more.transactions`, 'more.absent')}
      order by o.position)
    from dealer_orders o
    cross join lateral (
      select o.absent || case when $3::boolean then array['order_type'] else '{}' end as absent,
        case when 'transactions' = any(o.null_lists) then null else ${tenders} end as transactions
    ) more
    where o.owner = c.uuid
      and (o.dealer_id is null or o.dealer_id = 0 or o.dealer_id in (select id from asked))), '[]')`

const addresses = `
  coalesce((select jsonb_agg(
      (to_jsonb(a) - array['owner', 'position', 'absent', 'update_ts_text'] || jsonb_build_object('updateTS', a.update_ts_text))
      - a.absent order by a.position)
    from addresses a where a.owner = c.uuid), '[]')`

// A legacy address of another dealer of this installation is that dealer's business.
const legacyAddresses = entries(
  'legacy_addresses',
  'entry',
  `(entry."dealerID" is null or entry."dealerID" in (select id from asked) or entry."dealerID" not in (select id from dealers))`,
)

/** One statement reads a customer as finished JSON text: no number passes through JavaScript. */
const READ_CUSTOMER = `
with asked as (select id from dealers where uuid = any($2::text[]))
select c.fname, c.lname, c.company, (
  select json_object_agg(part.name, part.value) from (values
    ${part('errors', entries('answer_errors'))},
    ${part('warnings', entries('answer_warnings'))},
    ${part('dealerOrderInfoList', orders)},
    ${part('addressListV2', addresses)},
    ${part('addressList', legacyAddresses)},
    ('customerInfo', ((to_jsonb(c) - array['absent', 'null_lists'] || jsonb_build_object(
      ${list('communications', entries('communications'))},
      ${list('vehicles', entries('vehicles'))},
      ${list('secondaryCustomerData', entries('secondary_customers'))}
    )) - c.absent)::json)
  ) part(name, value) where part.name = 'customerInfo' or part.name <> all(c.absent)
)::text as body
from customers c
where c.uuid = $1 and c."dealerId" in (select id from asked)`

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
