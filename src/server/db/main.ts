import { runCommand } from '../command.ts'
import { readDatabaseConfig } from '../config.ts'
import { migrateDatabase } from './open.ts'

/** The command `npm run migrate`: exit status 0 when the schema is that of this version, else 1. */
async function main(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    console.error('Usage: npm run migrate')
    return 1
  }
  const { before, now } = await migrateDatabase(readDatabaseConfig(process.env))
  console.log(
    before === now ? `The schema is up to date: version ${now}.` : `The schema went from version ${before} to ${now}.`,
  )
  return 0
}

await runCommand(main)
