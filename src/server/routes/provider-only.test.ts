import { expect, test } from 'playwright/test'
import { userCommand } from '../testing/user-command.ts'
import { basic, errorOf, json, makeDesk, staff } from '../testing/desk.ts'

const OIDC = { OIDC_ISSUER: 'https://id.example.test', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'x' }
const credentials = json('POST', { username: staff.username, password: staff.password })

test('without local accounts a right password is no way in, programs go on, and sessions of passwords are over', async () => {
  const desk = await makeDesk({ env: { ...OIDC, LOCAL_ACCOUNTS: 'false', SECOND_FACTOR: 'optional' } })
  const response = await desk.app.request('/api/session', credentials)
  expect([response.status, (await errorOf(response)).errorMessage]).toEqual([
    404,
    'Nobody has a password here. Sign in at the identity provider.',
  ])
  expect((await desk.app.request('/api/session/passkey/begin', { method: 'POST' })).status).toBe(400)
  expect((await desk.lookUp('x', { headers: basic() })).status).toBe(204)

  const cookie = `customer-desk=${await desk.deps.sessions.open(staff.uuid)}`
  const account = await desk.app.request('/api/account', { headers: { cookie } })
  expect(await account.json()).toMatchObject({ hasPassword: false, secondFactor: null })
  const change = { currentPassword: staff.password, newPassword: 'violet kettle drives upstairs' }
  expect((await desk.app.request('/api/account/password', json('POST', change, { cookie }))).status).toBe(400)
  await desk.db.query('update sessions set is_single_sign_on = false', [])
  expect((await desk.app.request('/api/session', { headers: { cookie } })).status).toBe(401)
  await desk.db.close()
})

test('without local accounts the commands for passwords of people say so, those for programs work', async () => {
  const desk = await makeDesk()
  const run = (...args: string[]) => userCommand(desk.db, args, { localAccounts: false })
  for (const args of [
    ['add', 'kim'],
    ['password', 'ana'],
    ['reset-factor', 'ana'],
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- three
    await expect(run(...args)).rejects.toThrow('People have no password here, LOCAL_ACCOUNTS is false')
  }
  expect(await run('password', 'api', '--service')).toBe('The password of api is set.')
  expect(await run('disable', 'ana')).toBe('ana has no access any more.')
  await desk.db.close()
})

test('who signs in where a second factor is required does not get round it by a password kept here', async () => {
  const desk = await makeDesk({ env: { ...OIDC, OIDC_REQUIRE_MFA: 'true' } })
  // Of this installation alone: sets a factor up first.
  expect((await errorOf(await desk.app.request('/api/session', credentials))).errorTitle).toBe(
    'SECOND_FACTOR_SET_UP_NEEDED',
  )
  await desk.db.query("update staff set issuer = 'https://id.example.test', subject = 'ana'", [])
  expect((await errorOf(await desk.app.request('/api/session', credentials))).errorTitle).toBe('WRONG_CREDENTIAL')
  await desk.db.close()
})
