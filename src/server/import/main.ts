import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { readDatabaseConfig, SettingError } from '../config.ts'
import { type AuditLog, auditLog, operator } from '../audit/audit-log.ts'
import { DatabaseUnavailable, type Queries } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'
import { type ImportCounts, ImportFailure, importLines } from './import-lines.ts'
import { makeLogger } from '../start.ts'
import { readLines } from './read-lines.ts'

const USAGE = 'Usage: npm run import -- FILE.ndjson   (or - for standard input)'

/** The command `npm run import`: exit status 0 when the whole file is in the database, else 1. */
async function main(args: readonly string[]): Promise<number> {
  const [file, ...rest] = args
  if (file === undefined || rest.length > 0) return fail(USAGE)
  let input: Readable = process.stdin
  if (file !== '-') {
    const isFile = await stat(file).then(
      (found) => found.isFile(),
      () => false,
    )
    if (!isFile) return fail(`There is no file ${file}. ${USAGE}`)
    input = createReadStream(file)
  }
  const db = await openDatabase(readDatabaseConfig(process.env), () => {})
  try {
    const log = makeLogger(process.stderr)
    let audit: AuditLog | undefined
    const record = (tx: Queries, detail: string) => {
      audit ??= auditLog(tx, log, () => new Date())
      return audit.record({ event: 'account', outcome: 'done', actor: operator(), detail })
    }
    const counts = await importLines(db, readLines(input), {
      onProgress: showProgress,
      onAccount: (tx, what) => record(tx, `import ${what}`),
    })
    clearProgress()
    console.log(`Imported ${describe(counts)}.`)
    return 0
  } finally {
    clearProgress()
    await db.close()
  }
}

function showProgress(counts: ImportCounts, line: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[KLine ${line}: ${describe(counts)}`)
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
}

function describe(counts: ImportCounts): string {
  const entries: [number, string][] = [
    [counts.dealers, 'dealer'],
    [counts.users, 'user'],
    [counts.services, 'service account'],
    [counts.customers, 'customer'],
  ]
  const parts = entries
    .filter(([count]) => count > 0)
    .map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`)
  return parts.length === 0 ? 'nothing: there was no line' : parts.join(', ')
}

function fail(message: string): number {
  console.error(message)
  return 1
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const isExpected =
    error instanceof ImportFailure || error instanceof SettingError || error instanceof DatabaseUnavailable
  if (!isExpected) throw error
  process.exitCode = fail(error.message)
}
