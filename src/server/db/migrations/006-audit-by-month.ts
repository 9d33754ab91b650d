/**
 * The audit record in one table a month, so that retention drops a table, with seals that the writing process makes.
 *
 * What is there already stays where it is, as the part of the record up to the end of this month. Its seals are over the
 * columns it had then, whatever is added later. A version before this one may go on writing: its rows are sealed as before.
 */
export const auditByMonth = /* sql */ `
drop trigger audit_events_stay on audit_events;
drop trigger audit_events_stay_whole on audit_events;
drop trigger audit_events_sealed on audit_events;
drop function seal_audit_event();
drop function audit_event_text(audit_events);

alter table audit_events rename to audit_events_before;
alter table audit_events_before alter id drop identity;
alter table audit_events_before
  add times integer not null default 1,
  -- How the seal was made; null for those that the database made.
  add seal_version smallint,
  -- Which key it was made with: the beginning of a digest of it.
  add key_id text;

create sequence audit_event_ids;
-- As with an identity: who may add a row needs no right of its own for its number.
grant usage on sequence audit_event_ids to public;
select setval('audit_event_ids', coalesce(max(id), 0) + 1, false) from audit_events_before;
create table audit_events (like audit_events_before) partition by range (at);
alter table audit_events alter id set default nextval('audit_event_ids');
alter table audit_events alter times set default 1;
create index on audit_events (id);
create index on audit_events (writer, place);
create index on audit_events (at desc, id desc);
create index on audit_events (actor_id, at desc);
create index on audit_events (actor_id, id desc);
create index on audit_events (requester_uuid, id desc);
create index on audit_events (customer_uuid, id desc);
create table audit_events_other partition of audit_events default;

-- The columns that the seals of the database are over. The instant is apart: its text depends on the connection.
create function audit_event_text(event jsonb, at timestamptz) returns text language sql stable as $$
  select ((select jsonb_object_agg(name, event->name) from unnest(array['id', 'event', 'outcome', 'actor_kind', 'actor_id',
    'actor_name', 'address', 'request_id', 'status', 'requester_uuid', 'customer_uuid', 'dealer_uuids', 'detail', 'writer',
    'place']) name) || jsonb_build_object('at', extract(epoch from at)))::text
$$;
create function seal_audit_event() returns trigger language plpgsql as $$
declare
  previous record;
begin
  perform pg_advisory_xact_lock(hashtext(new.writer));
  select place, seal into previous from audit_events where writer = new.writer order by place desc limit 1;
  new.place := coalesce(previous.place, 0) + 1;
  new.seal := sha256(coalesce(previous.seal, ''::bytea) || convert_to(audit_event_text(to_jsonb(new), new.at), 'UTF8'));
  return new;
end
$$;
create trigger audit_events_sealed before insert on audit_events
  for each row when (new.writer is not null and new.seal is null) execute function seal_audit_event();
create trigger audit_events_stay before update or delete on audit_events
  for each row execute function refuse_audit_change();
create trigger audit_events_stay_whole before truncate on audit_events
  for each statement execute function refuse_audit_change();
create trigger audit_events_stay_whole before truncate on audit_events_other
  for each statement execute function refuse_audit_change();

do $$
declare
  next_month timestamptz;
begin
  if exists (select from audit_events_before) then
    select date_trunc('month', greatest(max(at), now()) at time zone 'UTC') + interval '1 month' into next_month
      from audit_events_before;
    execute format('alter table audit_events attach partition audit_events_before for values from (minvalue) to (%L)',
      to_char(next_month, 'YYYY-MM-DD') || ' 00:00:00+00');
    execute 'create trigger audit_events_stay_whole before truncate on audit_events_before
      for each statement execute function refuse_audit_change()';
  else
    drop table audit_events_before;
  end if;
end
$$;

-- How far each writer has come, so that it is seen when the latest events are taken away.
create table audit_chains (
  writer text primary key,
  place bigint not null,
  last_at timestamptz not null,
  key_id text,
  proof bytea not null
);

-- Run with the rights of the tables' owner: the role that serves may own nothing.
create function make_audit_months(first_day date, months integer) returns void
language plpgsql security definer set search_path from current as $$
declare
  month date;
  name text;
begin
  for n in 0 .. months - 1 loop
    month := date_trunc('month', first_day) + make_interval(months => n);
    name := 'audit_events_' || to_char(month, 'YYYY_MM');
    continue when to_regclass(name) is not null;
    begin
      execute format('create table %I partition of audit_events for values from (%L) to (%L)', name,
        month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
      execute format('create trigger audit_events_stay_whole before truncate on %I
        for each statement execute function refuse_audit_change()', name);
    exception
      -- The month is part of what was there before, or some of it is among the others already: it stays there.
      when invalid_object_definition or check_violation or duplicate_table then null;
    end;
  end loop;
end
$$;

-- Nothing younger than 90 days goes, whatever is asked. Returns the number of months that went.
create function drop_audit_months(oldest timestamptz) returns integer
language plpgsql security definer set search_path from current as $$
declare
  part record;
  dropped integer := 0;
begin
  for part in
    select c.relname::text as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_events'::regclass and c.relname ~ '^audit_events_[0-9]{4}_[0-9]{2}$'
  loop
    if (to_date(right(part.name, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= least(oldest, now() - interval '90 days') then
      execute format('drop table %I', part.name);
      dropped := dropped + 1;
    end if;
  end loop;
  return dropped;
end
$$;
create function delete_old_audit_events(oldest timestamptz, most integer) returns integer
language plpgsql security definer set search_path from current as $$
declare
  part text;
  deleted integer := 0;
begin
  foreach part in array array['audit_events_before', 'audit_events_other'] loop
    continue when to_regclass(part) is null;
    execute format('with gone as (delete from %I where ctid = any(array(select ctid from %I where at < $1 limit $2)) returning 1)
      select count(*) + $3 from gone', part, part)
      into deleted using least(oldest, now() - interval '90 days'), most - deleted, deleted;
  end loop;
  delete from audit_chains where last_at < least(oldest, now() - interval '90 days')
    and not exists (select from audit_events where audit_events.writer = audit_chains.writer);
  return deleted;
end
$$;
select make_audit_months(current_date, 3);
`
