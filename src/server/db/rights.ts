import { type Database, DatabaseUnavailable, type Queries } from './database.ts'

const READ = ['select']
const READ_AND_WRITE = ['select', 'insert', 'update', 'delete']

/** What serving needs. Whoever only serves what others import needs no right to write customers. */
const needed: Readonly<Record<string, readonly string[]>> = {
  schema_version: READ,
  dealers: READ,
  customer_records: READ,
  customer_links: READ,
  customer_orders: READ,
  customer_legacy_addresses: READ,
  audit_events: ['select', 'insert'],
  audit_chains: ['select', 'insert', 'update'],
  audit_marks: READ_AND_WRITE,
  staff: READ_AND_WRITE,
  staff_dealers: READ_AND_WRITE,
  service_accounts: READ_AND_WRITE,
  service_account_dealers: READ_AND_WRITE,
  sessions: READ_AND_WRITE,
  recent_customers: READ_AND_WRITE,
  sign_in_attempts: READ_AND_WRITE,
  single_sign_on_flows: READ_AND_WRITE,
  last_looks: READ_AND_WRITE,
  preferences: READ_AND_WRITE,
  second_factors: READ_AND_WRITE,
  recovery_codes: READ_AND_WRITE,
  factor_set_ups: READ_AND_WRITE,
  sign_in_steps: READ_AND_WRITE,
  job_runs: READ_AND_WRITE,
}

/** They run with the rights of the tables' owner: who serves makes and drops months of the audit record by them alone. */
const neededFunctions = [
  'make_audit_months(date, integer)',
  'drop_audit_months(timestamptz)',
  'delete_old_audit_events(timestamptz, integer)',
]

/**
 * Looks whether the role may do what serving needs, on a schema that another role may have made.
 * @throws DatabaseUnavailable that names the first table or function and what is missing
 */
export async function checkRights(db: Database): Promise<void> {
  const asked = Object.entries(needed).flatMap(([table, rights]) => rights.map((right) => [table, right] as const))
  const [lacking] = await db.query<{ name: string; privilege: string }>(
    `select name, privilege from unnest($1::text[], $2::text[]) with ordinality as asked (name, privilege, place)
     where not coalesce(has_table_privilege(to_regclass(name), privilege), false) order by place limit 1`,
    [asked.map(([table]) => table), asked.map(([, right]) => right)],
  )
  if (lacking !== undefined) throw lacksRight(lacking.privilege, lacking.name)
  const [closed] = await db.query<{ name: string }>(
    `select name from unnest($1::text[]) with ordinality as asked (name, place)
     where not coalesce(has_function_privilege(to_regprocedure(name), 'execute'), false) order by place limit 1`,
    [neededFunctions],
  )
  if (closed === undefined) return
  throw new DatabaseUnavailable(
    `The role of DATABASE_URL lacks the right to EXECUTE the function ${closed.name}. ` +
      'Run deploy/postgres/roles.sql again, or with the role that owns it: GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO this one.',
  )
}

/** For whoever owns the table. */
export function lacksRight(privilege: string, table: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `The role of DATABASE_URL lacks the right to ${privilege.toUpperCase()} in the table ${table}. ` +
      'Run deploy/postgres/roles.sql, or with the role that owns it: GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO this one.',
  )
}

/**
 * What the role may do beyond serving: whoever takes the server over could do it too.
 * @returns one line for the log; undefined where it is just right
 */
export async function excessRights(db: Queries): Promise<string | undefined> {
  const excess = await db.query<{ what: string }>(
    `with record as (
       select 'audit_events'::regclass as part
       union all select inhrelid::regclass from pg_inherits where inhparent = 'audit_events'::regclass)
     select what from (values
       (1, 'is a superuser', (select rolsuper from pg_roles where rolname = current_user)),
       (2, 'owns the tables', exists (select from pg_class where oid = 'audit_events'::regclass
         and pg_has_role(relowner, 'usage'))),
       (3, 'may create tables in the schema', has_schema_privilege(current_schema(), 'create')),
       (4, 'may change or delete audit events', exists (select from record
         where has_table_privilege(part, 'update, delete, truncate') or has_any_column_privilege(part, 'update')))
     ) as asked (place, what, is_so) where is_so order by place`,
    [],
  )
  if (excess.length === 0) return undefined
  return `The role of DATABASE_URL has more rights than serving needs: it ${excess.map(({ what }) => what).join(', ')}. Serve with a role of its own, as deploy/postgres/roles.sql makes it.`
}
