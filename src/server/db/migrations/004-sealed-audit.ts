/**
 * Each event of the record carries a seal over itself and the one before it of the same writer (a process), so that a
 * row that was changed or taken out from between others can be named. Writers do not wait for each other.
 */
export const sealedAudit = `
alter table audit_events add writer text;
alter table audit_events add place bigint;
alter table audit_events add seal bytea;
create unique index on audit_events (writer, place desc);

-- Text that does not depend on the settings of a connection.
create function audit_event_text(event audit_events) returns text language sql stable as $$
  select ((to_jsonb(event) - array['at', 'seal']) || jsonb_build_object('at', extract(epoch from event.at)))::text
$$;

create function seal_audit_event() returns trigger language plpgsql as $$
declare
  previous record;
begin
  if new.writer is null then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtext(new.writer));
  select place, seal into previous from audit_events where writer = new.writer order by place desc limit 1;
  new.place := coalesce(previous.place, 0) + 1;
  new.seal := sha256(coalesce(previous.seal, ''::bytea) || convert_to(audit_event_text(new), 'UTF8'));
  return new;
end
$$;
create trigger audit_events_sealed before insert on audit_events
  for each row execute function seal_audit_event();

-- What managers look for, newest first.
create index on audit_events (actor_id, id desc);
create index on audit_events (requester_uuid, id desc);
create index on audit_events (customer_uuid, id desc);

-- Single sign-on: that the session came from there is all that its end has to know.
alter table sessions drop column id_token;
alter table sessions add is_single_sign_on boolean not null default false;

-- What was typed as a name was a key here; now it is a digest of it.
delete from sign_in_attempts;
create index on sign_in_attempts (expire);
`
