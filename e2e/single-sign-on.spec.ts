import { rmSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { sampleDealers } from '#src/server/sample/sample-lines.ts'
import { dataFolder } from './support/data-folder.ts'
import { freePort, startDesk, type DeskProcess } from './support/desk-process.ts'
import { client, startProvider, type TestProvider } from './support/identity-provider.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, tab } from './helpers.ts'

const [north] = sampleDealers
const people = {
  pia: { name: 'Pia Provider', staff_uuid: 'pia-0001', dealers: [north.uuid, 'somewhere-else'], roles: ['manager'] },
  // The same identifier for a second person: somebody's mistake, or worse.
  otto: { name: 'Otto', staff_uuid: 'pia-0001', dealers: [north.uuid] },
  nora: { name: 'Nora', staff_uuid: 'nora-0001', dealers: 'somewhere-else' },
  igor: { name: 'Igor', dealers: [north.uuid] },
}

let folder = ''
let provider: TestProvider
let desk: DeskProcess

test.beforeAll(async ({ chromiumBrowser }) => {
  folder = dataFolder('sample')
  const [deskPort, providerPort] = [await freePort(), await freePort()]
  provider = await startProvider(providerPort, `http://127.0.0.1:${deskPort}`, people)
  desk = await startDesk(folder, {
    PORT: String(deskPort),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_USER_UUID_CLAIM: 'staff_uuid',
  })
  // Pia has been here first, whatever the order of the tests.
  const page = await chromiumBrowser.newPage()
  await page.goto(`${desk.url}/sign-in`)
  await goThrough(page, 'pia')
  await expect(page.getByText('Pia Provider')).toBeVisible()
  await page.context().close()
})
test.afterAll(async () => {
  expect(await desk.stop()).toBe(0)
  await provider.close()
  rmSync(folder, { recursive: true, force: true })
})

// The provider's own pages ask for a font from elsewhere; ours never ask for anything.
test.use({
  expectedStatuses: [401, 404],
  expectedConsole: /fonts\.googleapis\.com|net::ERR_|^request to http:\/\/localhost:/,
})

async function goThrough(page: Page, login: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in with single sign-on' }).click()
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('from a deep link through the provider back to the same deep link, and out of both again', async ({ page }) => {
  const path = `/customers/${sampleCustomers.regular}/vehicles?dealer=${north.uuid}`
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url(), request.postData() ?? ''))
  await page.goto(desk.url + path)
  await expect(heading(page, 'Sign in')).toBeVisible()
  await expectAccessible(page)
  await goThrough(page, 'pia')
  await expect(page).toHaveURL(desk.url + path)
  await expect(tab(page, /^Vehicles/)).toHaveAttribute('aria-selected', 'true')
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await expect(page.getByText('Pia Provider')).toBeVisible()

  // Rights are those of the claims, as far as this installation knows the dealers.
  const session = (await (await page.request.get(`${desk.url}/api/session`)).json()) as {
    user: object
    dealers: { uuid: string }[]
    isManager: boolean
  }
  expect(session).toMatchObject({ user: { uuid: 'pia-0001', name: 'Pia Provider' }, isManager: true })
  expect(session.dealers.map((dealer) => dealer.uuid)).toEqual([north.uuid])

  // No token of the provider is anywhere that a page could read.
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))
  expect(kept).not.toMatch(/eyJ/)
  expect(desk.output()).not.toMatch(/eyJ|client-secret-of-the-tests/)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await expect(page).toHaveURL(`${desk.url}/sign-in`)
  expect((await page.request.get(`${desk.url}/api/session`)).status()).toBe(401)
  // Nor went one through the browser, in an address or in what a form sent.
  expect(addresses.join('\n')).not.toMatch(/eyJ|id_token/)
})

