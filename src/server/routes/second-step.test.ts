import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'playwright/test'
import { Account } from '#src/contract/desk/account.ts'
import { BegunFactor, SecondStepOptions } from '#src/contract/desk/second-factor.ts'
import { userCommand } from '../testing/user-command.ts'
import { createApp } from '../app.ts'
import { assembleDeps } from '../start.ts'
import { softwarePasskey } from '../testing/authenticator.ts'
import { type Desk, errorOf, json, makeDesk, staff, TEST_PASSWORD_COST } from '../testing/desk.ts'

const KEY = 'a key of the tests, long enough for it'
const ENV = { SECOND_FACTOR_KEY: KEY, PUBLIC_URL: 'http://localhost:3000' }
const SITE = { id: 'localhost', origin: 'http://localhost:3000' }

let desk: Desk
test.beforeEach(async () => {
  desk = await makeDesk({ env: ENV })
})
test.afterEach(() => desk.db.close())

/** A browser: it keeps its cookies. */
function browser(of: () => Pick<Desk, 'app'> = () => desk) {
  const jar = new Map<string, string>()
  const ask = async (method: string, path: string, body?: unknown) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const init = body === undefined ? { method, headers: { cookie } } : json(method, body, { cookie })
    const response = await of().app.request(path, init)
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      if (set.includes('Max-Age=0')) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  return {
    jar,
    ask,
    password: (password: string = staff.password) =>
      ask('POST', '/api/session', { username: staff.username, password }),
    secondStep: (proof: object) => ask('POST', '/api/session/second-factor', proof),
    isIn: async () => (await ask('GET', '/api/session')).status === 200,
    account: async () => Account.parse(await (await ask('GET', '/api/account')).json()),
    begin: async (path = '/api/account/factors/begin', kind = 'app') =>
      BegunFactor.parse(await (await ask('POST', path, { kind })).json()),
  }
}
type Browser = ReturnType<typeof browser>

const pass = (seconds: number) => (desk.clock.now = new Date(desk.clock.now.getTime() + seconds * 1000))
/** What an app shows now, or so many steps from now. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: desk.clock.now.getTime() + steps * 30_000 })
const codesOf = async (response: Response) => ((await response.json()) as { recoveryCodes: string[] }).recoveryCodes

/** Signs in and adds an app. */
async function withApp(own: Browser = browser()) {
  await own.password()
  const { app } = await own.begin()
  const secret = app?.secret ?? ''
  const added = await own.ask('POST', '/api/account/factors', { code: codeOf(secret) })
  expect(added.status).toBe(200)
  const recoveryCodes = await codesOf(added)
  pass(30)
  return { own, secret, recoveryCodes }
}

async function withPasskey(own: Browser = browser()) {
  await own.password()
  const passkey = softwarePasskey(SITE)
  const { passkey: options } = await own.begin('/api/account/factors/begin', 'passkey')
  const made = passkey.make(options ?? { challenge: '' })
  const added = await own.ask('POST', '/api/account/factors', { passkey: made })
  expect(added.status).toBe(200)
  return { own, passkey, made, recoveryCodes: await codesOf(added) }
}
const optionsOf = async (own: Browser) =>
  SecondStepOptions.parse(await (await own.ask('POST', '/api/session/second-factor/begin')).json())
const events = async () =>
  (
    await desk.db.query<{ text: string }>(
      `select concat_ws(' ', event, actor_name, outcome, detail) as text from audit_events
       where event in ('sign-in', 'account') order by id`,
      [],
    )
  ).map(({ text }) => text)

test('an account without a factor signs in with the password alone', async () => {
  const own = browser()
  expect((await own.password()).status).toBe(200)
  expect((await own.account()).secondFactor).toMatchObject({
    isRequired: false,
    offers: ['passkey', 'app'],
    factors: [],
    recoveryCodesLeft: 0,
  })
})

test('with an app the password is half of a sign-in: it opens nothing, and the code finishes it', async () => {
  const { secret } = await withApp()
  const own = browser()
  const half = await own.password()
  expect(half.status).toBe(401)
  expect(await errorOf(half)).toMatchObject({ errorCode: 401_001, errorTitle: 'SECOND_FACTOR_NEEDED' })
  expect(half.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^customer-desk-step=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; SameSite=Strict$/),
  ])
  expect(await own.isIn()).toBe(false)
  // What names the half is no session under the session's name either.
  const step = own.jar.get('customer-desk-step') ?? ''
  for (const path of ['/api/session', '/api/account', '/api/recent-customers', '/api/audit']) {
    const response = await desk.app.request(path, {
      headers: { cookie: `customer-desk=${step}; customer-desk-step=${step}` },
    })
    expect(response.status, path).toBe(401)
  }
  expect((await optionsOf(own)).ways).toEqual(['app', 'recovery-code'])
  expect((await own.secondStep({ code: '000000' })).status).toBe(401)
  expect((await own.secondStep({ code: codeOf(secret) })).status).toBe(200)
  expect(await own.isIn()).toBe(true)
  expect([...own.jar.keys()]).toEqual(['customer-desk'])
  expect((await events()).slice(-3)).toEqual([
    'sign-in Ana Ruiz half',
    'sign-in Ana Ruiz refused second factor',
    'sign-in Ana Ruiz done password and authenticator app',
  ])
})

