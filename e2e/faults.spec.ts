import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { Agent, request } from 'undici'
import { findPostgres } from '../scripts/postgres.mjs'
import { expect, test } from './fixtures.ts'
import { type DeskProcess, runProgram, startDesk, startProgram } from './support/desk-process.ts'
import { openFolder } from './support/open-folder.ts'
import { type PostgresServer, startPostgres } from './support/postgres-server.ts'

// Crashes, hangs and stops of the server and its database, while people work.

const folder = findPostgres()
/** The promise holds for any number; more than this only takes longer (KILLS=20 takes them). */
const KILLS = Number(process.env['KILLS'] ?? 3)

const NO_SAMPLE = { SAMPLE_DATA: 'false', LOOKUPS_PER_MINUTE: '0' }
const customer = (uuid: string, company = '') =>
  JSON.stringify({ type: 'customer', customerInfo: { uuid, dealerId: 17, fname: 'Pat', company } })
const base = [
  JSON.stringify({ type: 'dealer', id: 17, uuid: 'd', name: 'Northside Motors' }),
  JSON.stringify({
    type: 'user',
    uuid: 'u',
    username: 'ana',
    name: 'Ana',
    dealerUUIDs: ['d'],
    password: 'a long password',
  }),
  customer('c'),
]

const agents: Agent[] = []
test.afterEach(async () => {
  for (const agent of agents.splice(0)) await agent.destroy()
})

