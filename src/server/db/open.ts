import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { connectionFailure } from './connection-failure.ts'
import { type Database, DatabaseUnavailable, QueryFailed } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate, type Migrated } from './migrate.ts'
import { checkServer, LONG_JOBS, openPostgres, SERVING } from './postgres.ts'
import { checkRights } from './rights.ts'

/** The connections of a server, by what they are for: what needs one of its own is not starved by a flood of look-ups. */
export type ServingDatabase = { db: Database; audit: Database; health: Database }

/**
 * Opens the configured database for commands, with time for what takes long, and brings its schema up to date.
 * @throws DatabaseUnavailable with one line for the person who starts it
 */
export async function openDatabase(config: Config['database'], onError: (error: Error) => void): Promise<Database> {
  const db = await open(config, onError)
  await prepare(db, config, async () => {
    await migrate(db)
    if (config.kind === 'postgres') await checkRights(db)
  })
  return db
}

/**
 * Brings the schema of the configured database up to date and opens it for answering requests.
 * @param prepareMore what else has to be done before the first request
 * @throws DatabaseUnavailable with one line for the person who starts it
 */
export async function openServing(
  config: Config['database'],
  onError: (error: Error) => void,
  prepareMore: (db: Database) => Promise<void>,
): Promise<ServingDatabase> {
  const db = await openDatabase(config, onError)
  await prepare(db, config, () => prepareMore(db))
  if (config.kind === 'embedded') return { db, audit: db, health: db }
  await db.close()
  const pool = (connections: number) => openPostgres(config.url, onError, { connections, ...SERVING })
  return { db: pool(config.connections), audit: pool(AUDIT_CONNECTIONS), health: pool(1) }
}

/** Its rows are written many in one statement. */
const AUDIT_CONNECTIONS = 2

/**
 * Brings the schema of the configured database up to date and lets go of it.
 * @throws DatabaseUnavailable with one line for the person who asked for it
 */
export async function migrateDatabase(config: Config['database']): Promise<Migrated> {
  const db = await open(config, () => {})
  const migrated = await prepare(db, config, () => migrate(db))
  await db.close()
  return migrated
}

/**
 * Does what has to be done before a database is of use, and lets go of it where that fails.
 * @throws DatabaseUnavailable with one line for the person who starts it
 */
async function prepare<T>(db: Database, config: Config['database'], work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await db.close()
    throw error instanceof QueryFailed ? unavailable(error, config.kind) : error
  }
}

/**
 * Opens the configured database as it is, for what changes nothing; where there is no embedded one yet, an empty one in
 * memory stands for it.
 * @throws DatabaseUnavailable with one line for the person who starts it
 */
export async function openUnchanged(config: Config['database']): Promise<Database> {
  if (config.kind === 'embedded' && !existsSync(config.folder)) return openEmbedded()
  return open(config, () => {})
}

async function open(config: Config['database'], onError: (error: Error) => void): Promise<Database> {
  if (config.kind === 'embedded') return openEmbedded(config.folder)
  await checkServer(config.url)
  return openPostgres(config.url, onError, LONG_JOBS)
}

/** What the database refused while the schema or the accounts were looked at or made. */
export function unavailable(error: QueryFailed, kind: Config['database']['kind']): DatabaseUnavailable {
  if (kind === 'embedded') {
    return new DatabaseUnavailable(
      `The schema could not be brought up to date in the data folder; nothing was changed (${error.code || 'no code'}). Restore the folder from a backup, or name another in DATA_DIR.`,
    )
  }
  if (error.isTemporary) return new DatabaseUnavailable(connectionFailure(error))
  switch (error.code) {
    case '42501':
    case '3F000':
      return new DatabaseUnavailable(
        'The role of DATABASE_URL may not make or change the tables of this version. Run npm run migrate once with the role that owns the database, or grant this one CREATE on the schema.',
      )
    default:
      return new DatabaseUnavailable(
        `The schema could not be brought up to date in the database of DATABASE_URL; nothing was changed. Look into the log of PostgreSQL (${error.code}).`,
      )
  }
}
