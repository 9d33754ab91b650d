import { request } from 'undici'
import { findNginx } from '../scripts/machine.mjs'
import { findPostgres } from '../scripts/postgres.mjs'
import { freePort, runProgram, startDesk } from './support/desk-process.ts'
import { type Nginx, startNginx } from './support/nginx.ts'
import { startPostgres } from './support/postgres-server.ts'
import { anaLooksUp, anaSignsIn, oneCustomer } from './support/one-customer.ts'
import { expect, test } from './fixtures.ts'

// Two processes behind a real proxy on a real database, while people look customers up.

const AT_ONCE = 4

test('a new version, a crash and a restart of the database: no look-up fails but while there is no database', async () => {
  const program = findNginx()
  const folder = findPostgres()
  test.skip(program === undefined, 'There is no nginx on this machine.')
  test.skip(folder === undefined, 'There is no PostgreSQL server on this machine.')
  const postgres = await startPostgres(folder ?? '')
  const [port, ...ports] = [await freePort(), await freePort(), await freePort()]
  const url = `https://localhost:${port}`
  const env = { DATABASE_URL: postgres.url, PUBLIC_URL: url, TRUSTED_PROXIES: '127.0.0.1', LOOKUPS_PER_MINUTE: '0' }
  expect((await runProgram(['dist/server/import.js', '-'], env, oneCustomer)).status).toBe(0)
  const start = (place: number) => startDesk('unused', { ...env, PORT: String(ports[place]) })
  const desks = await Promise.all([start(0), start(1)])
  const nginx = await startNginx(
    program ?? '',
    port ?? 0,
    desks.map((desk) => desk.url),
  )
  const signedIn = await untilAnswered(nginx, url)
  const cookie = String(signedIn).split(';')[0] ?? ''
  expect(cookie).toMatch(/^__Host-/)

  const people = lookUps(nginx, url, cookie)
  await people.more(50)
  // A new version: one process after the other.
  for (const place of [0, 1]) {
    // oxlint-disable no-await-in-loop -- one after the other is the point
    expect(await desks[place]?.stop()).toBe(0)
    await people.more(20)
    desks[place] = await start(place)
    await people.more(20)
    // oxlint-enable no-await-in-loop
  }
  await desks[0]?.kill()
  await people.more(50)
  desks[0] = await start(0)
  await people.more(20)
  expect(people.failed(), nginx.errors()).toEqual([])

  await postgres.stop()
  await people.more(20)
  // What is said is the product's own words, not the proxy's.
  for (const failure of people.failed()) expect(failure).toMatch(/^503 (?:DATABASE_DOWN|NOT_RECORDED)$/)
  expect(people.failed().length).toBeGreaterThan(0)
  await postgres.start()
  await expect.poll(() => people.last()).toBe('200')
  const before = people.failed().length
  await people.more(50)
  expect(people.failed()).toHaveLength(before)

  console.log(`  ${await people.stop()} look-ups through nginx, ${before} refused while there was no database`)
  for (const desk of desks) expect(await desk.stop()).toBe(0)
  await nginx.stop()
  await postgres.remove()
})

/** Signs in as soon as the proxy listens. @returns the cookie */
async function untilAnswered(nginx: Nginx, url: string): Promise<string | string[] | undefined> {
  let cookie: string | string[] | undefined
  await expect
    .poll(async () => {
      const answer = await request(`${url}/api/session`, {
        dispatcher: nginx.agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.1' },
        body: anaSignsIn,
      }).catch(() => undefined)
      await answer?.body.dump()
      cookie = answer?.headers['set-cookie']
      return answer?.statusCode
    })
    .toBe(200)
  return cookie
}

/** A few people who look customers up one after the other, until they are told to stop. */
function lookUps(nginx: Nginx, url: string, cookie: string) {
  const outcomes: string[] = []
  const waiting: { until: number; go: () => void }[] = []
  const over = new AbortController()
  const one = async (): Promise<string> => {
    const { statusCode, body } = await request(`${url}/customer/v2/customer/c`, {
      dispatcher: nginx.agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: anaLooksUp,
    })
    const text = await body.text()
    if (statusCode === 200 && text.includes('Petra')) return '200'
    return `${statusCode} ${/"errorTitle":"(\w+)"/.exec(text)?.[1] ?? 'in words of the proxy'}`
  }
  const person = async () => {
    while (!over.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      outcomes.push(await one().catch((error: Error) => `broken: ${error.message}`))
      for (const { until, go } of waiting) if (outcomes.length >= until) go()
    }
  }
  const people = Array.from({ length: AT_ONCE }, person)
  return {
    failed: () => outcomes.filter((outcome) => outcome !== '200'),
    last: () => outcomes.at(-1),
    /** Waits until so many more were answered. */
    more: (count: number) => new Promise<void>((go) => void waiting.push({ until: outcomes.length + count, go })),
    async stop() {
      over.abort()
      await Promise.all(people)
      return outcomes.length
    },
  }
}
