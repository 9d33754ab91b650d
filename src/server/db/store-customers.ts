import type { Queries } from './database.ts'
import { customerFields, customerLists, transactionFields } from './record-tables.ts'

/**
 * Stores 200 bodies, replacing customers that are there already. The bodies stay JSON text from the file
 * to the columns, so that no number passes through a double.
 * @param bodies JSON texts that match the contract, no two of the same customer
 */
export async function storeCustomers(tx: Queries, bodies: readonly string[]): Promise<void> {
  const json = `[${bodies.join(',')}]`
  await tx.query(
    `delete from customers where uuid in (select item->'customerInfo'->>'uuid' from jsonb_array_elements($1::text::jsonb) source (item))`,
    [json],
  )
  await tx.query(
    `insert into customers
     select record.* from jsonb_array_elements($1::text::jsonb) source (item),
       lateral (select item || (item->'customerInfo') as flat) merged,
       lateral jsonb_populate_record(null::customers, (item->'customerInfo') || jsonb_build_object(
         'absent', array(select field from unnest($2::text[]) field where not flat ? field),
         'null_lists', array(select field from unnest($3::text[]) field where flat->field = 'null'::jsonb)
       )) record`,
    [json, customerFields, customerLists.map((list) => list.name)],
  )
  for (const list of customerLists) {
    const holder = list.level === 'body' ? 'item' : `(item->'customerInfo')`
    await tx.query(
      `insert into ${list.table}
       select record.* from jsonb_array_elements($1::text::jsonb) source (item),
         lateral jsonb_array_elements(case jsonb_typeof(${holder}->'${list.name}') when 'array' then ${holder}->'${list.name}' else '[]' end)
           with ordinality as entry (value, place),
         lateral jsonb_populate_record(null::${list.table}, value || jsonb_build_object(
           'owner', item->'customerInfo'->>'uuid', 'position', place,
           'absent', array(select field from unnest($2::text[]) field where not value ? field),
           'null_lists', case when value->'transactions' = 'null'::jsonb then '["transactions"]'::jsonb else '[]'::jsonb end,
           'update_ts_text', value->'updateTS'
         )) record`,
      [json, list.fields],
    )
  }
  // Of a card number only the last four digits are ever stored.
  await tx.query(
    `insert into transactions
     select record.* from jsonb_array_elements($1::text::jsonb) source (item),
       lateral jsonb_array_elements(case jsonb_typeof(item->'dealerOrderInfoList') when 'array' then item->'dealerOrderInfoList' else '[]' end)
         with ordinality as parent (dealer_order, order_place),
       lateral jsonb_array_elements(case jsonb_typeof(dealer_order->'transactions') when 'array' then dealer_order->'transactions' else '[]' end)
         with ordinality as entry (value, place),
       lateral jsonb_populate_record(null::transactions, value || jsonb_build_object(
         'owner', item->'customerInfo'->>'uuid', 'order_position', order_place, 'position', place,
         'absent', array(select field from unnest($2::text[]) field where not value ? field),
         'ccNumber', right(regexp_replace(value->>'ccNumber', '[^0-9]', '', 'g'), 4)
       )) record`,
    [json, transactionFields],
  )
}
