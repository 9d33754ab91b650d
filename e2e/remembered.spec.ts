import { sampleDealers } from '#src/server/sample/sample-lines.ts'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, heading, orders } from './helpers.ts'

const path = `/customers/${sampleCustomers.regular}/orders`

test('what a person chose is there on another desk, gives way to the address, and is reset in one place', async ({
  page,
  front,
  signIn,
  chromiumBrowser,
}) => {
  await signIn()
  await page.goto(path)
  await page.getByRole('button', { name: 'View of the orders' }).click()
  const keeps = (name: string) => page.waitForResponse((answer) => answer.url().endsWith(`/api/preferences/${name}`))
  const kept = ['orders-columns', 'orders-rows', 'orders-page-size', 'color-scheme', 'dealers'].map(keeps)
  await page.getByRole('checkbox', { name: 'Tag' }).uncheck()
  await page.getByRole('checkbox', { name: 'Compact rows' }).check()
  await page.getByRole('combobox', { name: 'Orders on a page' }).selectOption('25')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Switch to dark colors' }).click()
  await page.getByRole('button', { name: 'Change search' }).click()
  await page.getByRole('button', { name: 'None', exact: true }).click()
  await page.getByRole('combobox', { name: 'Dealers' }).fill('North')
  await page.getByRole('option', { name: 'Northside Motors' }).click()
  await page.getByRole('button', { name: 'Find customer' }).click()
  for (const response of await Promise.all(kept)) expect(response.status()).toBe(204)
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(stored).toBe('[{},{}]')

  const context = await chromiumBrowser.newContext({
    baseURL: front.url,
    storageState: await page.context().storageState(),
  })
  const other = await context.newPage()
  await other.goto(path)
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(orders(other)).toBeVisible()
  await expect(orders(other).getByRole('columnheader', { name: 'Tag' })).toHaveCount(0)
  await other.goto(`${path}?columns=tag`)
  await expect(orders(other).getByRole('columnheader', { name: 'Tag' })).toBeVisible()
  await expect(orders(other).getByRole('columnheader', { name: 'Status' })).toHaveCount(0)
  await other.goto('/')
  await expect(heading(other, 'Find a customer')).toBeVisible()
  // Not the whole page: customers opened before may be called anything.
  const form = other.getByRole('search').filter({ has: other.getByRole('button', { name: 'Find customer' }) })
  await expect(form.getByText('Northside Motors')).toBeVisible()
  for (const { name } of sampleDealers.slice(1)) await expect(form.getByText(name)).toHaveCount(0)

  await other.goto('/account')
  const choices = other.getByRole('list', { name: 'Remembered choices' }).getByRole('listitem')
  await expect(choices).toHaveText([
    /^LanguageAs the browser asks/,
    /^ColorsDark/,
    /^Dealers asked lastNorthside Motors/,
    /^Columns of the orders1 column changed/,
    /^Rows of the ordersCompact/,
    /^Orders on a page25/,
    /^Kinds of findingsAll shown/,
    /^Single-key shortcutsOn/,
  ])
  await expectAccessible(other)
  const reset = other.getByRole('button', { name: 'Reset: Colors' })
  await reset.press('Enter')
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
  await expect(reset).toBeFocused()
  await other.getByRole('button', { name: 'Reset everything' }).click()
  await expect(choices.nth(2)).toContainText('All of yours')
  await expect(choices.nth(4)).toContainText('Comfortable')
  await other.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(other)
  await context.close()
  await page.goto(path)
  await expect(orders(page).getByRole('columnheader', { name: 'Tag' })).toBeVisible()
})
