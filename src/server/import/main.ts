import { runCommand } from '../command.ts'
import { readAuditKey, readDatabaseConfig } from '../config.ts'
import { type AuditLog, auditLog, operator } from '../audit/audit-log.ts'
import { type Queries, QueryFailed } from '../db/database.ts'
import { openDatabase, openUnchanged } from '../db/open.ts'
import { makeLogger } from '../start.ts'
import { countWords } from './count-words.ts'
import { ImportFailure } from './import-line.ts'
import { type ImportCounts, importLines, refusalText, tryLines } from './import-lines.ts'
import { FileProblem, openFile, type OpenFile } from './open-file.ts'
import { progressText } from './progress.ts'
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
  const progress = progressOn(process.stderr, input)
  try {
    const counts = await (isDry
      ? tryLines(db, readLines(input.stream), { ...progress, passwordCost: DRY_PASSWORD_COST })
      : importLines(db, readLines(input.stream), { ...progress, onAccount: recorder() }))
    progress.clear()
    console.log(
      isDry ? `Every line is good: ${countWords(counts)}. Nothing was changed.` : `Imported ${countWords(counts)}.`,
    )
    return 0
  } finally {
    progress.clear()
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

/** Shows how far the import is, where somebody watches. */
function progressOn(terminal: NodeJS.WriteStream, { stream, size }: OpenFile) {
  const started = performance.now()
  const show = (text: string) => {
    if (terminal.isTTY) terminal.write(`\r\u001B[K${text}`)
  }
  return {
    onProgress(counts: ImportCounts, line: number) {
      const seconds = (performance.now() - started) / 1000
      show(`${progressText({ line, bytes: stream.bytesRead, size, seconds })}: ${countWords(counts)}`)
    },
    onStore: () => show('All lines are read and checked; storing them.'),
    clear: () => show(''),
  }
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
