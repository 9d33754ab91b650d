import { rmSync } from 'node:fs'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright/test'
import { sampleAccounts } from '#src/server/sample/sample-lines.ts'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { dataFolder } from './support/data-folder.ts'
import { type DeskProcess, freePort, startDesk } from './support/desk-process.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, heading } from './helpers.ts'

const [demo, northside] = sampleAccounts

// Browsers make passkeys for names, not for bare addresses, so these products have one.
let folders: string[] = []
let optional: DeskProcess & { name: string }
let required: DeskProcess & { name: string }
async function start(env: Record<string, string>) {
  const folder = dataFolder('sample')
  folders.push(folder)
  const port = String(await freePort())
  const name = `http://localhost:${port}`
  return { ...(await startDesk(folder, { ...env, PORT: port, PUBLIC_URL: name })), name }
}
test.beforeAll(async () => {
  optional = await start({})
  required = await start({ SECOND_FACTOR: 'required' })
})
test.afterAll(async () => {
  for (const desk of [optional, required]) expect(await desk.stop()).toBe(0)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  folders = []
})
test.use({ expectedStatuses: [400, 401, 403], expectedConsole: /^request to http:\/\/localhost:/ })

/**
 * A device that holds passkeys, and whose owner always agrees: also when the browser offers one in the field for the name,
 * so a test that is not about that has a browser that offers none.
 */
