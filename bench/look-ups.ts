import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'undici'
import { startPostgres } from '#e2e/support/postgres-server.ts'
import { findPostgres } from '../scripts/postgres.mjs'
import { type BenchDesk, startBenchDesk } from './desk.ts'
import { ms, ratio, report, summary } from './measure.ts'

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
        const a = await load(desk, bare.url + path, atOnce)
        const b = read && (await load(desk, read.url + path, atOnce))
        const own = await load(desk, desk.url + path, atOnce)
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

const agent = new Agent({ connections: Math.max(...AT_ONCE) })

async function askOnce(desk: BenchDesk, url: string, person: number): Promise<string> {
  const { cookie, body } = desk.people[person % desk.people.length] ?? desk
  const headers = { cookie, 'content-type': 'application/json' }
  const answer = await request(url, { dispatcher: agent, method: 'POST', headers, body })
  const text = await answer.body.text()
  if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}: ${text.slice(0, 200)}`)
  return text
}

async function load(desk: BenchDesk, url: string, atOnce: number): Promise<{ perSecond: number; p99: number }> {
  const times: number[] = []
  let asked = 0
  const run = async (until: number, record: boolean) => {
    while (performance.now() < until) {
      const started = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- each of them asks one after the other
      await askOnce(desk, url, (asked += 1))
      if (record) times.push(performance.now() - started)
    }
  }
  const all = (seconds: number, record: boolean) => {
    const until = performance.now() + seconds * 1000
    return Promise.all(Array.from({ length: atOnce }, () => run(until, record)))
  }
  await all(1, false)
  await all(SECONDS, true)
  return { perSecond: times.length / SECONDS, p99: summary(times).p99 }
}
