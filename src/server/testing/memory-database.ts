import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import type { Database } from '../db/database.ts'
import { embedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { QUICK_COMPILE } from './quick-compile.ts'

setFlagsFromString(QUICK_COMPILE)

/** Memory that PostgreSQL clears before anything else; half of a copy's time goes into the default's 128 MB. */
const SMALL = [...PGlite.defaultStartParams, '-c', 'shared_buffers=2MB', '-c', 'max_connections=5']

/**
 * Databases in memory that begin alike. The first is set up and filled, the others are copies of its files: PostgreSQL's
 * own set-up takes seconds, a copy tenths of one.
 */
export function copiesOf(fill: (db: Database) => Promise<unknown>): () => Promise<Database> {
  let files: Promise<Blob> | undefined
  const makeFiles = async () => {
    const pglite = await PGlite.create()
    await fill(await embedded(pglite))
    const dump = await pglite.dumpDataDir('none')
    await pglite.close()
    return dump
  }
  return async () => embedded(await PGlite.create({ loadDataDir: await (files ??= makeFiles()), startParams: SMALL }))
}

/** A database in memory with the schema and nothing in it. */
export const emptyDatabase = copiesOf(migrate)
