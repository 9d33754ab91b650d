const entries = (table: string, extra = '') => `
  coalesce((select jsonb_agg(to_jsonb(e) - array['owner', 'position', 'absent', 'update_ts_text'] - e.absent ${extra} order by e.position)
    from ${table} e where e.owner = c.uuid), '[]')::text`

const part = (name: string, value: string) => `
  case when '${name}' = any(c.absent) then '' when '${name}' = any(c.null_lists) then '"${name}":null,'
    else '"${name}":' || ${value} || ',' end`

const infoList = (name: string, table: string) => `
  case when '${name}' = any(c.absent) then '{}'
    else jsonb_build_object('${name}', case when '${name}' = any(c.null_lists) then null else ${entries(table)}::jsonb end) end`

const state = (name: string) => `
  case when '${name}' = any(c.absent) then 'absent' when '${name}' = any(c.null_lists) then 'null' else 'list' end`

// An instant stays as it was spelled, where it was sent at all.
const instant = `|| case when 'updateTS' = any(e.absent) then '{}' else jsonb_build_object('updateTS', e.update_ts_text) end`

/**
 * A customer as JSON text that an answer is joined out of: what depends on who asks (orders and older addresses by dealer,
 * order types, links to other customers) is a row each. An object that something follows in is without its last brace.
 *
 * The tables of before stay for a version that still reads them; the next one drops them.
 */
export const storedAnswers = /* sql */ `
create table customer_records (
  uuid text primary key,
  dealer_id bigint not null,
  fname text,
  lname text,
  company text,
  -- Up to the end of customerInfo, but for the number of its dealer.
  body text not null,
  -- Of each list that is kept in rows: absent, null or list.
  links text not null,
  orders text not null,
  legacy_addresses text not null
);
create index on customer_records (dealer_id);
create table customer_links (
  owner text not null,
  position integer not null,
  guid text,
  body text not null,
  primary key (owner, position)
);
create index on customer_links (guid);
create table customer_orders (
  owner text not null,
  position integer not null,
  dealer_id bigint,
  -- Without order_type, which follows where it is asked for.
  body text not null,
  order_type text not null,
  primary key (owner, position)
);
create table customer_legacy_addresses (
  owner text not null,
  position integer not null,
  dealer_id bigint,
  body text not null,
  primary key (owner, position)
);

insert into customer_records (uuid, dealer_id, fname, lname, company, body, links, orders, legacy_addresses)
select c.uuid, c."dealerId", c.fname, c.lname, c.company,
  '{' || ${part('errors', entries('answer_errors'))} || ${part('warnings', entries('answer_warnings'))}
    || ${part('addressListV2', entries('addresses', instant))} || '"customerInfo":'
    || left((to_jsonb(c) - array['absent', 'null_lists', 'dealerId'] - c.absent
      || ${infoList('communications', 'communications')} || ${infoList('vehicles', 'vehicles')})::text, -1),
  ${state('secondaryCustomerData')}, ${state('dealerOrderInfoList')}, ${state('addressList')}
from customers c;

insert into customer_links (owner, position, guid, body)
select owner, position, guid, (to_jsonb(e) - array['owner', 'position', 'absent'] - absent)::text from secondary_customers e;

insert into customer_orders (owner, position, dealer_id, body, order_type)
select o.owner, o.position, o.dealer_id,
  left((to_jsonb(o) - array['owner', 'position', 'absent', 'null_lists', 'order_type'] - o.absent
    || case when 'transactions' = any(o.absent) then '{}' else jsonb_build_object('transactions',
      case when 'transactions' = any(o.null_lists) then null else
        coalesce((select jsonb_agg(to_jsonb(t) - array['owner', 'order_position', 'position', 'absent'] - t.absent order by t.position)
          from transactions t where t.owner = o.owner and t.order_position = o.position), '[]') end) end)::text, -1),
  case when 'order_type' = any(o.absent) then '' else '"order_type":' || coalesce(to_json(o.order_type)::text, 'null') end
from dealer_orders o;

insert into customer_legacy_addresses (owner, position, dealer_id, body)
select owner, position, "dealerID", (to_jsonb(e) - array['owner', 'position', 'absent'] - absent)::text from legacy_addresses e;
`
