import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseUnavailable } from '../db/database.ts'

const NAME = 'second-factor.key'

/**
 * The key of an installation that was given none and keeps its database in a folder: made once, beside the database, for this
 * user alone. Good enough for one machine; a copy of the whole folder holds both.
 * @throws DatabaseUnavailable
 */
export function keyFile(folder: string): string {
  const path = join(folder, NAME)
  try {
    try {
      writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const key = readFileSync(path, 'utf8').trim()
    if (key.length >= 32) return key
  } catch {
    // Told below: what is wrong is the file, however it shows.
  }
  throw new DatabaseUnavailable(
    `The file ${NAME} in DATA_DIR cannot be read or made, or is too short. Restore it from a backup, or set SECOND_FACTOR_KEY.`,
  )
}