async function addDevice(page: Page, isOffering = false): Promise<void> {
  if (!isOffering) {
    await page.addInitScript(() => {
      PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false)
    })
  }
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function givePassword(page: Page, { username, password }: { username: string; password: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'Username' }).fill(username)
  await page.getByRole('textbox', { name: 'Password' }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
/** Signs in by the password alone, and opens the account. */
async function openAccount(page: Page, { username, password }: { username: string; password: string }): Promise<void> {
  await page.request.post(`${optional.name}/api/session`, { data: { username, password } })
  await page.goto(`${optional.name}/account`)
}
const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' }).click()
const codes = (page: Page) => page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')

test('a passkey is added, named, asked for after the password, signs in alone, and is removed', async ({ page }) => {
  await addDevice(page)
  await page.goto(`${optional.name}/sign-in?returnTo=/account`)
  await expect(page.getByRole('button', { name: 'Sign in with a passkey' })).toBeVisible()
  await expectAccessible(page)
  await givePassword(page, demo)
  await expect(heading(page, 'Your account')).toBeVisible()
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(codes(page)).toHaveCount(10)
  await expectAccessible(page)
  const code = await codes(page).first().innerText()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  const factors = page.getByRole('list', { name: 'Second factors' }).getByRole('listitem')
  await expect(factors).toContainText('Never used')
  await page.getByRole('button', { name: 'Rename Passkey' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Front desk PC')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(factors).toContainText('Front desk PC')
  await expectAccessible(page)

  await signOut(page)
  await givePassword(page, demo)
  await expect(page.getByRole('textbox', { name: 'Recovery code' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(heading(page, 'Find a customer')).toBeVisible()

  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(heading(page, 'Find a customer')).toBeVisible()

  await signOut(page)
  await givePassword(page, demo)
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(page, 'Find a customer')).toBeVisible()
  await page.goto(`${optional.name}/account`)
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible()
  await expect(factors).toContainText('Last used')
  await page.getByRole('button', { name: 'Remove Front desk PC' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Yes, remove it' }).click()
  await expect(page.getByRole('list', { name: 'Second factors' })).toHaveCount(0)
})

test('by keyboard alone a factor is added, named and removed, and the focus is never lost', async ({ page }) => {
  await addDevice(page)
  await openAccount(page, northside)
  const card = page.getByRole('region', { name: 'Second factor' })
  const app = page.getByRole('button', { name: 'Add an authenticator app' })
  await app.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Code that the app shows' })).toBeFocused()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(app).toBeFocused()
  await page.getByRole('button', { name: 'Add a passkey' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeFocused()
  await page.getByRole('button', { name: 'I have kept them' }).press('Enter')
  await expect(card).toBeFocused()
  await page.getByRole('button', { name: 'Rename Passkey' }).press('Enter')
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await expect(name).toBeFocused()
  await name.fill('Counter')
  await name.press('Enter')
  await expect(page.getByRole('button', { name: 'Rename Counter' })).toBeFocused()
  const remove = page.getByRole('button', { name: 'Remove Counter' })
  await remove.press('Enter')
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(remove).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(card).toBeFocused()
  await expect(page.getByRole('list', { name: 'Second factors' })).toHaveCount(0)
})

test('a passkey that the browser offers in the field for the name signs in', async ({ page }) => {
  await addDevice(page, true)
  await openAccount(page, northside)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.context().clearCookies()
  await page.goto(`${optional.name}/account`)
  // Nothing is pressed: the owner of this device takes what is offered.
  await expect(heading(page, 'Your account')).toBeVisible()
  await page.getByRole('button', { name: 'Remove Passkey' }).click()
  await page.getByRole('button', { name: 'Yes, remove it' }).click()
  await expect(page.getByRole('list', { name: 'Second factors' })).toHaveCount(0)
})

test('a screen that was left open asks for the password before factors are changed', async ({ page }) => {
  await addDevice(page)
  await openAccount(page, demo)
  // As some minutes later.
  const refusal =
    '{"errors":[{"errorCode":403001,"errorTitle":"CONFIRMATION_NEEDED","errorMessage":"Enter your password."}]}'
  await page.route(
    '**/api/account/factors/begin',
    (route) => route.fulfill({ status: 403, contentType: 'application/json', body: refusal }),
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('textbox', { name: 'Your password' }).fill(demo.password)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(codes(page)).toHaveCount(10)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await page.getByRole('button', { name: 'Remove Passkey' }).click()
  await page.getByRole('button', { name: 'Yes, remove it' }).click()
  await expect(page.getByRole('list', { name: 'Second factors' })).toHaveCount(0)
})

// From here on the accounts keep the factors that they have got.

test('a locked page is opened by a passkey and goes on; the next person sees nothing of the one before', async ({
  page,
}) => {
  await addDevice(page)
  await openAccount(page, demo)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()

  await page.clock.install()
  const address = `${optional.name}/customers/${sampleCustomers.regular}/vehicles`
  await page.goto(address)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.clock.fastForward('15:30')
  const locked = page.getByRole('dialog', { name: 'Locked while nobody was here' })
  await expect(locked).toBeVisible()
  await expect(page.locator('[inert]').getByRole('heading', { level: 1 })).toBeVisible()
  await locked.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(locked).toHaveCount(0)
  await expect(page).toHaveURL(address)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()

  await page.getByRole('link', { name: 'Customer Desk, search' }).click()
  await page.getByRole('textbox', { name: 'Customer UUID' }).fill(sampleCustomers.refunds)
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command, customer UUID or link' }).fill('switch person')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Sign in')).toBeVisible()
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
  await givePassword(page, northside)
  await expect(page).toHaveURL(new RegExp(`/customers/${sampleCustomers.refunds}`))
  await page.goBack()
  await expect(heading(page, 'Find a customer')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Customer UUID' })).toHaveValue('')
  await expect(page.getByText('Ana Ruiz')).toBeVisible()
  await expect(page.getByText('Helena')).toHaveCount(0)
})

test('an authenticator app is added by its key, and its code finishes the sign-in', async ({ page }) => {
  await page.goto(`${optional.name}/sign-in?returnTo=/account`)
  await givePassword(page, northside)
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  await expect(page.getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible()
  await expectAccessible(page)
  const key = await page.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()
  const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) })
  const field = page.getByRole('textbox', { name: 'Code that the app shows' })
  await field.fill('000000')
  await page.getByRole('button', { name: 'Finish' }).click()
  await expect(page.getByRole('alert')).toContainText('The code is not right')
  const set = Date.now()
  await field.fill(app.generate({ timestamp: set }))
  await page.getByRole('button', { name: 'Finish' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByRole('list', { name: 'Second factors' })).toContainText('Authenticator app')

  await signOut(page)
  await givePassword(page, northside)
  // That of the step after the one that was used: clocks may differ by one.
  await page.getByRole('textbox', { name: 'Code' }).fill(app.generate({ timestamp: set + 30_000 }))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(heading(page, 'Find a customer')).toBeVisible()
})

test.describe('390 px', () => {
  test.use({ viewportSize: { width: 390, height: 844 }, scheme: 'dark' })
  test('where a second factor is required, it is set up at the sign-in before anything else', async ({ page }) => {
    await addDevice(page)
    await page.goto(`${required.name}/sign-in`)
    await givePassword(page, demo)
    await expect(page.getByText('Here a second factor is required')).toBeVisible()
    await expectAccessible(page)
    expect((await page.request.get(`${required.name}/api/session`)).status()).toBe(401)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await expect(codes(page)).toHaveCount(10)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    await expect(heading(page, 'Find a customer')).toBeVisible()
    await page.goto(`${required.name}/account`)
    await expect(page.getByRole('button', { name: 'Rename Passkey' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Remove Passkey' })).toHaveCount(0)
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  })
})

test('at a bare address the way to passkeys is said', async ({ page, front, signIn }) => {
  await signIn()
  await page.goto(`${front.url}/account`)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('Passkeys need a host name')).toBeVisible()
  await expectAccessible(page)
})