async function signIn(desk: DeskProcess): Promise<string> {
  const response = await fetch(`${desk.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'ana', password: 'a long password' }),
  })
  expect(response.status).toBe(200)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** People who look up one customer after the other, until they are told to end, or are asked to go elsewhere. */
function people(desk: DeskProcess, cookie: string, count: number) {
  const agent = new Agent({ connections: count })
  agents.push(agent)
  const seen = { answered: [] as string[], statuses: new Map<number, number>(), retryAfter: true, broken: 0 }
  let isOver = false
  /** @returns whether the connection may be used again */
  const ask = async (): Promise<boolean> => {
    const answer = await request(`${desk.url}/customer/v2/customer/c`, {
      dispatcher: agent,
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ requesterUserUUID: 'u', dealerUUIDList: ['d'] }),
    })
    await answer.body.text()
    if (answer.statusCode === 200) seen.answered.push(String(answer.headers['x-request-id']))
    if (answer.statusCode === 503) seen.retryAfter &&= answer.headers['retry-after'] !== undefined
    seen.statuses.set(answer.statusCode, (seen.statuses.get(answer.statusCode) ?? 0) + 1)
    return answer.headers['connection'] !== 'close'
  }
  const one = async () => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- end() changes it
    while (!isOver) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- a person waits for the answer
        if (!(await ask())) return
      } catch (error) {
        const { code } = error as { code?: string }
        // Nobody listens any more: that is known before anything is asked.
        if (code === 'ECONNREFUSED') return
        if (code !== 'ECONNRESET' && code !== 'EPIPE' && code !== 'UND_ERR_SOCKET') throw error
        seen.broken += 1
      }
    }
  }
  const all = Promise.all(Array.from({ length: count }, one))
  return {
    seen,
    /** Waits until so many more were answered. */
    more: (answers: number) => {
      const goal = seen.answered.length + answers
      return expect.poll(() => seen.answered.length).toBeGreaterThanOrEqual(goal)
    },
    async end() {
      isOver = true
      await all
    },
  }
}

const isSignedIn = async (desk: DeskProcess, cookie: string) =>
  (await fetch(`${desk.url}/api/session`, { headers: { cookie } })).status === 200

const CUSTOMERS = 1500

/** Customers whose UUIDs begin alike, megabytes of them: who has read all but what a pipe holds is in the middle of an import. */
const many = (name: string) =>
  `${[...base, ...Array.from({ length: CUSTOMERS }, (_, n) => customer(`${name}-${n}`, 'x'.repeat(2000)))].join('\n')}\n`

const startImport = (env: Record<string, string>) => startProgram(['dist/server/import.js', '-'], env)

type Rows = (sql: string) => Promise<{ rows: { id: string }[] }>

/** Of the imports that ended well all customers are there, of the others none. */
async function expectImported(query: Rows, whole: number) {
  const { rows } = await query(
    "select uuid as id from customer_records where uuid like 'half-%' or uuid like 'whole-%'",
  )
  expect(rows.filter(({ id }) => id.startsWith('half-'))).toEqual([])
  expect(rows).toHaveLength(whole)
}

/** Each answered look-up stands in the record, and the record is whole. */
async function expectRecorded(query: Rows, answered: readonly string[]) {
  const { rows } = await query("select request_id as id from audit_events where event = 'look-up'")
  const recorded = new Set(rows.map(({ id }) => id))
  expect(answered.filter((id) => !recorded.has(id))).toEqual([])
}

test('the embedded database loses nothing that was answered when a process is killed', async () => {
  const data = mkdtempSync(join(tmpdir(), 'desk-killed-'))
  const env = { DATA_DIR: data, ...NO_SAMPLE }
  try {
    expect((await runProgram(['dist/server/import.js', '-'], env, base.join('\n'))).status).toBe(0)
    const answered: string[] = []
    const cookies: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      // oxlint-disable no-await-in-loop -- one life after the other
      const desk = await startDesk(data, NO_SAMPLE)
      // A session of an earlier life is still one.
      for (const cookie of cookies) expect(await isSignedIn(desk, cookie)).toBe(true)
      const cookie = await signIn(desk)
      cookies.push(cookie)
      const staff = people(desk, cookie, 4)
      await staff.more(20)
      await desk.kill()
      await staff.end()
      answered.push(...staff.seen.answered)
      // oxlint-enable no-await-in-loop
    }
    const killed = startImport(env)
    await killed.send(many('half'))
    await killed.kill()
    expect((await startImport(env).end(many('whole'))).status).toBe(0)
    // An import with a bad line at its end leaves nothing of itself.
    expect((await startImport(env).end(`${many('half')}no line`)).status).toBe(1)
    const db = await openFolder(data)
    const query: Rows = async (sql) => ({ rows: await db.query<{ id: string }>(sql, []) })
    await expectRecorded(query, answered)
    await expectImported(query, CUSTOMERS)
    await db.close()
    const verified = await runProgram(['dist/server/verify-audit.js'], env)
    expect([verified.status, verified.stderr]).toEqual([0, ''])
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})

test.describe('on a PostgreSQL server', () => {
  test.skip(folder === undefined, 'There is no PostgreSQL server on this machine, and none can be installed.')

  let postgres: PostgresServer
  let env: Record<string, string>
  let isImported = false
  test.beforeAll(async () => {
    postgres = await startPostgres(folder ?? '')
    env = { DATABASE_URL: postgres.url, ...NO_SAMPLE, AUDIT_KEY: 'a key for the seals of this very test' }
    expect((await runProgram(['dist/server/import.js', '-'], env, base.join('\n'))).status).toBe(0)
  })
  test.afterAll(() => postgres?.remove())

  const expectWhole = async (answered: string[]) => {
    const db = new pg.Client({ connectionString: postgres.url })
    await db.connect()
    const query: Rows = (sql) => db.query<{ id: string }>(sql)
    await expectRecorded(query, answered)
    await expectImported(query, isImported ? CUSTOMERS : 0)
    await db.end()
    const verified = await runProgram(['dist/server/verify-audit.js'], env)
    expect([verified.status, verified.stderr]).toEqual([0, ''])
  }

  test('nothing that was answered is lost when a process is killed, or the database', async () => {
    const answered: string[] = []
    const cookies: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      // oxlint-disable no-await-in-loop -- one life after the other
      const desk = await startDesk('unused', env)
      for (const cookie of cookies) expect(await isSignedIn(desk, cookie)).toBe(true)
      const cookie = await signIn(desk)
      cookies.push(cookie)
      const staff = people(desk, cookie, 4)
      await staff.more(20)
      // First the database, which comes back and is found again, then the processes.
      const broken = startImport(env)
      await broken.send(many(`half-${kill}`))
      await postgres.kill()
      await postgres.start()
      expect((await broken.end(many(`half-again-${kill}`))).status).toBe(1)
      await staff.more(20)
      await desk.kill()
      await staff.end()
      answered.push(...staff.seen.answered)
      expect([...staff.seen.statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([])
      expect(staff.seen.retryAfter).toBe(true)
      // oxlint-enable no-await-in-loop
    }
    const killed = startImport(env)
    await killed.send(many('half-last'))
    await killed.kill()
    expect((await startImport(env).end(many('whole'))).status).toBe(0)
    isImported = true
    await expectWhole(answered)
  })

  test('people work on during an import, and whose account stays as it is stays signed in', async () => {
    const desk = await startDesk('unused', env)
    const staff = people(desk, await signIn(desk), 2)
    const importing = startImport(env).end(many('more'))
    await staff.more(5)
    expect((await importing).status).toBe(0)
    await staff.more(5)
    await staff.end()
    expect([...staff.seen.statuses.keys()]).toEqual([200])
    expect(await desk.stop()).toBe(0)
  })

  test('a process that is told to stop answers all that it was asked', async () => {
    const desk = await startDesk('unused', env)
    const staff = people(desk, await signIn(desk), 8)
    await staff.more(40)
    expect(await desk.stop()).toBe(0)
    await staff.end()
    expect(staff.seen.broken).toBe(0)
    expect([...staff.seen.statuses.keys()]).toEqual([200])
    await expectWhole(staff.seen.answered)
  })

  test('a database that says nothing any more is 503 with the time to come again', async () => {
    const desk = await startDesk('unused', env)
    const cookie = await signIn(desk)
    const ask = () => fetch(`${desk.url}/api/session`, { headers: { cookie } })
    expect((await ask()).status).toBe(200)
    postgres.hang()
    const answers = await Promise.all([ask(), fetch(`${desk.url}/readyz`), fetch(`${desk.url}/healthz`)])
    postgres.goOn()
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 200])
    expect(answers[0].headers.get('retry-after')).toBe('5')
    await expect.poll(async () => (await ask()).status).toBe(200)
    expect(await desk.stop()).toBe(0)
  })

  test('a statement that others keep waiting is 503, and audit and health go on', async () => {
    const desk = await startDesk('unused', env)
    const cookie = await signIn(desk)
    const db = new pg.Client({ connectionString: postgres.url })
    await db.connect()
    await db.query('begin; lock table customer_records in access exclusive mode')
    const staff = people(desk, cookie, 12)
    await expect.poll(() => staff.seen.statuses.get(503) ?? 0).toBeGreaterThan(0)
    expect((await fetch(`${desk.url}/readyz`)).status).toBe(200)
    await db.query('rollback')
    await db.end()
    await staff.more(5)
    await staff.end()
    expect(staff.seen.retryAfter).toBe(true)
    expect([...staff.seen.statuses.keys()].sort()).toEqual([200, 503])
    expect(await desk.stop()).toBe(0)
  })
})
