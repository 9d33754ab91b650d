import { Mutex, PGlite } from '@electric-sql/pglite'
import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, DatabaseUnavailable, QueryFailed, type Unshared } from './database.ts'
import { embeddedStatements } from './embedded-statements.ts'
import { lockFolder } from './folder-lock.ts'
import { DATABASE_FOLDER } from './usable-folder.ts'

/**
 * PostgreSQL inside this process, its files in `folder`; in memory without one.
 * @throws DatabaseUnavailable when another process holds the folder or its files are damaged
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  const unlock = folder === undefined ? undefined : await lockFolder(folder)
  const files = folder === undefined ? undefined : join(folder, DATABASE_FOLDER)
  const isNew = files === undefined || !existsSync(files)
  let pglite: PGlite
  try {
    pglite = await PGlite.create(files === undefined ? {} : { dataDir: files })
  } catch (error) {
    await unlock?.()
    if (folder === undefined) throw error
    throw new DatabaseUnavailable(unopenedText(isNew, freeBytes(folder)))
  }
  return embedded(pglite, unlock)
}

/** PostgreSQL writes its log in files of this size. */
const LOG_FILE_BYTES = 16 * 1024 * 1024

/** Why there is no database in a folder that this user may use; what opens it does not say. */
export function unopenedText(isNew: boolean, free: number): string {
  if (free < LOG_FILE_BYTES) {
    return 'The disk of the data folder is full, and the database in it does not open. Make room, or name another folder in DATA_DIR.'
  }
  return isNew
    ? 'No database can be made in the data folder. Name another folder in DATA_DIR, on a disk of this machine.'
    : 'The database in the data folder is damaged and was left as it is. Restore the folder from a backup, or name another in DATA_DIR.'
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** The database that a PGlite holds. @param unlock called after it is closed */
export async function embedded(pglite: PGlite, unlock?: () => Promise<void>): Promise<Database> {
  // Every statement finds its rows by key, so no parameter would call for a plan of its own.
  await pglite.exec('set plan_cache_mode = force_generic_plan')
  // One connection: a transaction has it for itself, and closing waits for whoever has it.
  const connection = new Mutex()
  const held = new Set<number>()
  let asked = 0
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    asked += 1
    return connection.runExclusive(work).finally(() => (asked -= 1))
  }
  const runPrepared = embeddedStatements(pglite)

  async function run<Row extends object>(sql: string, params: readonly unknown[] | undefined): Promise<Row[]> {
    try {
      // Only without parameters may a text hold several statements.
      if (params === undefined) return ((await pglite.exec(sql)).at(-1)?.rows ?? []) as Row[]
      return (await runPrepared(sql, params)) as Row[]
    } catch (error) {
      throw new QueryFailed(error)
    }
  }

  const unshared: Unshared = {
    query: (sql, params) => alone(() => run(sql, params)),
    transaction: (work) =>
      alone(async () => {
        await run('begin', undefined)
        try {
          const result = await work({ query: run })
          await run('commit', undefined)
          return result
        } catch (error) {
          await run('rollback', undefined)
          throw error
        }
      }),
  }
  return {
    ...unshared,
    // No other process has this database.
    async alone(lock, work) {
      if (held.has(lock)) return undefined
      held.add(lock)
      return work(unshared).finally(() => held.delete(lock))
    },
    load: () => ({ inUse: Math.min(asked, 1), most: 1, waiting: Math.max(asked - 1, 0) }),
    async close() {
      await connection.runExclusive(() => pglite.close())
      await unlock?.()
    },
  }
}
