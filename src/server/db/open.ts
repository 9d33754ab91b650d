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
