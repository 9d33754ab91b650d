import { type Database, DatabaseUnavailable, type Queries } from './database.ts'
import { initial } from './migrations/001-initial.ts'
import { audit } from './migrations/002-audit.ts'
import { accounts } from './migrations/003-accounts.ts'
import { sealedAudit } from './migrations/004-sealed-audit.ts'
import { foldedUsernames } from './migrations/005-folded-usernames.ts'
import { auditByMonth } from './migrations/006-audit-by-month.ts'
import { storedAnswers } from './migrations/007-stored-answers.ts'
import { lastLooks } from './migrations/008-last-looks.ts'
import { preferences } from './migrations/009-preferences.ts'
import { ownAccount } from './migrations/010-own-account.ts'
import { servingRole } from './migrations/011-serving-role.ts'
import { jobRuns } from './migrations/012-job-runs.ts'
import { watchedAccess } from './migrations/013-watched-access.ts'
import { lacksRight } from './rights.ts'

/** SQL, or what SQL alone cannot do. */
type Migration = string | ((tx: Queries) => Promise<void>)
const migrations: readonly Migration[] = [
  initial,
  audit,
  accounts,
  sealedAudit,
  foldedUsernames,
  auditByMonth,
  storedAnswers,
  lastLooks,
  preferences,
  ownAccount,
  servingRole,
  jobRuns,
  watchedAccess,
]
// Any number will do, as long as every process of this product takes the same.
const LOCK = 726_110_417

/** The schema's version as it was and as it is. */
export type Migrated = { before: number; now: number }

/**
 * Runs the migrations that this database has not seen, all in one transaction. Processes that start
 * together wait for each other.
 * @throws DatabaseUnavailable when the schema was made by a newer version
 */
export async function migrate(db: Database): Promise<Migrated> {
  return db.transaction(migrateIn)
}

/**
 * As {@link migrate}, in a transaction of the caller's. A schema that is up to date is only read: the role may not be
 * allowed more.
 * @param now only tests stop at the version of an earlier release
 */
export async function migrateIn(tx: Queries, now = migrations.length): Promise<Migrated> {
  if ((await versionOf(tx)) === now) return { before: now, now }
  await tx.query(`select pg_advisory_xact_lock(${LOCK})`)
  await tx.query(
    'create table if not exists schema_version (version integer primary key, migrated_at timestamptz not null default now())',
  )
  const before = await versionOf(tx)
  for (const [index, step] of migrations.slice(0, now).entries()) {
    if (index < before) continue
    await (typeof step === 'string' ? tx.query(step) : step(tx))
    await tx.query('insert into schema_version (version) values ($1)', [index + 1])
  }
  return { before, now }
}

/** How far the schema is; 0 without one. @throws DatabaseUnavailable when a newer version of this program made it */
async function versionOf(tx: Queries): Promise<number> {
  const [table] = await tx.query<{ may_read: boolean | null }>(
    `select has_table_privilege(to_regclass('schema_version'), 'select') as may_read`,
    [],
  )
  if (table === undefined || table.may_read === null) return 0
  if (!table.may_read) throw lacksRight('select', 'schema_version')
  const current = await schemaVersion(tx)
  if (current > migrations.length) {
    throw new DatabaseUnavailable(
      `The database has schema version ${current}, this program knows ${migrations.length}. Start the newer version.`,
    )
  }
  return current
}

/** The version of a schema that is there, also where a newer program made it. */
export async function schemaVersion(db: Queries): Promise<number> {
  const [row] = await db.query<{ version: number }>(
    'select coalesce(max(version), 0)::int as version from schema_version',
    [],
  )
  return row?.version ?? 0
}
