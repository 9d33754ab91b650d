import { scryptSync } from 'node:crypto'
import { expect, test } from 'playwright/test'
import { opaquePassword } from '../auth/opaque-password.ts'
import { checkPassword, hashPassword, isOutdated } from '../auth/password.ts'
import { createApp } from '../app.ts'
import { assembleDeps } from '../start.ts'
import { basic, type Desk, json, makeDesk, staff, TEST_PASSWORD_COST } from '../testing/desk.ts'

// Promises: a session cannot be guessed, read out of the database, planted or kept; a password neither.

let desk: Desk
test.beforeEach(async () => {
  desk = await makeDesk()
})
test.afterEach(() => desk.db.close())

/** Tries to sign in where a hash needs more memory than there is for one, so that every attempt to make one fails. */
async function signInAtNoPrice(username: string, password: string): Promise<Response> {
  const passwordCost = 2 ** 20
  const hash = (await hashPassword('another one', 2 ** 8)).replace('$256$', `$${passwordCost}$`)
  await desk.db.query('update staff set password_hash = $1 where uuid = $2', [hash, staff.uuid])
  const app = createApp(assembleDeps({ ...desk.deps, passwordCost }))
  return app.request('/api/session', json('POST', { username, password }))
}

test('a thousand sessions have a thousand tokens of 256 bits, and the database knows none of them', async () => {
  const tokens = new Set<string>()
  for (let n = 0; n < 1000; n += 1) tokens.add((await desk.deps.sessions.open(staff.uuid)) ?? 'none')
  expect(tokens.size).toBe(1000)
  expect([...tokens].filter((token) => !/^[\w-]{43}$/.test(token))).toEqual([])
  const dump = JSON.stringify(await desk.db.query('select encode(token_hash, $1) as hash, * from sessions', ['base64']))
  const known = [...tokens].filter(
    (token) => dump.includes(token) || dump.includes(Buffer.from(token, 'base64url').toString('base64')),
  )
  expect(known).toEqual([])
})

test('the same password is stored differently for two people, with its parameters', async () => {
  const [one, two] = [await hashPassword('the same password'), await hashPassword('the same password')]
  expect(one).not.toBe(two)
  expect(one).toMatch(/^scrypt\$131072\$8\$1\$/)
})

test('a password that was hashed with weaker parameters is hashed anew when it is next used', async () => {
  const weak = await hashPassword(staff.password, TEST_PASSWORD_COST / 2)
  expect(isOutdated(weak, TEST_PASSWORD_COST)).toBe(true)
  await desk.db.query('update staff set password_hash = $1 where uuid = $2', [weak, staff.uuid])
  expect(await desk.signIn()).not.toBe('')
  const [row] = await desk.db.query<{ hash: string }>('select password_hash as hash from staff where uuid = $1', [
    staff.uuid,
  ])
  expect(isOutdated(row?.hash ?? '', TEST_PASSWORD_COST)).toBe(false)
  expect(await checkPassword(staff.password, row?.hash)).toMatchObject({ isRight: true })
})

test('a password that was hashed as it was typed is still right, and is hashed normalized when it is next used', async () => {
  const typed = 'rene\u0301e\u00A0at the counter'
  const opaque = opaquePassword(typed)
  // As if it were its own normal form, which the hash of before took it for.
  const [, cost, r, p, salt = ''] = (await hashPassword('x', TEST_PASSWORD_COST)).split('$')
  const key = scryptSync(typed, Buffer.from(salt, 'base64url'), 32, { N: Number(cost), r: Number(r), p: Number(p) })
  const before = ['scrypt', cost, r, p, salt, key.toString('base64url')].join('$')
  for (const [table, signIn] of [
    ['staff', (password: string) => desk.signIn(staff.username, password).then((cookie) => cookie !== '')],
    [
      'service_accounts',
      (password: string) => desk.lookUp('x', { headers: basic('api', password) }).then(({ status }) => status === 204),
    ],
  ] as const) {
    await desk.db.query(`update ${table} set password_hash = $1`, [before])
    expect(await signIn(opaque)).toBe(false)
    expect(await signIn(`${typed}!`)).toBe(false)
    expect(await signIn(typed)).toBe(true)
    expect(await signIn(opaque)).toBe(true)
    const [row] = await desk.db.query<{ hash: string }>(`select password_hash as hash from ${table}`, [])
    expect(row?.hash).not.toBe(before)
    expect(await checkPassword(typed, row?.hash, TEST_PASSWORD_COST)).toEqual({ isRight: true, isOutdated: false })
  }
})

test('an unknown name takes as long as a wrong password: the same work is done for both', async () => {
  for (const username of [staff.username, 'nobody'])
    for (const password of ['wrong', 'rene\u0301e'])
      expect((await signInAtNoPrice(username, password)).status).toBe(500)
})

test('a password of ten thousand characters is refused before it costs time', async () => {
  expect((await signInAtNoPrice(staff.username, 'x'.repeat(10_000))).status).toBe(400)
})

test('signing out answers with the cookie gone and whatever the site left in the browser cleared', async () => {
  const cookie = await desk.signIn()
  const response = await desk.app.request('/api/session', { method: 'DELETE', headers: { cookie } })
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect((await desk.app.request('/api/session', { headers: { cookie } })).status).toBe(401)
})

test('reading who is signed in does not keep a session alive, a sign of life does', async () => {
  const start = desk.clock.now.getTime()
  const minutes = (n: number) => (desk.clock.now = new Date(start + n * 60_000))
  const cookie = await desk.signIn()
  const session = (method: string) => desk.app.request('/api/session', { method, headers: { cookie } })
  minutes(14)
  expect((await session('PUT')).status).toBe(204)
  minutes(28)
  expect((await session('GET')).status).toBe(200)
  minutes(30)
  expect((await session('GET')).status).toBe(401)
  expect((await session('PUT')).status).toBe(401)
  minutes(0)
})
