import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, orders, tab } from './helpers.ts'

test.beforeEach(async ({ signIn, front }) => {
  await signIn()
  front.lookUps.length = 0
})

const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) })
const error = (errorCode: number, errorTitle: string, errorMessage: string) => ({
  errors: [{ errorCode, errorTitle, errorMessage }],
  warnings: [],
})

test('204: nothing found, with what was asked', async ({ page, front }) => {
  await page.goto('/customers/no-such-customer')
  await expect(heading(page, 'Nothing found')).toBeFocused()
  await expect(page.getByRole('main')).toContainText('no-such-customer')
  await expect(page.getByRole('main')).toContainText('Lakeshore Auto, Maple Ridge Garage, Northside Motors')
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(front.lookUps).toHaveLength(1)
  await expectAccessible(page)
})

test('a warning that no customer was found leads to the same page', async ({ page, front }) => {
  front.answer(
    'state-10001',
    json({ warnings: [{ warningCode: 10001, warningTitle: 'NO_CUSTOMER_FOUND', warningMessage: 'None.' }] }),
  )
  await page.goto('/customers/state-10001')
  await expect(heading(page, 'Nothing found')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: '10001' })).toContainText('No customer found')
})

test('an answer with nothing in it says so', async ({ page, front }) => {
  front.answer('state-empty', json({}))
  await page.goto('/customers/state-empty')
  await expect(heading(page, 'Nothing found')).toBeVisible()
  await expect(page.getByText('The service answered with nothing in it.')).toBeVisible()
})

test('errors without data are shown in the words of the service', async ({ page, front }) => {
  front.answer('state-errors', json(error(777, 'Store offline', 'The store is closed for the night.')))
  await page.goto('/customers/state-errors')
  await expect(page.getByRole('alert')).toContainText('Store offline · The store is closed for the night. Code 777')
  await expect(heading(page, 'The service sent no customer')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => front.lookUps.length).toBe(2)
})

test('errors and warnings beside data: banners, and the data is shown', async ({ page }) => {
  await page.goto('/customers/many-messages')
  await expect(heading(page, 'Messenger Jones')).toBeVisible()
  const alerts = page.getByRole('alert')
  await expect(alerts).toHaveCount(2)
  await expect(alerts.first()).toContainText('Partial data ×2 · Two stores did not answer. Code 20001')
  await expect(alerts.last()).toContainText('<b>Bold</b> · <img src=x onerror=alert(1)>')
  await expect(page.getByText('Some of this may be incomplete.')).toBeVisible()
  await expect(page.getByText('Reference', { exact: true })).toBeVisible()
  const warnings = page.getByRole('status').filter({ hasText: /Warning \d/ })
  await expect(warnings).toHaveCount(2)
  await page.getByRole('button', { name: 'Show all 5 warnings' }).click()
  await expect(warnings).toHaveCount(5)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Fold 5 warnings' }).click()
  await expect(warnings).toHaveCount(0)
  await page.getByRole('button', { name: '5 warnings' }).click()
  await expect(warnings).toHaveCount(5)
})

test('customer details that were not sent leave the tabs working', async ({ page, front }) => {
  front.answer(
    'state-no-info',
    json({ customerInfo: null, dealerOrderInfoList: [{ order_number: 'RO7', transactions: [] }] }),
  )
  await page.goto('/customers/state-no-info')
  await expect(heading(page, 'state-no-info')).toBeVisible()
  await expect(page.getByText('Customer details were not sent')).toBeVisible()
  await tab(page, /^Orders 1/).click()
  await expect(orders(page)).toContainText('RO7')
})

test('lists that were not sent, are empty or cannot be read are told apart', async ({ page, front }) => {
  await page.goto('/customers/lists-absent/vehicles')
  await expect(page.getByText('The service did not send vehicles.')).toBeVisible()
  await expect(tab(page, /^Vehicles/)).toHaveText('Vehicles –')
  await page.goto('/customers/lists-empty/vehicles')
  await expect(page.getByText('No vehicles on this record.')).toBeVisible()
  await expect(tab(page, /^Vehicles/)).toHaveText('Vehicles 0')
  front.answer(
    'state-bad-list',
    json({ customerInfo: { fname: 'Odd', vehicles: 'none' }, addressList: [{ city: 'Erie' }] }),
  )
  await page.goto('/customers/state-bad-list/vehicles')
  await expect(page.getByRole('alert')).toContainText('Vehicles could not be shown')
  await expect(tab(page, /^Vehicles/)).toHaveText('Vehicles !')
  await tab(page, /^Addresses/).click()
  await expect(page.getByRole('tabpanel')).toContainText('Erie')
})

test('entries that are none are left out and counted', async ({ page, front }) => {
  front.answer(
    'state-odd-rows',
    json({ customerInfo: { fname: 'Odd' }, dealerOrderInfoList: [null, { order_number: 'RO9' }, 5] }),
  )
  await page.goto('/customers/state-odd-rows/orders')
  await expect(page.getByText('2 rows could not be shown')).toBeVisible()
  await expect(orders(page)).toContainText('RO9')
})

test("another customer's record is not shown", async ({ page, front }) => {
  front.answer(
    'state-other',
    json({ customerInfo: { uuid: sampleCustomers.regular, fname: 'Secret', lname: 'Person' } }),
  )
  await page.goto('/customers/state-other')
  await expect(heading(page, 'The service returned a different customer')).toBeFocused()
  await expect(page.getByText('Secret')).toHaveCount(0)
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Open that customer instead' }).click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
})

