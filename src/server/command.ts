import { SettingError } from './config.ts'
import { DatabaseUnavailable, QueryFailed } from './db/database.ts'
import { DeskError } from './errors.ts'

/** What a person at the command line is told of a failure, in one line; undefined for a fault of the program itself. */
export function failureLine(error: unknown): string | undefined {
  if (error instanceof QueryFailed) return `The database did not do it: ${error.message}. Nothing was changed.`
  const isExpected = error instanceof SettingError || error instanceof DatabaseUnavailable || error instanceof DeskError
  return isExpected ? error.message : undefined
}

/**
 * Runs a command of the operator: its exit status is what `main` resolves to, and 1 after a failure, which is told in one
 * line. A fault of the program itself is thrown on.
 * @param ownLine the line for failures that only this command knows
 */
export async function runCommand(
  main: (args: readonly string[]) => Promise<number>,
  ownLine: (error: unknown) => string | undefined = () => undefined,
): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    const line = ownLine(error) ?? failureLine(error)
    if (line === undefined) throw error
    console.error(line)
    process.exitCode = 1
  }
}