test('a code is right once, with one step of drift, also when it is sent twice at once', async () => {
  const { secret } = await withApp()
  const steps = async (code: string) => {
    const own = browser()
    await own.password()
    return (await own.secondStep({ code })).status
  }
  expect(await steps(codeOf(secret, -2))).toBe(401)
  expect(await steps(codeOf(secret, 2))).toBe(401)
  // That of the set-up was the one before.
  expect(await steps(codeOf(secret, -1))).toBe(401)
  const both = await Promise.all([steps(codeOf(secret)), steps(codeOf(secret))])
  expect(both.toSorted()).toEqual([200, 401])
  expect(await steps(codeOf(secret, 1))).toBe(200)
  expect(await steps(codeOf(secret, 1))).toBe(401)
  pass(120)
  expect(await steps(codeOf(secret, -1))).toBe(200)
})

test('two processes on one database take a code once', async () => {
  const { secret } = await withApp()
  const other = { app: createApp(assembleDeps({ ...desk.deps, passwordCost: TEST_PASSWORD_COST })) }
  const both = [browser(), browser(() => other)]
  for (const own of both) expect((await own.password()).status).toBe(401)
  const answers = await Promise.all(both.map((own) => own.secondStep({ code: codeOf(secret) })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401])
})

test('each of ten recovery codes signs in once, however it is typed, and they can be made anew', async () => {
  const { own, recoveryCodes } = await withApp()
  expect(new Set(recoveryCodes).size).toBe(10)
  for (const code of recoveryCodes) expect(code).toMatch(/^(?:[a-z1-9]{6}-){3}[a-z1-9]{6}$/)
  const [code = ''] = recoveryCodes
  for (const [typed, status] of [
    [` ${code.toUpperCase().replaceAll('-', ' ')} `, 200],
    [code, 401],
  ] as const) {
    const next = browser()
    await next.password()
    expect((await next.secondStep({ code: typed })).status).toBe(status)
  }
  expect((await own.account()).secondFactor).toMatchObject({ recoveryCodesLeft: 9 })
  const renewed = await codesOf(await own.ask('POST', '/api/account/recovery-codes'))
  expect(renewed.filter((made) => recoveryCodes.includes(made))).toEqual([])
  const next = browser()
  await next.password()
  expect((await next.secondStep({ code: recoveryCodes[1] })).status).toBe(401)
  expect((await next.secondStep({ code: renewed[1] })).status).toBe(200)
})

test('ten wrong codes close the second step, not the password, and the right one has to wait', async () => {
  const { secret } = await withApp()
  const own = browser()
  await own.password()
  for (let tries = 0; tries < 10; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is counted
    expect((await own.secondStep({ code: `00000${tries}` })).status).toBe(401)
  }
  const closed = await own.secondStep({ code: codeOf(secret) })
  expect([closed.status, closed.headers.get('retry-after')]).toEqual([429, '1800'])
  expect((await browser().password()).status).toBe(401)
})

test('a half sign-in is over after five minutes, after signing out, and when the password changes', async () => {
  const { secret } = await withApp()
  const [late, out, changed] = [browser(), browser(), browser()]
  for (const own of [late, out, changed]) await own.password()
  const step = out.jar.get('customer-desk-step') ?? ''
  expect((await out.ask('DELETE', '/api/session')).status).toBe(204)
  expect(out.jar.size).toBe(0)
  out.jar.set('customer-desk-step', step)
  expect((await out.secondStep({ code: codeOf(secret) })).status).toBe(401)
  await userCommand(desk.db, ['password', staff.username])
  expect(await errorOf(await changed.secondStep({ code: codeOf(secret) }))).toMatchObject({
    errorTitle: 'SIGN_IN_IS_OVER',
  })
  await late.password('violet kettle drives upstairs')
  pass(301)
  expect((await late.secondStep({ code: codeOf(secret) })).status).toBe(401)
})

