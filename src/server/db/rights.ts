import { type Database, DatabaseUnavailable } from './database.ts'

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
}

/**
 * Looks whether the role may do what serving needs, on a schema that another role may have made.
 * @throws DatabaseUnavailable that names the first table and what is missing
 */
export async function checkRights(db: Database): Promise<void> {
  const asked = Object.entries(needed).flatMap(([table, rights]) => rights.map((right) => [table, right] as const))
  const [lacking] = await db.query<{ name: string; privilege: string }>(
    `select name, privilege from unnest($1::text[], $2::text[]) with ordinality as asked (name, privilege, place)
     where not coalesce(has_table_privilege(to_regclass(name), privilege), false) order by place limit 1`,
    [asked.map(([table]) => table), asked.map(([, right]) => right)],
  )
  if (lacking !== undefined) throw lacksRight(lacking.privilege, lacking.name)
}

/** For whoever owns the table. */
export function lacksRight(privilege: string, table: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `The role of DATABASE_URL lacks the right to ${privilege.toUpperCase()} in the table ${table}. ` +
      'With the role that owns it: GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO this one.',
  )
}
