import { SettingError } from './config.ts'
import { DatabaseUnavailable, QueryFailed } from './db/database.ts'
import { DeskError } from './errors.ts'

/** What a person at the command line is told of a failure, in one line; undefined for a fault of the program itself. */
export function failureLine(error: unknown): string | undefined {
  if (error instanceof QueryFailed) return `The database did not do it: ${error.message}. Nothing was changed.`
  const isExpected = error instanceof SettingError || error instanceof DatabaseUnavailable || error instanceof DeskError
  return isExpected ? error.message : undefined
}
