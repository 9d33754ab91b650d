import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { LONG_JOBS, openPostgres } from '#src/server/db/postgres.ts'
import { findPostgres } from '../scripts/postgres.mjs'
import { freePort, runProgram, startDesk, type DeskProcess } from './support/desk-process.ts'
import { type PostgresServer, startPostgres } from './support/postgres-server.ts'
import { expect, test } from './fixtures.ts'
import { heading, orders, tab } from './helpers.ts'

// Two processes of the product on one PostgreSQL server.

const folder = findPostgres()
test.skip(folder === undefined, 'There is no PostgreSQL server on this machine, and none can be installed.')

const dealer = { type: 'dealer', id: 17, uuid: 'd', name: 'Northside Motors' }
const user = { type: 'user', uuid: 'u', username: 'ana', name: 'Ana', dealerUUIDs: ['d'], password: 'a long password' }
const other = { ...user, uuid: 'v', username: 'cho', name: 'Cho' }
const order = (n: number) => ({ dealerOrder_id: n, dealer_id: 17, order_number: `PG-${n}`, order_amount: 12.5 })
const customer =
  '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17,"id":9223372036854775807,"fname":"Petra","lname":"Gray"},' +
  `"dealerOrderInfoList":${JSON.stringify([1, 2, 3].map(order))}}`

