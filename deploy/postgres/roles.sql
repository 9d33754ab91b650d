-- The two roles of Customer Desk in PostgreSQL: one owns the tables and migrates, one serves and can change neither the
-- schema nor what is in the audit record. For psql, by a superuser, connected to the database; may be run again at any time:
--
--   psql -v owner=desk_owner -v server=desk_server -f deploy/postgres/roles.sql DATABASE
--
-- The roles are made without a password. Give them one with \password desk_owner and \password desk_server, or let
-- pg_hba.conf say how they sign in. In an installation that has run with one role, name that one as the owner.
\set ON_ERROR_STOP on
begin;

select format('create role %I login', name) from unnest(array[:'owner', :'server']) as name
where not exists (select from pg_roles where rolname = name) \gexec

-- The owner makes tables in the schema, nobody else does; only these two reach the database.
alter database :"DBNAME" owner to :"owner";
revoke all on database :"DBNAME" from public;
grant connect, temporary on database :"DBNAME" to :"server";
revoke create on schema public from public;
grant usage, create on schema public to :"owner";
grant usage on schema public to :"server";

-- Tables that a later version brings along can be served without running this again.
alter default privileges for role :"owner" in schema public grant select, insert, update, delete on tables to :"server";
alter default privileges for role :"owner" in schema public grant usage on sequences to :"server";
alter default privileges for role :"owner" in schema public grant execute on functions to :"server";

-- What is there already; of the audit record the schema itself takes back all but reading and adding.
grant select, insert, update, delete on all tables in schema public to :"server";
grant usage on all sequences in schema public to :"server";
grant execute on all functions in schema public to :"server";
select coalesce(to_regprocedure('public.protect_audit_record()') is not null, false) as has_schema \gset
\if :has_schema
  set local role :"owner";
  select protect_audit_record();
  reset role;
\endif

commit;
