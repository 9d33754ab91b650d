import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '#e2e/support/postgres-server.ts'
import { findPostgres } from '../scripts/postgres.mjs'
import { startBenchDesk } from './desk.ts'
import { askOnce, load } from './load.ts'
import { ms, ratio, report } from './measure.ts'

const SIZES = [3, 1000]
const SECONDS = 3
const AT_ONCE = [1, 8, 32]
const PEOPLE = 200
/** The limit is counted for each look-up and reached by none. */
const LIMIT = { LOOKUPS_PER_MINUTE: '10000' }

/**
 * Look-ups out of each database that there is, with limits, audit and recent customers, by many people, beside a bare server
 * that returns the same bytes and, on PostgreSQL, one that reads them with one prepared statement.
 */
export async function benchLookUps(): Promise<void> {
  await benchDatabase('the embedded database', undefined)
  const folder = findPostgres()
  if (folder === undefined) {
    console.log(
      '\nLook-ups from PostgreSQL: not measured, there is no server on this machine (apt-get install postgresql)',
    )
    return
  }
  const postgres = await startPostgres(folder)
  try {
    await benchDatabase('PostgreSQL on the same machine', postgres.url)
  } finally {
    await postgres.remove()
  }
}

async function benchDatabase(database: string, url: string | undefined): Promise<void> {
  const desk = await startBenchDesk(SIZES, { ...LIMIT, ...(url && { DATABASE_URL: url }) }, PEOPLE)
  try {
    for (const size of SIZES) {
      const path = `/customer/v2/customer/bench-${size}`
      const uuid = `bench-${size}`
      // oxlint-disable no-await-in-loop -- one after the other is what is measured
      const text = await askOnce(desk, desk.url + path, 0)
      const bare = await startBeside('same-bytes.js', text)
      const read = url === undefined ? undefined : await startBeside('stored-read.js', { url, text, uuid })
      for (const atOnce of AT_ONCE) {
        console.log(`\nLook-ups of ${size} orders from ${database}, ${atOnce} at once by ${PEOPLE} people`)
        const a = await load(desk, bare.url + path, atOnce, SECONDS)
        const b = read && (await load(desk, read.url + path, atOnce, SECONDS))
        const own = await load(desk, desk.url + path, atOnce, SECONDS)
        report('bare server (a)', `${a.perSecond.toFixed(0)} a second, p99 ${ms(a.p99)}`)
        if (b) report('one prepared read (b)', `${b.perSecond.toFixed(0)} a second, p99 ${ms(b.p99)}`)
        const beside = b === undefined ? '' : `, ${(own.perSecond / b.perSecond).toFixed(2)} of (b)`
        report(
          'Customer Desk',
          `${own.perSecond.toFixed(0)} a second: ${(own.perSecond / a.perSecond).toFixed(2)} of (a)${beside}; p99 ${ms(own.p99)} (${ratio(own.p99, (b ?? a).p99)})`,
        )
      }
      bare.child.disconnect()
      read?.child.disconnect()
      // oxlint-enable no-await-in-loop
    }
  } finally {
    await desk.stop()
  }
}

async function startBeside(file: string, message: object | string): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)))
  child.send(message)
  const [port] = (await once(child, 'message')) as [number]
  return { child, url: `http://127.0.0.1:${port}` }
}
