/**
 * One table for everything that has to be accounted for. Rows can only be added: a trigger refuses every
 * change, and lets a row go only after 90 days, the shortest time that can be set for keeping them.
 */
export const audit = `
create table audit_events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  event text not null,
  outcome text not null,
  actor_kind text not null,
  actor_id text,
  actor_name text,
  address text,
  request_id text,
  status integer,
  requester_uuid text,
  customer_uuid text,
  dealer_uuids text[],
  detail text
);
create index on audit_events (at desc, id desc);
create index on audit_events (actor_id, at desc);
create index on audit_events (customer_uuid, at desc);

insert into audit_events (at, event, outcome, actor_kind, actor_id, request_id, requester_uuid, customer_uuid, dealer_uuids)
  select looked_up_at, 'look-up', replace(outcome, ' ', '-'), case when staff_uuid is null then 'service' else 'staff' end,
    coalesce(staff_uuid, service_username), request_id, requester_uuid, customer_uuid, dealer_uuids
  from look_ups order by id;
drop table look_ups;

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.at < now() - interval '90 days' then
      return old;
    end if;
  end if;
  raise exception 'audit events can only be added';
end
$$;
create trigger audit_events_stay before update or delete on audit_events
  for each row execute function refuse_audit_change();
create trigger audit_events_stay_whole before truncate on audit_events
  for each statement execute function refuse_audit_change();
`
