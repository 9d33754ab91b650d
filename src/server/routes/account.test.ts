import { expect, test } from 'playwright/test'
import { Account } from '#src/contract/desk/account.ts'
import { type Desk, errorOf, json, makeDesk, staff } from '../testing/desk.ts'

const NEW = 'violet kettle drives upstairs'
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36'

let desk: Desk
test.beforeEach(async () => {
  desk = await makeDesk({
    lines: [JSON.stringify({ type: 'user', uuid: 'pia', username: 'pia', name: 'Pia', dealerUUIDs: [] })],
  })
})
test.afterEach(() => desk.db.close())

const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const signIn = async (userAgent: string) => {
  const credentials = { username: staff.username, password: staff.password }
  return cookieOf(await desk.app.request('/api/session', json('POST', credentials, { 'user-agent': userAgent })))
}
const ask = (method: string, path: string, cookie: string) =>
  desk.app.request(`/api/account${path}`, { method, headers: { cookie } })
const read = async (cookie: string) => Account.parse(await (await ask('GET', '', cookie)).json())
const status = async (cookie: string) => (await desk.app.request('/api/session', { headers: { cookie } })).status
const change = (cookie: string, currentPassword: string = staff.password, newPassword = NEW) =>
  desk.app.request('/api/account/password', json('POST', { currentPassword, newPassword }, { cookie }))
const events = async () =>
  (
    await desk.db.query<{ text: string }>(
      "select concat_ws(' ', actor_name, outcome, status, detail) as text from audit_events where event = 'account' order by id",
      [],
    )
  ).map(({ text }) => text)

test('people see their sessions: since when, from which browser and where, and which one this is', async () => {
  const old = await desk.signIn()
  desk.clock.now = new Date('2026-11-23T12:10:00Z')
  const own = await signIn(CHROME)
  await desk.db.query("update sessions set address = '192.0.2.7' where browser = 'Chrome'", [])
  const { username, hasPassword, sessions } = await read(own)
  expect([username, hasPassword]).toEqual([staff.username, true])
  expect(sessions).toMatchObject([
    {
      startedAt: '2026-11-23T12:10:00.000Z',
      lastUsedAt: '2026-11-23T12:10:00.000Z',
      browser: 'Chrome',
      system: 'Windows',
      address: '192.0.2.7',
      isThis: true,
    },
    {
      startedAt: '2026-11-23T12:00:00.000Z',
      lastUsedAt: '2026-11-23T12:00:00.000Z',
      browser: null,
      system: null,
      address: null,
      isThis: false,
    },
  ])
  // What names a session is no token.
  expect(await status(`customer-desk=${sessions[1]?.id}`)).toBe(401)
  desk.clock.now = new Date('2026-11-23T12:16:00Z')
  expect((await read(own)).sessions).toHaveLength(1)
  expect(await status(old)).toBe(401)
})

test('one session is ended, then all others, and both are recorded', async () => {
  const [own, second, third] = [await desk.signIn(), await desk.signIn(), await desk.signIn()]
  const [, other] = (await read(own)).sessions
  expect((await ask('DELETE', `/sessions/${other?.id}`, own)).status).toBe(204)
  expect(await read(own)).toMatchObject({ sessions: [{ isThis: true }, { isThis: false }] })
  expect((await ask('DELETE', '/sessions', own)).status).toBe(204)
  expect(await Promise.all([own, second, third].map(status))).toEqual([200, 401, 401])
  expect(await events()).toEqual([
    'Ana Ruiz done 204 ended a session',
    'Ana Ruiz done 204 ended all other sessions (1)',
  ])
})

test('nobody ends the session of another person', async () => {
  const token = await desk.deps.sessions.open('pia')
  const theirs = `customer-desk=${token}`
  const [session] = (await read(theirs)).sessions
  await ask('DELETE', `/sessions/${session?.id}`, await desk.signIn())
  await ask('DELETE', '/sessions', await desk.signIn())
  expect(await status(theirs)).toBe(200)
})

test('a changed password ends every other session, and this one goes on under a new cookie', async () => {
  const [own, other] = [await desk.signIn(), await desk.signIn()]
  const response = await change(own)
  expect(response.status).toBe(204)
  expect(await Promise.all([own, other, cookieOf(response)].map(status))).toEqual([401, 401, 200])
  expect(await desk.signIn()).toBe('')
  expect(await desk.signIn(staff.username, NEW)).not.toBe('')
  expect(await events()).toEqual(['Ana Ruiz done 204 own password'])
  expect(JSON.stringify(await desk.db.query('select * from audit_events', []))).not.toContain('violet')
})

test('a sign-in that is under way while the password is changed ends up with no session', async () => {
  const own = await desk.signIn()
  const under = Array.from({ length: 6 }, () => desk.signIn())
  const response = await change(own)
  const cookies = await Promise.all(under)
  expect(response.status).toBe(204)
  expect(await Promise.all(cookies.map(status))).toEqual(cookies.map(() => 401))
})

const refused: [what: string, current: string, next: string, message: string][] = [
  ['another old password', 'not the password', NEW, 'The current password is not right.'],
  ['a short one', staff.password, 'fourteen chars', 'The new password must have at least 15 characters.'],
  [
    'a common one',
    staff.password,
    'passwordpassword',
    'The new password is too easy to guess: it is a common one, or made of common parts.',
  ],
  ['the same one', staff.password, staff.password, 'The new password must be another one than the current password.'],
]
for (const [what, current, next, message] of refused) {
  test(`the password is not changed with ${what}, and that is recorded`, async () => {
    const own = await desk.signIn()
    const response = await change(own, current, next)
    expect(response.status).toBe(400)
    expect((await errorOf(response)).errorMessage).toBe(message)
    expect([await status(own), (await desk.signIn()) === '']).toEqual([200, false])
    expect(await events()).toEqual(['Ana Ruiz refused 400 own password'])
  })
}

test('wrong passwords here and at the sign-in count together', async () => {
  const own = await desk.signIn()
  for (let tries = 0; tries < 5; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is counted
    expect((await change(own, `wrong ${tries}`)).status).toBe(400)
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(await desk.signIn(staff.username, `guess ${tries}`)).toBe('')
  }
  const response = await change(own)
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1800'])
  expect((await events()).at(-1)).toBe('Ana Ruiz too-many 429 own password')
})

test('people of an identity provider have no password here', async () => {
  const cookie = `customer-desk=${await desk.deps.sessions.open('pia')}`
  expect(await read(cookie)).toMatchObject({ username: 'pia', hasPassword: false })
  expect((await errorOf(await change(cookie))).errorMessage).toBe(
    'This account has no password here: its person signs in at the identity provider.',
  )
})
