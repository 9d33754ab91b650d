import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { heading, orders, tab } from './helpers.ts'

test.beforeEach(async ({ signIn }) => signIn())

const path = `/customers/${sampleCustomers.regular}`

test('shows who it is, how to reach them and the numbers that matter', async ({ page }) => {
  await page.goto(path)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  const header = page.getByRole('region', { name: 'Customer', exact: true })
  await expect(header).toContainText('Juniper Street Pottery')
  await expect(header).toContainText('CK00400001')
  await expect(header).toContainText('Northside Motors')
  await expect(header.getByRole('link', { name: /^\(614\) 555-01\d\d$/ })).toHaveAttribute(
    'href',
    /^tel:\+161455501\d\d$/,
  )
  await expect(header.getByRole('link', { name: 'helena@example.com' })).toHaveAttribute(
    'href',
    'mailto:helena@example.com',
  )
  await expect(header).toContainText('Not covered by tenders listed$2,954.11 on 2 open orders')
  await expect(header).toContainText('Updated just now')
})

test('every tab shows its part, and its place is in the address', async ({ page }) => {
  await page.goto(path)
  await expect(page.getByRole('heading', { name: 'Contact' })).toBeVisible()
  await tab(page, /^Vehicles, 2$/).click()
  await expect(page).toHaveURL(`${path}/vehicles`)
  await expect(page.getByRole('heading', { name: '2021 Honda CR-V EX-L' })).toBeVisible()
  await tab(page, /^Orders, 11$/).click()
  await expect(page).toHaveURL(`${path}/orders`)
  await expect(orders(page)).toBeVisible()
  await tab(page, /^Addresses, 2$/).click()
  await expect(page).toHaveURL(`${path}/addresses`)
  await expect(page.getByRole('heading', { name: 'Legacy list' })).toBeVisible()
})

test('tabs replace each other in the history, customers do not', async ({ page }) => {
  await page.goto('/')
  await page.goto(path)
  await tab(page, /^Vehicles/).click()
  await tab(page, /^Orders/).click()
  await page.goBack()
  await expect(heading(page, 'Find a customer')).toBeVisible()
  await page.goForward()
  await expect(tab(page, /^Orders/)).toHaveAttribute('aria-selected', 'true')
})

test('a reload shows the same tab', async ({ page }) => {
  await page.goto(`${path}/addresses`)
  await expect(tab(page, /^Addresses/)).toHaveAttribute('aria-selected', 'true')
  await page.reload()
  await expect(tab(page, /^Addresses/)).toHaveAttribute('aria-selected', 'true')
})

test('arrow keys, Home and End walk the tabs; the panel comes next', async ({ page }) => {
  await page.goto(path)
  await tab(page, /^Customer info/).focus()
  await page.keyboard.press('ArrowRight')
  await expect(tab(page, /^Vehicles/)).toBeFocused()
  await expect(page).toHaveURL(`${path}/vehicles`)
  await page.keyboard.press('End')
  await expect(tab(page, /^Timeline/)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(tab(page, /^Customer info/)).toBeFocused()
  await expect(tab(page, /^Customer info/)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tabpanel')).toBeFocused()
})

test('Alt with an arrow stays the way back of the browser', async ({ page }) => {
  await page.goto('/')
  await page.goto(path)
  await tab(page, /^Customer info/).focus()
  // Browsers that are driven do not go back by a key, so it is the event that tells: nobody may have prevented it.
  const isLeftAlone = await tab(page, /^Customer info/).evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true, cancelable: true }),
    ),
  )
  expect(isLeftAlone).toBe(true)
  await expect(tab(page, /^Customer info/)).toHaveAttribute('aria-selected', 'true')
})

test('a tab that does not exist is said, and customer info is shown', async ({ page }) => {
  await page.goto(`${path}/invoices`)
  await expect(page.getByText('The link names a tab that does not exist')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Contact' })).toBeVisible()
})

test('linked customers are real links and open', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.household}`)
  await expect(heading(page, 'James Brandt-Osei')).toBeVisible()
  const link = page.getByRole('link', { name: 'Helena Brandt-Osei' })
  await expect(link).toHaveAttribute('href', path)
  await link.click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.goBack()
  await expect(heading(page, 'James Brandt-Osei')).toBeVisible()
})

test('past vehicles stand apart, and a VIN says what is wrong with it', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.pastVehicle}/vehicles`)
  await expect(page.getByRole('heading', { name: 'Past vehicles (1)' })).toBeVisible()
  await expect(page.getByText('VIN check digit is 4, computed 3')).toBeVisible()
})

test("a vehicle's orders are one click away, and the filter can be taken off", async ({ page }) => {
  await page.goto(`${path}/vehicles`)
  await page.getByRole('link', { name: '6 orders' }).click()
  await expect(page).toHaveURL(/\/orders\?vehicle=/)
  await expect(page.getByText('6 of 11 orders ·')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL(`${path}/orders`)
})

test('titles name the tab and never a person', async ({ page }) => {
  for (const [part, name] of [
    ['', 'Customer info'],
    ['/vehicles', 'Vehicles'],
    ['/orders', 'Orders'],
    ['/addresses', 'Addresses'],
  ] as const) {
    await page.goto(`${path}${part}`)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await expect(page).toHaveTitle(`${name} · Customer · Customer Desk`)
  }
})

test('copying puts the exact value on the clipboard', async ({ page }) => {
  await page.goto(`${path}/vehicles`)
  await page.getByRole('button', { name: 'Copy last 8 of VIN' }).first().click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^MH\d{6}$/)
})

test('whoever prints while the page is being drawn gets every section too', async ({ page }) => {
  await page.emulateMedia({ media: 'print' })
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 2, name: 'Vehicles', exact: true })).toBeVisible()
})

test('paper gets every section with all transactions', async ({ page }) => {
  await page.goto(path)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  for (const name of ['Customer info', 'Vehicles', 'Orders', 'Addresses']) {
    await expect(page.getByRole('heading', { level: 2, name, exact: true }).first()).toBeVisible()
  }
  await expect(page.getByText('Tenders listed ·')).toHaveCount(10)
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeHidden()
  await expect(page.getByText(/^Printed by Dana Moreau, /)).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await expect(tab(page, /^Customer info/)).toBeVisible()
})