test('a passkey is the second step, and nothing that was said once is right again', async () => {
  const { passkey } = await withPasskey()
  const own = browser()
  await own.password()
  const options = await optionsOf(own)
  expect(options.ways).toEqual(['passkey', 'recovery-code'])
  const shown = passkey.show(options.passkey ?? { challenge: '' }, false)
  expect((await own.secondStep({ passkey: shown })).status).toBe(200)
  const again = browser()
  await again.password()
  await optionsOf(again)
  expect((await again.secondStep({ passkey: shown })).status).toBe(401)
  // Right for another challenge, from another site, of another passkey.
  const next = await optionsOf(again)
  const stranger = softwarePasskey(SITE)
  expect((await again.secondStep({ passkey: stranger.show(next.passkey ?? { challenge: '' }) })).status).toBe(401)
  expect((await events()).at(-1)).toBe('sign-in Ana Ruiz refused second factor')
})

test('a passkey signs in alone where the device has seen who unlocks it', async () => {
  const { passkey } = await withPasskey()
  const own = browser()
  const begin = async () =>
    ((await (await own.ask('POST', '/api/session/passkey/begin')).json()) as { passkey: { challenge: string } }).passkey
  expect(await begin()).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
  const unseen = passkey.show(await begin(), false)
  expect((await own.ask('POST', '/api/session/passkey', { passkey: unseen })).status).toBe(401)
  const shown = passkey.show(await begin())
  const response = await own.ask('POST', '/api/session/passkey', { passkey: shown })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ user: { uuid: staff.uuid } })
  expect((await events()).at(-1)).toBe('sign-in Ana Ruiz done passkey')
  await desk.db.query('update staff set is_disabled = true', [])
  const closed = passkey.show(await begin())
  expect((await own.ask('POST', '/api/session/passkey', { passkey: closed })).status).toBe(401)
})

test('a copied passkey, whose counter does not rise, is refused', async () => {
  const { passkey } = await withPasskey()
  await desk.db.query('update second_factors set counter = 100', [])
  const own = browser()
  await own.password()
  const shown = passkey.show((await optionsOf(own)).passkey ?? { challenge: '' })
  expect((await own.secondStep({ passkey: shown })).status).toBe(401)
})

test('factors have names, say when they were last used, and go; codes go with the last one', async () => {
  const { own, secret } = await withApp()
  const [factor] = (await own.account()).secondFactor?.factors ?? []
  expect(factor).toMatchObject({ kind: 'app', name: 'Authenticator app', lastUsedAt: null })
  const path = `/api/account/factors/${factor?.id}`
  expect((await own.ask('PUT', path, { name: ' Work phone ' })).status).toBe(204)
  const next = browser()
  await next.password()
  await next.secondStep({ code: codeOf(secret) })
  expect((await next.account()).secondFactor?.factors).toMatchObject([
    { name: 'Work phone', lastUsedAt: desk.clock.now.toISOString() },
  ])
  expect((await own.ask('DELETE', path)).status).toBe(204)
  expect((await own.account()).secondFactor).toMatchObject({ factors: [], recoveryCodesLeft: 0 })
  expect((await browser().password()).status).toBe(200)
  expect((await events()).filter((event) => event.startsWith('account'))).toEqual([
    'account Ana Ruiz done added own authenticator app',
    'account Ana Ruiz done renamed own second factor',
    'account Ana Ruiz done removed own authenticator app',
  ])
})

test('what is changed needs the password again, some minutes after the sign-in', async () => {
  const own = browser()
  await own.password()
  pass(301)
  expect((await own.account()).isConfirmed).toBe(false)
  const refused = await own.ask('POST', '/api/account/factors/begin', { kind: 'app' })
  expect([refused.status, (await errorOf(refused)).errorTitle]).toEqual([403, 'CONFIRMATION_NEEDED'])
  expect((await own.ask('POST', '/api/account/confirmation', { password: 'wrong' })).status).toBe(400)
  expect((await own.ask('POST', '/api/account/confirmation', { password: staff.password })).status).toBe(204)
  expect((await own.begin()).app?.uri).toMatch(/^otpauth:\/\/totp\/Customer%20Desk:ana\?/)
})

test('nobody touches the factors of another person', async () => {
  const { own } = await withApp()
  const [factor] = (await own.account()).secondFactor?.factors ?? []
  await desk.db.query(
    "insert into staff (uuid, username, name, password_hash) select 'eve', 'eve', 'Eve', password_hash from staff",
    [],
  )
  const eve = browser()
  await eve.ask('POST', '/api/session', { username: 'eve', password: staff.password })
  await eve.ask('DELETE', `/api/account/factors/${factor?.id}`)
  expect((await eve.ask('PUT', `/api/account/factors/${factor?.id}`, { name: 'Mine' })).status).toBe(400)
  expect((await own.account()).secondFactor?.factors).toEqual([factor])
})

