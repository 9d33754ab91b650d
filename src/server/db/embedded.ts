import { PGlite, type Transaction } from '@electric-sql/pglite'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, DatabaseUnavailable, QueryFailed } from './database.ts'
import { lockFolder } from './folder-lock.ts'

/**
 * PostgreSQL inside this process, its files in `folder`; in memory without one.
 * @throws DatabaseUnavailable when another process holds the folder or its files are damaged
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  const unlock = folder === undefined ? undefined : await lockFolder(folder)
  const files = folder === undefined ? undefined : join(folder, 'postgres')
  const isNew = files === undefined || !existsSync(files)
  let pglite: PGlite
  try {
    pglite = await PGlite.create(files === undefined ? {} : { dataDir: files })
  } catch (error) {
    await unlock?.()
    if (isNew) throw error
    throw new DatabaseUnavailable(
      `The database in ${folder} is damaged and was left as it is. Restore the folder from a backup, or name another in DATA_DIR.`,
    )
  }
  return embedded(pglite, unlock)
}

function embedded(pglite: PGlite, unlock: (() => Promise<void>) | undefined): Database {
  // PGlite can hang when it is closed while a statement runs, so closing waits for all of them.
  const running = new Set<Promise<unknown>>()
  const track = <T>(work: Promise<T>): Promise<T> => {
    const settled: Promise<unknown> = work.catch(() => {}).finally(() => running.delete(settled))
    running.add(settled)
    return work
  }
  return {
    query: (sql, params) => track(run(pglite, sql, params)),
    transaction: (work) => track(pglite.transaction((tx) => work({ query: (sql, params) => run(tx, sql, params) }))),
    async close() {
      while (running.size > 0) await Promise.all(running)
      await pglite.close()
      await unlock?.()
    },
  }
}

async function run<Row extends object>(
  queries: PGlite | Transaction,
  sql: string,
  params: readonly unknown[] | undefined,
): Promise<Row[]> {
  try {
    // Only without parameters may a text hold several statements.
    if (params === undefined) return ((await queries.exec(sql)).at(-1)?.rows ?? []) as Row[]
    return (await queries.query<Row>(sql, [...params])).rows
  } catch (error) {
    throw new QueryFailed(error)
  }
}