test('somebody else takes over at the provider, on the same page, which the provider is not told', async ({ page }) => {
  const path = `/customers/${sampleCustomers.regular}/addresses?dealer=${north.uuid}`
  const atProvider: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(provider.issuer)) atProvider.push(request.url(), request.postData() ?? '')
  })
  await page.goto(desk.url + path)
  await goThrough(page, 'pia')
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Command, customer UUID or link' })).toBeFocused()
  await page.keyboard.type('switch')
  await page.getByRole('option', { name: 'Switch person' }).click()
  await page.getByRole('button', { name: 'Yes, sign me out' }).click()
  await expect(heading(page, 'Sign in')).toBeVisible()
  expect(new URL(page.url()).searchParams.get('returnTo')).toBe(path)
  // The way is told once, and nothing else is left in the browser.
  const left = (await page.context().cookies(desk.url)).map(({ name }) => name)
  expect(left).toEqual([])
  await page.goto(`${desk.url}/sign-in`)
  await expect(heading(page, 'Sign in')).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
  expect(atProvider.join('\n')).not.toContain(sampleCustomers.regular)

  // Who did not come back from the provider and opens another page later wants that one.
  await goThrough(page, 'pia')
  await expect(page.getByText('Pia Provider')).toBeVisible()
  const headers = { origin: desk.url }
  await page.request.delete(`${desk.url}/api/session?returnTo=${encodeURIComponent(path)}`, { headers })
  await page.goto(`${desk.url}/account`)
  // At the provider she is still signed in.
  await page.getByRole('link', { name: 'Sign in with single sign-on' }).click()
  await expect(heading(page, 'Your account')).toBeVisible()
  expect((await page.context().cookies(desk.url)).map(({ name }) => name)).toEqual(['customer-desk'])
})

const refused: [login: string, title: string][] = [
  ['otto', 'This identifier belongs to somebody else'],
  ['nora', 'No dealer is assigned to you'],
  ['igor', 'Single sign-on did not say who you are'],
]
for (const [login, title] of refused) {
  test(`${login} is not let in: ${title}`, async ({ page }) => {
    await page.goto(`${desk.url}/customers/${sampleCustomers.regular}`)
    await goThrough(page, login)
    await expect(page.getByRole('alert')).toContainText(title)
    await expect(page.getByRole('alert')).toContainText('Reference')
    await expectAccessible(page)
    expect((await page.request.get(`${desk.url}/api/session`)).status()).toBe(401)
    // The way back to what was opened is not lost.
    expect(new URL(page.url()).searchParams.get('returnTo')).toBe(`/customers/${sampleCustomers.regular}`)
  })
}

test('an answer of the provider can be used once, and only by the browser that asked', async ({
  page,
  chromiumBrowser,
}) => {
  let callback = ''
  page.on('request', (request) => {
    if (request.url().startsWith(`${desk.url}/api/sign-in/callback`)) callback = request.url()
  })
  await page.goto(`${desk.url}/sign-in`)
  await goThrough(page, 'pia')
  await expect(page.getByText('Pia Provider')).toBeVisible()
  expect(callback).toContain('code=')
  await page.context().clearCookies()
  await page.goto(callback)
  await expect(page.getByRole('alert')).toContainText('The sign-in was not finished')

  // A stolen address, opened where another sign-in has been begun.
  const thief = await chromiumBrowser.newPage()
  await thief.goto(`${desk.url}/api/sign-in`)
  await thief.goto(callback)
  await expect(thief.getByRole('alert')).toContainText('The sign-in was not finished')
  expect((await thief.request.get(`${desk.url}/api/session`)).status()).toBe(401)
  await thief.context().close()
})

test('a provider that is away leaves the password', async ({ page }) => {
  const own = dataFolder('sample')
  const away = await startDesk(own, {
    OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
  })
  await page.goto(`${away.url}/customers/${sampleCustomers.regular}`)
  await page.getByRole('link', { name: 'Sign in with single sign-on' }).click()
  await expect(page.getByRole('alert')).toContainText('Single sign-on does not answer')
  await page.getByRole('textbox', { name: 'Username' }).fill('demo')
  await page.getByRole('textbox', { name: 'Password' }).fill('demo-dealership')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  // Parts of the page that still load would not find their server.
  await page.close()
  expect(await away.stop()).toBe(0)
  rmSync(own, { recursive: true, force: true })
})