test('a link that is no customer UUID asks nothing', async ({ page, front }) => {
  await page.goto('/customers/not%20a%20uuid')
  await expect(heading(page, 'This link names no customer')).toBeVisible()
  expect(front.lookUps).toEqual([])
})

test('a dealer that is not the person’s is named, and can be left out', async ({ page, signIn }) => {
  await signIn('northside')
  const north = 'nOrthS1deMotorsDealer0000000000000000000101'
  const lake = 'lakesh0reAutoDealer00000000000000000000102A'
  await page.goto(`/customers/${sampleCustomers.regular}?dealer=${lake}&dealer=${north}`)
  await expect(heading(page, 'Not authorised for one of the dealers asked')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(lake)
  await expect(page.getByText('Ana Ruiz')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Ask without ${lake}` }).click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
})

test.describe('500', () => {
  test.use({ expectedStatuses: [500] })
  test('refreshing that fails keeps what was read and says so', async ({ page, front }) => {
    front.answer(
      'state-refresh',
      json({ customerInfo: { fname: 'Still', lname: 'Here' } }),
      json(error(1, 'X', 'Y'), 500),
    )
    await page.goto('/customers/state-refresh')
    await expect(heading(page, 'Still Here')).toBeVisible()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('alert')).toContainText(/Showing what was read at \d\d:\d\d\./)
    await expect(heading(page, 'Still Here')).toBeVisible()
  })
})

test.describe('no connection', () => {
  test.use({ expectedStatuses: [0] })
  test('our own server being away is told, after two more tries', async ({ page, front }) => {
    front.answer('state-dropped', { status: 0, drop: true })
    // Counted in the page: on a connection that was used before, the browser tries again by itself.
    let asked = 0
    page.on(
      'request',
      (request) => (asked += Number(request.url().includes('state-dropped') && request.method() === 'POST')),
    )
    await page.goto('/customers/state-dropped')
    await expect(heading(page, "Customer Desk's server cannot be reached")).toBeVisible({ timeout: 15_000 })
    expect(asked).toBe(3)
  })
})

test.describe('too many requests', () => {
  test.use({ expectedStatuses: [429] })
  test('says when it asks again, and does so once by itself', async ({ page, front }) => {
    const refusal = { ...json(error(429, 'TOO_MANY_REQUESTS', 'Wait.'), 429), headers: { 'retry-after': '2' } }
    front.answer('state-429', refusal, json({ customerInfo: { fname: 'Patient', lname: 'Person' } }))
    await page.goto('/customers/state-429')
    await expect(heading(page, 'Too many requests')).toBeFocused()
    await expect(page.getByText(/^Next try in [012] s\.$/)).toBeVisible()
    await expect(heading(page, 'Patient Person')).toBeVisible()
    expect(front.lookUps).toHaveLength(2)
  })
})

test.describe('no network', () => {
  test.use({ expectedStatuses: [0] })
  test('what was read stays, and the page asks again when the network is back', async ({ page, front }) => {
    await page.goto(`/customers/${sampleCustomers.regular}`)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('alert')).toContainText(/No network · Showing what was read at \d\d:\d\d\./)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect(front.lookUps).toHaveLength(2)
  })
})

test('waiting shows the layout, then a way out, and cancelling is no error', async ({ page, front }) => {
  front.answer('state-slow', { ...json({ customerInfo: { fname: 'Slow' } }), delayMs: 60_000 })
  await page.goto('/customers/state-slow')
  await expect(page.getByText('Still reading…')).toBeVisible({ timeout: 10_000 })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(heading(page, 'Cancelled')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  front.answer('state-slow', json({ customerInfo: { fname: 'Quick' } }))
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(heading(page, 'Quick')).toBeVisible()
})

test('a customer is never shown under the address of another', async ({ page, front }) => {
  front.answer('state-late', { ...json({ customerInfo: { fname: 'Late' } }), delayMs: 1500 })
  await page.goto(`/customers/${sampleCustomers.household}`)
  await expect(heading(page, 'James Brandt-Osei')).toBeVisible()
  await page.getByRole('textbox', { name: 'Open another customer' }).fill('state-late')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/customers/state-late')
  await expect(page.getByText('James')).toHaveCount(0)
  await expect(heading(page, 'Late')).toBeVisible()
})

test.describe('a part of the app that cannot be loaded', () => {
  test.use({ expectedStatuses: [404], expectedConsole: /dynamically imported module/ })
  test.afterEach(({ front }) => {
    front.missing = undefined
  })

  test('takes nothing else down', async ({ page, front }) => {
    front.missing = /OrdersPanel-.*\.js/
    await page.goto(`/customers/${sampleCustomers.regular}/orders`)
    await expect(page.getByRole('alert')).toContainText('Orders could not be shown')
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await tab(page, /^Vehicles/).click()
    await expect(page.getByRole('tabpanel')).toContainText('2021 Honda CR-V EX-L')
  })
})

test('a newer version on the server is said, and never loads itself', async ({ page, front }) => {
  const newer = {
    ...json({ customerInfo: { fname: 'New', lname: 'Version' } }),
    headers: { 'x-desk-version': 'newer' },
  }
  front.answer('state-version', newer)
  await page.goto('/customers/state-version')
  await expect(heading(page, 'New Version')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'A new version is ready.' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(heading(page, 'New Version')).toBeVisible()
})