test('neither secrets nor codes are in the database or the log in the clear', async () => {
  const { secret, recoveryCodes } = await withApp()
  const tables = ['second_factors', 'recovery_codes', 'factor_set_ups', 'sign_in_steps', 'audit_events']
  const dump = JSON.stringify(
    await Promise.all(tables.map((table) => desk.db.query(`select row_to_json(t)::text from ${table} t`, []))),
  )
  const bytes = Buffer.from(new Secret({ buffer: Secret.fromBase32(secret).buffer as ArrayBuffer }).bytes)
  for (const text of [
    secret,
    bytes.toString('hex'),
    ...recoveryCodes,
    Buffer.from(recoveryCodes[0] ?? '').toString('hex'),
  ]) {
    expect(dump + desk.logs.join('')).not.toContain(text)
  }
})

test('with another key an app is not right any more, and nobody gets in by that', async () => {
  const { secret } = await withApp()
  const config = { ...desk.deps.config, secondFactorKey: 'another key, which is long enough too' }
  for (const changed of [config, { ...config, secondFactorKey: undefined }]) {
    const app = createApp(assembleDeps({ ...desk.deps, config: changed, passwordCost: TEST_PASSWORD_COST }))
    const own = browser(() => ({ app }))
    expect((await own.password()).status).toBe(401)
    expect((await own.secondStep({ code: codeOf(secret) })).status).toBe(401)
  }
})

test('an operator takes lost factors away, and that ends the sessions', async () => {
  const { own } = await withApp()
  const reset = () => userCommand(desk.db, ['reset-factor', staff.username])
  expect(await reset()).toMatch(/^ana has no second factor any more/)
  expect(await reset()).toBe('ana had no second factor.')
  expect(await own.isIn()).toBe(false)
  expect((await own.password()).status).toBe(200)
})

test.describe('where a second factor is required', () => {
  test.beforeEach(async () => {
    await desk.db.close()
    desk = await makeDesk({ env: { ...ENV, SECOND_FACTOR: 'required' } })
  })

  test('who has none sets one up before anything else, and keeps the last one', async () => {
    const own = browser()
    const half = await own.password()
    expect([half.status, (await errorOf(half)).errorTitle]).toEqual([401, 'SECOND_FACTOR_SET_UP_NEEDED'])
    expect(await own.isIn()).toBe(false)
    for (const path of ['/api/account', '/api/account/factors/begin', '/customer/v2/customer/x']) {
      expect(
        (await own.ask('POST', path, { kind: 'app', dealerUUIDList: ['x'], requesterUserUUID: 'x' })).status,
      ).toBeGreaterThan(400)
    }
    expect(await optionsOf(own)).toMatchObject({ isSetUp: true, ways: [], offers: ['passkey', 'app'] })
    const { app } = await own.begin('/api/session/set-up/begin')
    const secret = app?.secret ?? ''
    expect((await own.ask('POST', '/api/session/set-up', { code: '000000' })).status).toBe(400)
    const done = await own.ask('POST', '/api/session/set-up', { code: codeOf(secret) })
    expect(await codesOf(done)).toHaveLength(10)
    expect(await own.isIn()).toBe(true)
    const { secondFactor } = await own.account()
    expect(secondFactor?.isRequired).toBe(true)
    const last = await own.ask('DELETE', `/api/account/factors/${secondFactor?.factors[0]?.id}`)
    expect([last.status, (await errorOf(last)).errorTitle]).toEqual([400, 'LAST_FACTOR'])
  })

  test('whoever has one does not get round it by setting another one up', async () => {
    const first = browser()
    await first.password()
    const { app } = await first.begin('/api/session/set-up/begin')
    // Begun while there was none.
    const second = browser()
    await second.password()
    await first.ask('POST', '/api/session/set-up', { code: codeOf(app?.secret ?? '') })
    expect((await second.ask('POST', '/api/session/set-up/begin', { kind: 'app' })).status).toBe(401)
  })
})

test('where there are none, accounts have none, and nothing is asked for', async () => {
  const off = await makeDesk({ env: { ...ENV, SECOND_FACTOR: 'off' } })
  const own = browser(() => off)
  expect((await own.password()).status).toBe(200)
  expect((await own.account()).secondFactor).toBeNull()
  expect((await own.ask('POST', '/api/account/factors/begin', { kind: 'app' })).status).toBe(400)
  expect((await own.ask('POST', '/api/session/passkey/begin')).status).toBe(400)
  await off.db.close()
})

test('without a key there are passkeys only, and at a bare address apps only', async () => {
  const keyless = await makeDesk({ env: { PUBLIC_URL: 'http://localhost:3000' } })
  const own = browser(() => keyless)
  await own.password()
  expect((await own.account()).secondFactor).toMatchObject({ offers: ['passkey'], passkeyAddress: null })
  await keyless.db.close()
  const bare = await makeDesk({ env: { SECOND_FACTOR_KEY: KEY } })
  const there = browser(() => bare)
  await there.password()
  expect((await there.account()).secondFactor).toMatchObject({
    offers: ['app'],
    passkeyAddress: 'http://localhost:3000',
  })
  await bare.db.close()
})
