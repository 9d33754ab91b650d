import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, isLaterScript, orders, tab } from './helpers.ts'

test.beforeEach(async ({ signIn, front }) => {
  await signIn()
  front.lookUps.length = 0
})

const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) })
const error = (errorCode: number, errorTitle: string, errorMessage: string) => ({
  errors: [{ errorCode, errorTitle, errorMessage }],
  warnings: [],
})

test('204: nothing found, with what was searched', async ({ page, front }) => {
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
  await tab(page, /^Orders, 1/).click()
  await expect(orders(page)).toContainText('RO7')
})

test('lists that were not sent, are empty or cannot be read are told apart', async ({ page, front }) => {
  await page.goto('/customers/lists-absent/vehicles')
  await expect(page.getByText('The service did not send vehicles.')).toBeVisible()
  await expect(tab(page, /^Vehicles/)).toHaveAccessibleName('Vehicles, not sent')
  await page.goto('/customers/lists-empty/vehicles')
  await expect(page.getByText('No vehicles on this record.')).toBeVisible()
  await expect(tab(page, /^Vehicles/)).toHaveAccessibleName('Vehicles, 0')
  front.answer(
    'state-bad-list',
    json({ customerInfo: { fname: 'Odd', vehicles: 'none' }, addressList: [{ city: 'Erie' }] }),
  )
  await page.goto('/customers/state-bad-list/vehicles')
  await expect(page.getByRole('alert')).toContainText('Vehicles could not be shown')
  await expect(tab(page, /^Vehicles/)).toHaveAccessibleName('Vehicles, could not be read')
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
  await expect(heading(page, 'Not authorized for one of the dealers searched')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText(lake)
  await expect(page.getByText('Ana Ruiz')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: `Search without ${lake}` }).click()
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
    const alerts = page.getByRole('alert')
    await expect(alerts.first()).toContainText(/Showing what was read at \d{1,2}:\d\d [AP]M\./)
    await expect(alerts.last()).toContainText('X · Y Code 1')
    await expect(heading(page, 'Still Here')).toBeVisible()
    await page.getByRole('button', { name: 'Copy details' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Reference: reference-of-the-front')
    expect(front.lookUps).toHaveLength(2)
    await expectAccessible(page)
  })

  test('so does refreshing that brings errors and no customer', async ({ page, front }) => {
    front.answer('state-emptied', json({ customerInfo: { fname: 'Still', lname: 'Here' } }), json(error(7, 'X', 'Y')))
    await page.goto('/customers/state-emptied')
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('alert').first()).toContainText('The service sent no customer · Showing what was read')
    await expect(heading(page, 'Still Here')).toBeVisible()
    expect(front.lookUps).toHaveLength(2)
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
    await expect(heading(page, "Customer Desk's server cannot be reached")).toBeVisible()
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

  test('does so above the record that is being refreshed, and can be stopped', async ({ page, front }) => {
    const refusal = { ...json(error(429, 'TOO_MANY_REQUESTS', 'Wait.'), 429), headers: { 'retry-after': '40' } }
    front.answer('state-429-refresh', json({ customerInfo: { fname: 'Patient', lname: 'Person' } }), refusal)
    await page.goto('/customers/state-429-refresh')
    await page.getByRole('button', { name: 'Refresh' }).click()
    const wait = page.getByRole('status').filter({ hasText: 'Too many requests' })
    await expect(wait).toContainText(/Next try in (?:40|3\d) s\./)
    await expect(heading(page, 'Patient Person')).toBeVisible()
    await expectAccessible(page)
    await wait.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Canceled.' })).toBeVisible()
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
    await expect(page.getByRole('alert')).toContainText(/No network · Showing what was read at \d{1,2}:\d\d [AP]M\./)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await page.context().setOffline(false)
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect(front.lookUps).toHaveLength(2)
  })
})

test.describe('access withdrawn', () => {
  test.use({ expectedStatuses: [401, 500] })
  test('what was read before does not come back, whatever else fails', async ({ page, front }) => {
    front.answer(
      'state-withdrawn',
      json({ customerInfo: { fname: 'Shown', lname: 'Before' } }),
      { ...json(error(100_004, 'REQUEST_NOT_AUTHORIZED', 'No.'), 401), headers: { 'x-desk-origin': 'upstream' } },
      json(error(500, 'INTERNAL_ERROR', 'Away.'), 500),
    )
    await page.goto('/customers/state-withdrawn')
    await expect(heading(page, 'Shown Before')).toBeVisible()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(heading(page, 'Not authorized for one of the dealers searched')).toBeFocused()
    await expect(page.getByText('Shown Before')).toHaveCount(0)
    await page.getByRole('link', { name: 'Customer Desk, search' }).click()
    await expect(heading(page, 'Find a customer')).toBeVisible()
    await page.goBack()
    await expect.poll(() => front.lookUps.length).toBe(3)
    await expect(heading(page, 'The look-up failed')).toBeFocused()
    await expect(page.getByText('Shown Before')).toHaveCount(0)
  })
})

test.describe('no network at first', () => {
  // Parts that are fetched while nothing else is to be done cannot be; whoever needs one asks again.
  test.use({ expectedStatuses: [0], expectedConsole: /Couldn't load preload assets/ })
  test('is said, and the page goes on by itself when it is back', async ({ page }) => {
    await page.goto('/')
    await expect(heading(page, 'Find a customer')).toBeVisible()
    // The parts of the page that are fetched while nothing else is to do.
    await page.waitForLoadState('networkidle')
    await page.context().setOffline(true)
    await page.getByRole('textbox', { name: 'Customer UUID' }).fill(sampleCustomers.household)
    await page.keyboard.press('Enter')
    await expect(heading(page, 'No network')).toBeFocused()
    await expect(page.getByRole('button', { name: 'Try now' })).toBeVisible()
    await expectAccessible(page)
    await page.context().setOffline(false)
    await expect(heading(page, 'James Brandt-Osei')).toBeVisible()
  })
})

test('a wait is announced after a second, called slow after ten', async ({ page, front }) => {
  // Time passes only where the test says so, however slow the machine is.
  const start = new Date('2026-11-23T12:00:00Z')
  await page.clock.install({ time: start })
  await page.clock.pauseAt(start)
  front.answer('state-wait', { ...json({ customerInfo: { fname: 'Slow' } }), delayMs: 60_000 })
  await page.goto('/customers/state-wait', { waitUntil: 'commit' })
  await expect(page.getByText('Change search')).toBeVisible()
  await expect.poll(() => front.lookUps.length).toBe(1)
  await page.clock.runFor(300)
  await expect(page.getByText('Reading the customer')).toHaveCount(1)
  await page.clock.runFor(700)
  // The heading, and what is read out.
  await expect(page.getByText('Reading the customer')).toHaveCount(2)
  await page.clock.runFor(2000)
  await expect(page.getByRole('status')).toContainText('Still reading…')
  await page.clock.runFor(7000)
  await expect(page.getByRole('status')).toContainText('The dealer platform is slow. Still reading…')
  expect(front.lookUps).toHaveLength(1)
})

test('the age of what is shown goes on, and after a quarter of an hour it says so', async ({ page, front }) => {
  await page.clock.install()
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(page.getByText('Updated just now')).toBeVisible()
  await expect(page.getByText(/^Customer loaded, \d+ orders$/)).toHaveCount(1)
  await page.clock.runFor(2 * 60_000)
  await expect(page.getByText('Updated 2 min ago', { exact: true })).toBeVisible()
  // Somebody works all the while.
  for (let minute = 0; minute < 14; minute += 1) {
    await page.mouse.move(100 + minute, 100)
    await page.clock.runFor(60_000)
  }
  await expect(page.getByText('Updated 16 min ago, may have changed')).toBeVisible()
  expect(front.lookUps).toHaveLength(1)
})

test('a refresh that is cancelled leaves what was read, and says so', async ({ page, front }) => {
  front.answer('state-cancel', json({ customerInfo: { fname: 'Still', lname: 'Here' } }), {
    ...json({}),
    delayMs: 60_000,
  })
  await page.goto('/customers/state-cancel')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Canceled.' })).toContainText(
    /what was read at \d{1,2}:\d\d [AP]M/,
  )
  await expect(heading(page, 'Still Here')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(front.lookUps).toHaveLength(2)
})

test('a late answer of a customer who was left is dropped', async ({ page, front }) => {
  front.answer('state-left', { ...json({ customerInfo: { fname: 'Left', lname: 'Behind' } }), delayMs: 800 })
  await page.goto('/customers/state-left', { waitUntil: 'commit' })
  await page.getByRole('textbox', { name: 'Open another customer' }).fill(sampleCustomers.household)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'James Brandt-Osei')).toBeVisible()
  await expect.poll(() => front.lookUps.length).toBe(2)
  await page.getByRole('tab', { name: /^Vehicles/ }).click()
  await expect(page.getByText('Left Behind')).toHaveCount(0)
})

test('values that nobody knows are shown as they came, and marked', async ({ page, front }) => {
  front.answer(
    'state-odd-values',
    json({
      customerInfo: { fname: 'Odd', lname: 'Values', vehicles: { make: 'Ford', vin: 5 } },
      dealerOrderInfoList: [
        {
          order_number: 'RO1',
          order_status: 'PENDING',
          order_amount: '123.45',
          order_date: '0001-01-01',
          close_date: 'soon',
        },
        { order_number: 'RO2', order_status: 'O', order_date: '2031-03-09', transactions: 'none' },
      ],
      addressListV2: [{ line1: '1 Elm St', zip: 2138, type: 'HOLIDAY', isValid: 'perhaps', updateTS: 'yesterday' }],
    }),
  )
  await page.goto('/customers/state-odd-values/orders')
  await expect(orders(page)).toContainText('PENDING?, unrecognised')
  await expect(orders(page)).toContainText('$123.45')
  await expect(orders(page)).toContainText('soon')
  await expect(orders(page)).toContainText('Mar 9, 2031')
  // The date that stands for none is a dash; what was sent shows when the keyboard reaches it.
  await orders(page).getByTitle('no date, sent as 0001-01-01').focus()
  await expect(orders(page).getByTitle('no date, sent as 0001-01-01')).toBeFocused()
  await tab(page, /^Vehicles, 1/).click()
  await expect(page.getByRole('tabpanel')).toContainText('Ford')
  await tab(page, /^Addresses/).click()
  const panel = page.getByRole('tabpanel')
  await expect(panel).toContainText('HOLIDAY?, unrecognised')
  await expect(panel).toContainText('ZIP with 4 digits')
  await expect(panel).toContainText('Last changed yesterday')
  await expectAccessible(page)
  await tab(page, /^Customer info/).click()
  const odd = page.getByRole('region', { name: /^Odd in this record/ })
  for (const path of [
    'dealerOrderInfoList[0].order_amount',
    'customerInfo.vehicles',
    'addressListV2[0].zip',
    'addressListV2[0].type',
    'addressListV2[0].isValid',
  ]) {
    await expect(odd.getByText(path, { exact: true })).toBeVisible()
  }
  expect(front.lookUps).toHaveLength(1)
})

test('a very long record is there at once, in pages', async ({ page, front }) => {
  front.answer(
    'state-huge',
    json({
      customerInfo: {
        fname: 'Huge',
        vehicles: Array.from({ length: 300 }, (_, n) => ({
          id: n + 1,
          make: 'Ford',
          model: `No ${n + 1}`,
          year: '2020',
        })),
      },
      dealerOrderInfoList: Array.from({ length: 5214 }, (_, n) => ({ order_number: `H${n}`, order_status: 'C' })),
    }),
  )
  await page.goto('/customers/state-huge/orders')
  await expect(tab(page, /^Orders, 5,214/)).toBeVisible()
  await expect(page.getByText(/^5,214 orders/)).toBeVisible()
  await expect(orders(page).getByRole('button', { name: /^Show transactions/ })).toHaveCount(50)
  await tab(page, /^Vehicles, 300/).click()
  await expect(page.getByRole('tabpanel').getByRole('heading', { name: /^2020 Ford No/ })).toHaveCount(300)
})

test('waiting shows the layout, then a way out, and cancelling is no error', async ({ page, front }) => {
  front.answer('state-slow', { ...json({ customerInfo: { fname: 'Slow' } }), delayMs: 60_000 })
  await page.goto('/customers/state-slow')
  await expect(page.getByText('Still reading…')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(heading(page, 'Canceled')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  front.answer('state-slow', json({ customerInfo: { fname: 'Quick' } }))
  await page.getByRole('button', { name: 'Search again' }).click()
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
    front.isMissing = undefined
  })

  test('takes nothing else down, and is there when it is tried again', async ({ page, front }) => {
    front.isMissing = isLaterScript
    await page.goto(`/customers/${sampleCustomers.regular}/orders`)
    await expect(page.getByRole('alert')).toContainText('Orders could not be shown')
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await tab(page, /^Customer info/).click()
    await expect(page.getByRole('tabpanel')).toContainText('Latest orders')
    await page.getByRole('button', { name: 'Show raw answer' }).click()
    await expect(page.getByRole('alert')).toContainText('The raw answer could not be shown')
    await page.getByRole('button', { name: 'Change search' }).click()
    await expect(page.getByRole('alert').first()).toContainText('The search form could not be shown')
    await expectAccessible(page)
    await tab(page, /^Orders/).click()
    front.isMissing = undefined
    await page.getByRole('tabpanel').getByRole('button', { name: 'Try again' }).click()
    await expect(orders(page)).toBeVisible()
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
