import { setFlagsFromString } from 'node:v8'
import type { Database } from '#src/server/db/database.ts'
import { openEmbedded } from '#src/server/db/embedded.ts'
import { QUICK_COMPILE } from '#src/server/testing/quick-compile.ts'

/** The embedded database of a data folder that no process has. */
export function openFolder(folder: string): Promise<Database> {
  setFlagsFromString(QUICK_COMPILE)
  return openEmbedded(folder)
}
