import { runCommand } from '../command.ts'
import { readAuditKey, readDatabaseConfig } from '../config.ts'
import { type AuditLog, auditLog, operator } from '../audit/audit-log.ts'
import { type Queries, QueryFailed } from '../db/database.ts'
import { openDatabase, openUnchanged } from '../db/open.ts'
import { makeLogger } from '../start.ts'
import { countWords } from './count-words.ts'
import { ImportFailure } from './import-line.ts'
import { type ImportCounts, importLines, refusalText, tryLines } from './import-lines.ts'
import { FileProblem, openFile } from './open-file.ts'
import { readLines } from './read-lines.ts'

const USAGE = 'Usage: npm run import -- [--dry-run] FILE.ndjson   (or - for standard input)'
/** Nobody signs in with what a dry run hashes. */
const DRY_PASSWORD_COST = 2

/** The command `npm run import`: exit status 0 when the whole file is in the database, or could be, else 1. */
async function main(args: readonly string[]): Promise<number> {
  const isDry = args.includes('--dry-run')
  const [file, ...rest] = args.filter((arg) => arg !== '--dry-run')
  if (file === undefined || rest.length > 0 || /^-./.test(file)) return fail(USAGE)
  const input = await openFile(file)
  const config = readDatabaseConfig(process.env)
  const db = isDry ? await openUnchanged(config) : await openDatabase(config, () => {})
  try {
    const counts = await (isDry
      ? tryLines(db, readLines(input), { onProgress: showProgress, passwordCost: DRY_PASSWORD_COST })
      : importLines(db, readLines(input), { onProgress: showProgress, onAccount: recorder() }))
    clearProgress()
    console.log(
      isDry ? `Every line is good: ${countWords(counts)}. Nothing was changed.` : `Imported ${countWords(counts)}.`,
    )
    return 0
  } finally {
    clearProgress()
    await db.close()
  }
}

/** Records each account that was changed, as one writer. */
function recorder(): (tx: Queries, what: string) => Promise<void> {
  const log = makeLogger(process.stderr)
  let audit: AuditLog | undefined
  return (tx, what) => {
    audit ??= auditLog(tx, log, () => new Date(), readAuditKey(process.env))
    return audit.record({ event: 'account', outcome: 'done', actor: operator(), detail: `import ${what}` })
  }
}

function showProgress(counts: ImportCounts, line: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[KLine ${line}: ${countWords(counts)}`)
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
}

function fail(message: string): number {
  console.error(message)
  return 1
}

await runCommand(main, (error) => {
  // Between lines, or at the very end: then a second import stores the same again.
  if (error instanceof QueryFailed) return `The import ended: ${refusalText(error)}.`
  return error instanceof ImportFailure || error instanceof FileProblem ? error.message : undefined
})
