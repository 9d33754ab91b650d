/**
 * What a role that only serves may do with the audit record: add to it and read it. The functions that make and drop its
 * months run with the owner's rights, so they are no longer everybody's; and whatever was granted on all tables, or is granted
 * by default on new ones, is taken back from those of the record.
 */
export const servingRole = /* sql */ `
-- Run by the owner: takes back what anybody else may do with the record beyond adding to it. The months are tables of their
-- own, to which rights that are granted by default come when they are made.
create function protect_audit_record() returns void language plpgsql as $$
declare
  excess record;
begin
  for excess in
    select kept.part, acl.grantee, string_agg(acl.privilege_type, ', ') as rights
    from (
      select 'audit_events'::regclass as part, array['SELECT', 'INSERT'] as rights
      union all select inhrelid::regclass, array['SELECT', 'INSERT'] from pg_inherits
        where inhparent = 'audit_events'::regclass
      -- How far a writer has come is changed with each row that it adds.
      union all select 'audit_chains'::regclass, array['SELECT', 'INSERT', 'UPDATE']
      union all select 'schema_version'::regclass, array['SELECT']
    ) kept
    join pg_class c on c.oid = kept.part
    cross join lateral aclexplode(c.relacl) acl
    where acl.grantee <> c.relowner and acl.privilege_type <> all (kept.rights)
    group by kept.part, acl.grantee
  loop
    execute format('revoke %s on %s from %s', excess.rights, excess.part,
      case excess.grantee when 0 then 'public' else excess.grantee::regrole::text end);
  end loop;
end
$$;

create or replace function make_audit_months(first_day date, months integer) returns void
language plpgsql security definer as $$
declare
  month date;
  name text;
begin
  -- Nobody needs more than a year ahead.
  for n in 0 .. least(months, 12) - 1 loop
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
  perform protect_audit_record();
end
$$;

do $$
declare
  keeper regprocedure;
  serving regrole;
begin
  -- Whoever serves on this schema already, or will by rights that are granted by default, may add to the record.
  foreach keeper in array array['make_audit_months(date, integer)', 'drop_audit_months(timestamptz)',
    'delete_old_audit_events(timestamptz, integer)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', keeper);
    for serving in
      select distinct acl.grantee::regrole from pg_class c cross join lateral aclexplode(c.relacl) acl
      where c.oid = 'audit_events'::regclass and acl.privilege_type = 'INSERT' and acl.grantee not in (0, c.relowner)
    loop
      execute format('grant execute on function %s to %s', keeper, serving);
    end loop;
    -- A table of the caller's own session must not stand in for one of the record.
    execute format('alter function %s set search_path = %I, pg_temp', keeper, current_schema());
  end loop;
  revoke execute on function protect_audit_record() from public;
  perform protect_audit_record();
end
$$;
`
