import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'undici'
import { startPostgres } from '#e2e/support/postgres-server.ts'
import { findPostgres } from '../scripts/postgres.mjs'
import { startBenchDesk } from './desk.ts'
import { ms, ratio, report, summary } from './measure.ts'

const SIZES = [3, 1000]
const SECONDS = 4
const AT_ONCE = 8

/** Look-ups out of each database that there is, under load, beside a bare server that returns the same bytes. */
export async function benchLookUps(): Promise<void> {
  await benchDatabase('the embedded database', {})
  const folder = findPostgres()
  if (folder === undefined) {
    console.log(
      '\nLook-ups from PostgreSQL: not measured, there is no server on this machine (apt-get install postgresql)',
    )
    return
  }
  const postgres = await startPostgres(folder)
  try {
    await benchDatabase('PostgreSQL on the same machine', { DATABASE_URL: postgres.url })
  } finally {
    await postgres.remove()
  }
}

async function benchDatabase(database: string, env: Record<string, string>): Promise<void> {
  const desk = await startBenchDesk(SIZES, env)
  const agent = new Agent({ connections: AT_ONCE })
  try {
    console.log(`\nLook-ups from ${database}, ${AT_ONCE} at once for ${SECONDS} s, beside bare node:http`)
    for (const size of SIZES) {
      const path = `/customer/v2/customer/bench-${size}`
      const ask = async (url: string) => {
        const answer = await request(url + path, {
          dispatcher: agent,
          method: 'POST',
          headers: { cookie: desk.cookie, 'content-type': 'application/json' },
          body: desk.body,
        })
        const text = await answer.body.text()
        if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}: ${text.slice(0, 200)}`)
        return text
      }
      // oxlint-disable no-await-in-loop -- one after the other is what is measured
      const same = fork(fileURLToPath(new URL('same-bytes.js', import.meta.url)))
      same.send(await ask(desk.url))
      const [port] = (await once(same, 'message')) as [number]
      const bare = await load(() => ask(`http://127.0.0.1:${port}`))
      const ours = await load(() => ask(desk.url))
      same.disconnect()
      // oxlint-enable no-await-in-loop
      report(`bare server, ${size} orders`, `${bare.perSecond.toFixed(0)} a second, p99 ${ms(bare.p99)}`)
      report(
        `Customer Desk, ${size} orders`,
        `${ours.perSecond.toFixed(0)} a second (1/${ratio(bare.perSecond, ours.perSecond).replace('×', '')}), p99 ${ms(ours.p99)} (${ratio(ours.p99, bare.p99)}), ${ms(1000 / ours.perSecond - 1000 / bare.perSecond)} more for each`,
      )
    }
  } finally {
    await agent.close()
    await desk.stop()
  }
}

async function load(ask: () => Promise<unknown>): Promise<{ perSecond: number; p99: number }> {
  const times: number[] = []
  const run = async (until: number, record: boolean) => {
    while (performance.now() < until) {
      const started = performance.now()
      // oxlint-disable-next-line no-await-in-loop -- each of them asks one after the other
      await ask()
      if (record) times.push(performance.now() - started)
    }
  }
  const all = (seconds: number, record: boolean) => {
    const until = performance.now() + seconds * 1000
    return Promise.all(Array.from({ length: AT_ONCE }, () => run(until, record)))
  }
  await all(1, false)
  await all(SECONDS, true)
  return { perSecond: times.length / SECONDS, p99: summary(times).p99 }
}
