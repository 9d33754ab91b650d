import { chmodSync, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { runProgram } from '#e2e/support/desk-process.ts'
import { startPostgres } from '#e2e/support/postgres-server.ts'
import { sampleDealers } from '#src/server/sample/sample-lines.ts'
import { findPostgres } from '../scripts/postgres.mjs'
import { startBenchDesk } from './desk.ts'
import { load, loadUntil } from './load.ts'
import { ms, ratio, report } from './measure.ts'
import { recordText } from './records.ts'

const CUSTOMERS = Number(process.env['BENCH_IMPORT'] ?? 100_000)
const ORDERS = 3
const PEOPLE = 200
const AT_ONCE = 2
const SECONDS = 10

/** An import into PostgreSQL beside people who look customers up: what it does to them, and what it takes beside a bare COPY. */
export async function benchImport(): Promise<void> {
  const programs = findPostgres()
  if (programs === undefined) {
    console.log('\nImport: not measured, there is no PostgreSQL server on this machine (apt-get install postgresql)')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-import-'))
  // The server that copies it runs as another user.
  chmodSync(folder, 0o755)
  const file = join(folder, 'customers.ndjson')
  await pipeline(Readable.from(lines()), createWriteStream(file))
  const postgres = await startPostgres(programs)
  try {
    const env = { LOOKUPS_PER_MINUTE: '10000', DATABASE_URL: postgres.url }
    const desk = await startBenchDesk([ORDERS], env, PEOPLE)
    const url = `${desk.url}/customer/v2/customer/bench-${ORDERS}`
    const alone = await load(desk, url, AT_ONCE, SECONDS)
    let isOver = false
    const begun = performance.now()
    const importing = runProgram(['dist/server/import.js', file], { DATA_DIR: folder, ...env }).finally(
      () => (isOver = true),
    )
    // oxlint-disable-next-line no-unmodified-loop-condition -- changed by the end of the import
    const beside = await loadUntil(desk, url, AT_ONCE, () => isOver)
    const { status, stderr } = await importing
    if (status !== 0) throw new Error(stderr)
    const seconds = (performance.now() - begun) / 1000
    const copied = await copy(postgres.url, file)
    console.log(`\nAn import of ${CUSTOMERS} customers (${(statSync(file).size / 1e6).toFixed(0)} MB) into PostgreSQL`)
    report('look-ups without it', `${alone.perSecond.toFixed(0)} a second, p99 ${ms(alone.p99)}`)
    report(
      'look-ups beside it',
      `${beside.perSecond.toFixed(0)} a second, p99 ${ms(beside.p99)}: ${ratio(beside.p99, alone.p99)}; longest ${ms(beside.longest)}`,
    )
    report('a bare COPY of the bytes', `${copied.toFixed(1)} s`)
    report(
      'the import, beside the look-ups',
      `${seconds.toFixed(1)} s, ${(CUSTOMERS / seconds).toFixed(0)} customers a second: ${ratio(seconds, copied)}`,
    )
    await desk.stop()
  } finally {
    await postgres.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

function* lines(): Generator<string> {
  for (let n = 0; n < CUSTOMERS; n += 1) {
    yield `{"type":"customer",${recordText(`import-${n}`, ORDERS, sampleDealers[0].id).slice(1)}\n`
  }
}

/** @returns the seconds that it takes */
async function copy(url: string, file: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create table bench_lines (line text)')
  const begun = performance.now()
  await client.query(`copy bench_lines from '${file}' with (format csv, quote e'\\x01', delimiter e'\\x02')`)
  const seconds = (performance.now() - begun) / 1000
  await client.end()
  return seconds
}
