import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { auditLog, operator } from '../audit/audit-log.ts'
import { runCommand } from '../command.ts'
import { readAuditKey, readDatabaseConfig } from '../config.ts'
import { DatabaseUnavailable, QueryFailed } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import { DATABASE_FOLDER } from '../db/usable-folder.ts'
import { countWords } from '../import/count-words.ts'
import { makeLogger } from '../start.ts'
import { type Exported, exportLines } from './export-lines.ts'
import { openTarget, TargetProblem } from './target.ts'

const USAGE = 'Usage: npm run export -- FILE.ndjson   (without a file, or with -, to standard output)'

/** The command `npm run export`: exit status 0 when all that there is was written and that was recorded, else 1. */
async function main([path = '-', ...more]: readonly string[]): Promise<number> {
  if (more.length > 0 || path === '' || /^-./.test(path)) {
    console.error(USAGE)
    return 1
  }
  const config = readDatabaseConfig(process.env)
  if (config.kind === 'embedded' && !existsSync(join(config.folder, DATABASE_FOLDER))) {
    throw new DatabaseUnavailable('There is no database in the data folder. Name its folder in DATA_DIR.')
  }
  const target = await openTarget(path)
  const db = await openDatabase(config, () => {})
  try {
    // Before the first line leaves: what is not recorded is not done.
    await auditLog(db, makeLogger(process.stderr), () => new Date(), readAuditKey(process.env)).record({
      event: 'customer',
      outcome: 'exported',
      actor: operator(),
      detail: 'all customers, dealers and accounts',
    })
    const counts: Exported = { dealers: 0, users: 0, services: 0, customers: 0, factors: 0 }
    await db.transaction((tx) => target.write(exportLines(tx, counts)))
    // Standard output is the file.
    console.error(`Exported ${countWords(counts)}.`)
    if (counts.factors > 0) console.error(factorsText(counts.factors))
    return 0
  } finally {
    await db.close()
  }
}

const factorsText = (people: number): string =>
  `Second factors stay behind: ${people === 1 ? '1 person sets' : `${people} people set`} theirs up again. Until then ` +
  'a password is enough in the other database, unless SECOND_FACTOR is required there.'

await runCommand(main, (error) => {
  if (error instanceof QueryFailed) return `The export ended, and what was written is no use: ${error.message}.`
  return error instanceof TargetProblem ? error.message : undefined
})
