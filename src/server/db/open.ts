import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { type Database, DatabaseUnavailable, QueryFailed } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'

/**
 * Opens the configured database and brings its schema up to date.
 * @throws DatabaseUnavailable with one line for the person who starts it
 */
export async function openDatabase(config: Config['database'], onError: (error: Error) => void): Promise<Database> {
  if (config.kind === 'embedded') {
    const db = await openEmbedded(config.folder)
    await migrate(db)
    return db
  }
  const db = openPostgres(config.url, onError)
  try {
    await migrate(db)
    return db
  } catch (error) {
    await db.close()
    const code = error instanceof QueryFailed ? error.code : undefined
    if (code === undefined || !/^(?:|E[A-Z]+|28.{3}|3D000|08.{3}|57P03)$/.test(code)) throw error
    throw new DatabaseUnavailable(
      `The PostgreSQL that DATABASE_URL names does not answer or refuses the sign-in (${code || 'no connection in time'}).`,
    )
  }
}

/**
 * Opens the configured database as it is, for what changes nothing; where there is no embedded one yet, an empty one in
 * memory stands for it.
 * @throws DatabaseUnavailable with one line for the person who starts it
 */
export async function openUnchanged(config: Config['database']): Promise<Database> {
  if (config.kind === 'postgres') return openPostgres(config.url, () => {})
  return openEmbedded(existsSync(config.folder) ? config.folder : undefined)
}
