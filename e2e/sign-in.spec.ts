import { sampleAccounts } from '#src/server/sample/sample-lines.ts'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, openCustomer, orderNumbers, orders, tab } from './helpers.ts'

const [demo] = sampleAccounts

test('signs in with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL('/sign-in')
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeFocused()
  await page.keyboard.type(demo.username)
  await page.keyboard.press('Tab')
  await page.keyboard.type(demo.password)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Find a customer')).toBeVisible()
})

test('says what is wrong and keeps the name', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Enter your username')).toBeVisible()
  await page.getByRole('textbox', { name: 'Username' }).fill('demo')
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert')).toContainText('The username or the password is not right')
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('demo')
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('')
})

test('a link opened while signed out comes back to exactly the same view', async ({ page }) => {
  const path = `/customers/${sampleCustomers.fleet}/orders?dealer=nOrthS1deMotorsDealer0000000000000000000101&status=Open&sort=amount`
  await page.goto(path)
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/)
  await page.getByRole('textbox', { name: 'Username' }).fill(demo.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(demo.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(path)
  await expect(tab(page, /^Orders/)).toHaveAttribute('aria-selected', 'true')
  await expect(orders(page)).toBeVisible()
})

for (const returnTo of ['https://evil.test/', '//evil.test', '/\\evil.test', 'javascript:alert(1)']) {
  test(`returnTo ${returnTo} leads to the search page`, async ({ page, signIn }) => {
    await signIn()
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    await expect(page).toHaveURL('/')
    await expect(heading(page, 'Find a customer')).toBeVisible()
  })
}

test('signing out empties the page, also for the Back button, and leaves nothing in storage', async ({
  page,
  signIn,
}) => {
  await signIn()
  await page.goto(`/customers/${sampleCustomers.refunds}`)
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(heading(page, 'Sign in')).toBeVisible()
  await page.goBack()
  await expect(heading(page, 'Sign in')).toBeVisible()
  await expect(page.getByText('Varga')).toHaveCount(0)
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  )
  expect(await page.evaluate(async () => [await caches.keys(), await indexedDB.databases()])).toEqual([[], []])
  expect(stored).not.toMatch(/Helena|Brandt|hEl3na|example\.com|614/)
})

test('a sign-in that ends while somebody works is asked for over the page, which goes on as it was', async ({
  page,
  signIn,
  front,
}) => {
  await signIn()
  const path = `/customers/${sampleCustomers.fleet}/orders?status=Open&sort=amount`
  await openCustomer(page, path)
  await expect(orders(page)).toBeVisible()
  const before = await orderNumbers(page)
  front.lookUps.length = 0
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Refresh' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your sign-in has ended' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toBeFocused()
  await expectAccessible(page)
  // Nothing behind the dialog can be reached or read out.
  await expect(page.locator('[inert]').getByRole('heading', { level: 1 })).toBeVisible()
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[inert]') ?? null)).toBeNull()
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  expect(front.lookUps).toHaveLength(1)

  await dialog.getByRole('textbox', { name: 'Username' }).fill(demo.username)
  await dialog.getByRole('textbox', { name: 'Password' }).fill(demo.password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page).toHaveURL(path)
  await expect.poll(() => front.lookUps.length).toBe(2)
  expect(await orderNumbers(page)).toEqual(before)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('whoever signs in next over the page of another sees nothing of it', async ({ page, signIn, front }) => {
  const ended = '{"errors":[{"errorCode":100001,"errorTitle":"SIGN_IN_REQUIRED","errorMessage":"Sign in."}]}'
  const demoOnly = '{"customerInfo":{"fname":"Demo","lname":"Only"}}'
  front.answer('only-demo', { status: 200, body: demoOnly }, { status: 401, body: ended }, { status: 204 })
  await signIn()
  await page.goto('/customers/only-demo')
  await expect(heading(page, 'Demo Only')).toBeVisible()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('textbox', { name: 'Username' }).fill('northside')
  await page.getByRole('textbox', { name: 'Password' }).fill('northside-only')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(heading(page, 'Nothing found')).toBeVisible()
  await expect(page.getByText('Ana Ruiz')).toBeVisible()
  await expect(page.getByText('Demo Only')).toHaveCount(0)
})

test('a page that nobody touches locks itself, and the session is over', async ({ page, signIn }) => {
  await page.clock.install()
  await signIn()
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.clock.fastForward('14:00')
  // The page tells the server of somebody at work as soon as it has seen the mouse.
  const seen = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/api/session'))
  await page.mouse.move(5, 5)
  await seen
  await page.clock.fastForward('14:00')
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.clock.fastForward('01:30')
  await expect(page.getByRole('dialog', { name: 'Locked while nobody was here' })).toBeVisible()
  await expect(page.locator('[inert]').getByRole('heading', { level: 1 })).toBeVisible()
  await expect.poll(async () => (await page.request.get('/api/session')).status()).toBe(401)
  // Whoever does not come back leaves nothing behind.
  await page.clock.fastForward('15:00')
  await expect(heading(page, 'Sign in')).toBeVisible()
  await expect(page.getByText('Brandt-Osei')).toHaveCount(0)
})

test('signing out in one tab empties the others', async ({ page, signIn }) => {
  await signIn()
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  const other = await page.context().newPage()
  await other.goto('/')
  // Until the server has heard of it, there is a session that the sign-in page would go on with.
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await other.route('**/api/session', async (route) => {
    await held
    await route.continue()
  })
  await other.getByRole('button', { name: 'Sign out' }).click()
  // The customer goes at once, whatever the network does.
  await expect(heading(other, 'You are signed out on this screen')).toBeVisible()
  await expect(heading(page, 'You are signed out')).toBeVisible()
  await expect(page.getByText('Brandt-Osei')).toHaveCount(0)
  await expectAccessible(page)
  letGo()
  await expect(heading(page, 'Sign in')).toBeVisible()
  await expect(heading(other, 'Sign in')).toBeVisible()
})

test('a page that comes back from the browser’s memory is asked for anew', async ({ page, signIn }) => {
  await signIn()
  await openCustomer(page, `/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.context().clearCookies()
  // Browsers that are driven do not keep pages in memory, so the event comes from here.
  await Promise.all([
    page.waitForEvent('load'),
    page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))),
  ])
  await expect(heading(page, 'Sign in')).toBeVisible()
  await expect(page.getByText('Brandt-Osei')).toHaveCount(0)
})

test.describe('no network', () => {
  test.use({ expectedStatuses: [0] })
  test('signing out empties the page all the same, and says what could not be done', async ({ page, signIn }) => {
    await signIn()
    await page.goto(`/customers/${sampleCustomers.regular}`)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(heading(page, 'You are signed out on this screen')).toBeVisible()
    await expect(page.getByRole('alert')).toContainText('The session could not be ended')
    await expect(page.getByText('Brandt-Osei')).toHaveCount(0)
    await page.context().setOffline(false)
    await expectAccessible(page)
  })
})

test('the next person in the same tab sees nothing of the one before', async ({ page, signIn }) => {
  await signIn()
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('textbox', { name: 'Username' }).fill('northside')
  await page.getByRole('textbox', { name: 'Password' }).fill('northside-only')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Ana Ruiz')).toBeVisible()
  await expect(page.getByText('Customers you open will stand here.')).toBeVisible()
})
