import { expect, test } from 'playwright/test'
import { Session } from '#src/contract/desk/session.ts'
import { basic, dealers, type Desk, errorOf, json, makeDesk, staff, TEST_PASSWORD_COST } from '../testing/desk.ts'

let desk: Desk
test.beforeAll(async () => {
  desk = await makeDesk()
})
test.afterAll(() => desk.db.close())

const signIn = (body: unknown, headers: Record<string, string> = {}, from = desk) =>
  from.app.request('/api/session', json('POST', body, headers))
const whoAmI = (cookie: string, from = desk) => from.app.request('/api/session', { headers: { cookie } })
const { username, password } = staff

test('signing in answers who it is and which dealers they have', async () => {
  const response = await signIn({ username, password })
  expect(response.status).toBe(200)
  expect(Session.parse(await response.json())).toEqual({
    user: { uuid: staff.uuid, name: staff.name },
    isManager: false,
    idleMinutes: 15,
    imageHosts: [],
    mapUrl: 'https://www.openstreetmap.org/search?query={address}',
    findingsOff: [],
    preferences: {},
    dealers: [dealers.north, dealers.south].map(({ uuid, id, name }) => ({ uuid, id: String(id), name })),
    currency: 'USD',
    timeZone: 'UTC',
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a username is the same however it is typed, and its sign-ins are recorded as that of one person', async () => {
  const own = await makeDesk({
    lines: [
      JSON.stringify({
        type: 'user',
        uuid: 'r',
        username: 'Rene\u0301e',
        name: 'R',
        dealerUUIDs: [],
        password: 'p\u0301 q',
      }),
      JSON.stringify({ type: 'service', username: ' Robot', dealerUUIDs: [dealers.north.uuid], password: 'key of it' }),
    ],
  })
  for (const typed of ['renée', 'RENÉE', ' rene\u0301e ', 'Ｒenée']) {
    expect((await signIn({ username: typed, password: 'ṕ\u00A0q' }, {}, own)).status).toBe(200)
  }
  expect((await own.lookUp('x', { headers: basic('ROBOT', 'key of it') })).status).toBe(204)
  const actors = await own.db.query<{ actor: string }>(
    'select distinct actor_id as actor from audit_events order by 1',
    [],
  )
  expect(actors.map(({ actor }) => actor)).toEqual(['r', 'robot'])
  await own.db.close()
})

test('the cookie cannot be read by scripts or sent by other sites', async () => {
  const cookie = (await signIn({ username, password })).headers.get('set-cookie')
  expect(cookie).toMatch(/^customer-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
})

test('behind https the cookie is Secure and bound to the host', async () => {
  const https = await makeDesk({ env: { PUBLIC_URL: 'https://desk.example.test' } })
  const response = await signIn({ username, password }, {}, https)
  expect(response.headers.get('set-cookie')).toMatch(
    /^__Host-customer-desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
  expect(response.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
  await https.db.close()
})

test('a wrong password and an unknown name get the same answer', async () => {
  const answers = []
  for (const body of [
    { username, password: 'wrong' },
    { username: 'nobody', password },
  ]) {
    const response = await signIn(body)
    expect(response.headers.get('set-cookie')).toBeNull()
    answers.push([response.status, await errorOf(response)])
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.[0]).toBe(401)
})

const bad: [body: unknown, message: string][] = [
  [{}, 'username must be text.'],
  [{ username: '', password: 'x' }, 'username must not be empty.'],
  [{ username: 'a', password: '' }, 'password must not be empty.'],
  [{ username: 'a', password: 'x'.repeat(10_000) }, 'password must have at most 128 characters.'],
  [{ username: ['a'], password: 'x' }, 'username must be text.'],
  [{ username: 5, password: 'x' }, 'username must be text.'],
  [{ username: 'a', password: 5 }, 'password must be text.'],
  [{ username: 'a', password: null }, 'password must be text.'],
  [{ username: 'x'.repeat(10_000), password: 'x' }, 'username must have at most 128 characters.'],
  [{ username: 'a\0', password: 'x' }, 'username must not hold the NUL character or half a surrogate pair.'],
  [{ username: 'a\uD800', password: 'x' }, 'username must not hold the NUL character or half a surrogate pair.'],
  [{ username: 'a', password: 'x\0' }, 'password must not hold the NUL character or half a surrogate pair.'],
  [{ username: 'a', password: '\uDC00x' }, 'password must not hold the NUL character or half a surrogate pair.'],
]
for (const [body, message] of bad) {
  test(`sign-in with ${JSON.stringify(body).slice(0, 40)} gets: ${message}`, async () => {
    const response = await signIn(body)
    expect(response.status).toBe(400)
    expect((await errorOf(response)).errorMessage).toBe(message)
  })
}

test('HTTP Basic credentials of any bytes are 401, never a failure of the server', async () => {
  const credentials = ['a\0:b', 'api:b\0', ':', 'api', 'x'.repeat(10_000), `api:${'x'.repeat(10_000)}`, 'a\uFFFF:b']
  const encoded = [...credentials.map((text) => Buffer.from(text)), Buffer.from([0xff, 0x3a, 0xed, 0xa0, 0x80])]
  for (const bytes of encoded) {
    const response = await desk.lookUp('x', { headers: { authorization: `Basic ${bytes.toString('base64')}` } })
    expect(response.status).toBe(401)
  }
})

test('the database holds neither passwords nor tokens', async () => {
  const cookie = await desk.signIn()
  const rows = await desk.db.query<{ text: string }>(
    `select row_to_json(s)::text as text from staff s union all select encode(token_hash, 'base64') from sessions`,
    [],
  )
  const dump = rows.map((row) => row.text).join('\n')
  expect(dump).not.toContain(password)
  expect(dump).not.toContain(cookie.split('=')[1])
  expect(dump).toContain(`scrypt$${TEST_PASSWORD_COST}$8$1$`)
})

test('nobody is signed in without a cookie, with a made-up one or after signing out', async () => {
  const cookie = await desk.signIn()
  expect((await whoAmI(cookie)).status).toBe(200)
  expect((await whoAmI('')).status).toBe(401)
  expect((await whoAmI(`customer-desk=${'A'.repeat(43)}`)).status).toBe(401)
  const out = await desk.app.request('/api/session', { method: 'DELETE', headers: { cookie } })
  expect(out.status).toBe(204)
  expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
  expect((await whoAmI(cookie)).status).toBe(401)
})

test('a planted cookie does not become the session', async () => {
  const planted = `customer-desk=${'B'.repeat(43)}`
  const response = await signIn({ username, password }, { cookie: planted })
  expect(response.headers.get('set-cookie')).not.toContain(planted)
  expect((await whoAmI(planted)).status).toBe(401)
})

test('a session ends after the idle time, which only work puts off', async () => {
  const cookie = await desk.signIn()
  const pass = (minutes: number) => (desk.clock.now = new Date(desk.clock.now.getTime() + minutes * 60_000))
  pass(14)
  expect((await desk.lookUp('x', { headers: { cookie } })).status).toBe(204)
  pass(14)
  expect((await whoAmI(cookie)).status).toBe(200)
  pass(2)
  expect((await whoAmI(cookie)).status).toBe(401)
})

test('a session ends after a shift, however busy', async () => {
  const cookie = await desk.signIn()
  for (let minutes = 0; minutes < 8 * 60; minutes += 10) {
    expect((await desk.lookUp('x', { headers: { cookie } })).status).toBe(204)
    desk.clock.now = new Date(desk.clock.now.getTime() + 10 * 60_000)
  }
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000)
  expect((await whoAmI(cookie)).status).toBe(401)
})

test('a disabled account is out with the next request, and a dealer taken away is gone', async () => {
  const own = await makeDesk()
  const cookie = await own.signIn()
  await own.db.query('delete from staff_dealers where dealer_uuid = $1', [dealers.north.uuid])
  expect((await own.lookUp('x', { headers: { cookie } })).status).toBe(401)
  expect((await whoAmI(cookie, own)).status).toBe(200)
  await own.db.query('update staff set is_disabled = true')
  expect((await whoAmI(cookie, own)).status).toBe(401)
  await own.db.close()
})
