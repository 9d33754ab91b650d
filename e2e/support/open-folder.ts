import { setFlagsFromString } from 'node:v8'
import type { Database } from '#src/server/db/database.ts'
import { openEmbedded } from '#src/server/db/embedded.ts'

// As in the processes of the tests: for a few statements PGlite is compiled quickly instead of well.
setFlagsFromString('--liftoff-only')

/** The embedded database of a data folder that no process has. */
export function openFolder(folder: string): Promise<Database> {
  return openEmbedded(folder)
}