let postgres: PostgresServer
let desks: [DeskProcess, DeskProcess]
const signIn = (desk: DeskProcess, password = 'a long password', username = 'ana') =>
  fetch(`${desk.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const lookUp = (desk: DeskProcess, cookie: string) =>
  fetch(`${desk.url}/customer/v2/customer/c`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ requesterUserUUID: 'u', dealerUUIDList: ['d'] }),
  })

test.beforeAll(async () => {
  postgres = await startPostgres(folder ?? '')
  const env = {
    DATABASE_URL: postgres.url,
    LOOKUPS_PER_MINUTE: '20',
    SECOND_FACTOR_KEY: 'the key that both processes have',
  }
  // Started together on an empty database: the schema is made once.
  desks = await Promise.all([startDesk('unused', env), startDesk('unused', env)])
  const lines = `${JSON.stringify(dealer)}\n${JSON.stringify(user)}\n${JSON.stringify(other)}\n${customer}\n`
  const imported = await runProgram(['dist/server/import.js', '-'], env, lines)
  expect([imported.status, imported.stdout]).toEqual([0, 'Imported 1 dealer, 2 users, 1 customer.\n'])
})
test.afterAll(async () => {
  for (const desk of desks ?? []) expect(await desk.stop()).toBe(0)
  await postgres?.remove()
})

test('any process serves any session, and a session that ends is over on all of them', async ({ page }) => {
  const [first, second] = desks
  const cookie = cookieOf(await signIn(first))
  const answer = await lookUp(second, cookie)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toMatch(/"id": ?9223372036854775807,/)
  await fetch(`${second.url}/api/session`, { method: 'DELETE', headers: { cookie } })
  expect((await lookUp(first, cookie)).status).toBe(401)

  await page.request.post(`${first.url}/api/session`, { data: { username: 'ana', password: 'a long password' } })
  await page.goto(`${first.url}/customers/c/orders`)
  await expect(heading(page, 'Petra Gray')).toBeVisible()
  await expect(orders(page)).toContainText('PG-3')
  await expect(tab(page, /^Orders, 3/)).toBeVisible()
})

test('processes count look-ups and wrong passwords together', async () => {
  const cookie = cookieOf(await signIn(desks[0]))
  const statuses = await Promise.all(
    Array.from({ length: 12 }, (_, n) => lookUp(desks[n % 2 === 0 ? 0 : 1], cookie).then(({ status }) => status)),
  )
  expect(statuses.every((status) => status === 200)).toBe(true)
  let answered = 12
  // oxlint-disable-next-line no-await-in-loop -- one after the other is what is counted
  while ((await lookUp(desks[answered % 2 === 0 ? 0 : 1], cookie)).status === 200) answered += 1
  expect(answered).toBeLessThanOrEqual(20)

  for (let tries = 0; tries < 10; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect((await signIn(desks[tries % 2 === 0 ? 0 : 1], 'wrong')).status).toBe(401)
  }
  expect((await signIn(desks[0])).status).toBe(429)
  expect((await signIn(desks[1])).status).toBe(429)
  await runProgram(
    ['dist/server/user.js', 'password', 'ana'],
    { DATABASE_URL: postgres.url },
    'violet kettle drives upstairs\n',
  )
  expect((await signIn(desks[1], 'violet kettle drives upstairs')).status).toBe(200)
})

test('the audit record of several processes is whole', async () => {
  const verified = await runProgram(['dist/server/verify-audit.js'], { DATABASE_URL: postgres.url })
  expect([verified.status, verified.stderr]).toEqual([0, ''])
  expect(verified.stdout).toMatch(/^\d+ events of \d writers\.\n/)
})

test('of processes that start together one does the jobs', async () => {
  const done = () =>
    desks.map((desk) =>
      [...desk.output().matchAll(/"jobs":(\{[^}]*\}).*"jobs done"/g)].flatMap(([, jobs = '{}']) =>
        Object.keys(JSON.parse(jobs)),
      ),
    )
  await expect.poll(() => done().flat()).toContain('unusual-look-ups')
  const [none, all] = done().toSorted((a, b) => a.length - b.length)
  expect(none).toEqual([])
  expect(new Set(all).size).toBe(all?.length)
})

test('what one process does alone no other does meanwhile, and another may as soon as it is over or fails', async () => {
  const [first, second] = [1, 2].map(() => openPostgres(postgres.url, () => {}, LONG_JOBS))
  const tryToo = () => second?.alone(1, () => Promise.resolve('done'))
  expect(await first?.alone(1, () => Promise.resolve(tryToo()))).toBe(undefined)
  expect(await tryToo()).toBe('done')
  const failing = first?.alone(1, (db) => db.transaction(() => Promise.reject(new Error('gone wrong'))))
  await expect(failing).rejects.toThrow('gone wrong')
  expect(await tryToo()).toBe('done')
  await Promise.all([first?.close(), second?.close()])
})

test('a role that may not create tables serves what another role made, and is told what it lacks', async () => {
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query('create role server login')
  await admin.query('create database apart')
  await admin.end()
  const urlOf = (role: string, database: string) => {
    const url = new URL(postgres.url)
    url.username = role
    url.pathname = `/${database}`
    return url.href
  }
  const port = String(await freePort())
  const start = (database: string) =>
    runProgram(['dist/server/main.js'], { DATABASE_URL: urlOf('server', database), PORT: port })
  const migrate = () => runProgram(['dist/server/migrate.js'], { DATABASE_URL: urlOf('desk', 'apart') })

  expect(await start('nowhere')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no database of that name'),
  })
  expect(await start('apart')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^The role of DATABASE_URL may not make or change the tables .* npm run migrate .*\.\n$/,
    ),
  })
  expect((await migrate()).stdout).toMatch(/^The schema went from version 0 to \d+\.\n$/)
  expect((await migrate()).stdout).toMatch(/^The schema is up to date: version \d+\.\n$/)
  expect(await start('apart')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^The role of DATABASE_URL lacks the right to SELECT in the table schema_version\. .*\n$/,
    ),
  })

  const owner = new pg.Client({ connectionString: urlOf('desk', 'apart') })
  await owner.connect()
  await owner.query('grant select on all tables in schema public to server')
  const lines = `${JSON.stringify(dealer)}\n`
  const importing = () => runProgram(['dist/server/import.js', '-'], { DATABASE_URL: urlOf('server', 'apart') }, lines)
  expect((await importing()).stderr).toMatch(/^The role of DATABASE_URL lacks the right to INSERT .*\n$/)
  await owner.query('grant select, insert, update, delete on all tables in schema public to server')
  await owner.query('grant execute on all functions in schema public to server')
  await owner.query('revoke insert on dealers from server')
  expect((await importing()).stderr).toMatch(
    /^The import ended: the role of DATABASE_URL may not write to the tables; .*\n$/,
  )
  await owner.end()
  const desk = await startDesk('unused', { DATABASE_URL: urlOf('server', 'apart'), PORT: port })
  expect((await signIn(desk)).status).toBe(401)
  expect(await desk.stop()).toBe(0)
})

test('a database that goes away is 503, and comes back without a start', async () => {
  const [desk] = desks
  const cookie = cookieOf(await signIn(desk, 'violet kettle drives upstairs'))
  await postgres.stop()
  expect((await fetch(`${desk.url}/readyz`)).status).toBe(503)
  expect((await fetch(`${desk.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${desk.url}/api/session`, { headers: { cookie } })).status).toBe(503)
  await postgres.start()
  await expect.poll(async () => (await fetch(`${desk.url}/readyz`)).status).toBe(200)
  expect((await fetch(`${desk.url}/api/session`, { headers: { cookie } })).status).toBe(200)
})

test('a changed password leaves no session but its own, however many sign-ins come at that moment', async () => {
  const [first, second] = desks
  const isIn = async (cookie: string) => (await fetch(`${first.url}/api/session`, { headers: { cookie } })).status
  const cookie = cookieOf(await signIn(first, 'a long password', 'cho'))
  const body = JSON.stringify({ currentPassword: 'a long password', newPassword: 'violet kettle drives upstairs' })
  const under = [first, second, first, second].map((desk) => signIn(desk, 'a long password', 'cho'))
  const changed = await fetch(`${second.url}/api/account/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body,
  })
  expect(changed.status).toBe(204)
  const others = [cookie, ...(await Promise.all(under)).map(cookieOf)]
  expect(await isIn(cookieOf(changed))).toBe(200)
  expect(await Promise.all(others.map(isIn))).toEqual(others.map(() => 401))
})

test('a code of an authenticator app is taken once, by whichever process comes first', async () => {
  const [first, second] = desks
  const send = (desk: DeskProcess, path: string, cookie: string, body: object) =>
    fetch(`${desk.url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const password = 'violet kettle drives upstairs'
  const cookie = cookieOf(await signIn(first, password, 'cho'))
  const begun = (await (await send(first, 'account/factors/begin', cookie, { kind: 'app' })).json()) as {
    app: { secret: string }
  }
  const app = new TOTP({ secret: Secret.fromBase32(begun.app.secret) })
  const now = Date.now()
  expect((await send(second, 'account/factors', cookie, { code: app.generate({ timestamp: now }) })).status).toBe(200)
  const halves = await Promise.all([signIn(first, password, 'cho'), signIn(second, password, 'cho')])
  expect(halves.map(({ status }) => status)).toEqual([401, 401])
  const code = app.generate({ timestamp: now + 30_000 })
  const answers = await Promise.all(
    halves.map((half, n) => send(n === 0 ? second : first, 'session/second-factor', cookieOf(half), { code })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
})
