import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, tab } from './helpers.ts'

test.beforeEach(({ signIn }) => signIn())

const path = `/customers/${sampleCustomers.regular}/timeline`

test('what happened stands by year, the newest first, with the years in which nothing did', async ({ page }) => {
  await page.goto(path)
  await expect(tab(page, /^Timeline/)).toHaveAttribute('aria-selected', 'true')
  await expect(page).toHaveTitle('Timeline · Customer · Customer Desk')
  const panel = page.getByRole('tabpanel')
  await expect(panel.getByText('19 events')).toBeVisible()
  await expect(panel.getByRole('heading', { name: /^\d{4}$/ }).first()).toHaveText('2026')
  await expect(panel.getByText('Nothing for 20 months')).toBeVisible()
  await expect(panel.getByRole('region', { name: '2022' }).getByRole('listitem')).toHaveCount(3)
  await expectAccessible(page)
})

test('a filter by kind and vehicle stands in the address, and a reload keeps it', async ({ page }) => {
  await page.goto(path)
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Address changes')
  await expect(page.getByText('1 of 19 events')).toBeVisible()
  await expect(page).toHaveURL(`${path}?events=address`)
  await page.reload()
  await expect(page.getByText('1 of 19 events')).toBeVisible()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Closings')
  await page.getByRole('combobox', { name: 'Vehicle' }).selectOption('2021 Honda CR-V EX-L')
  await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toContainText('2021 Honda CR-V EX-L')
})

test('amounts by year and kind are drawn, with the same figures to read', async ({ page }) => {
  await page.goto(path)
  const table = page.getByRole('table', { name: 'Amounts of orders by year and kind' })
  await expect(table.getByRole('columnheader')).toHaveText(['Year', 'Repair order', 'Parts order', 'Total'])
  await expect(table.getByRole('row', { name: '2023' }).getByRole('cell')).toHaveText([
    /\$635\.58$/,
    /\$334\.99$/,
    '$970.57',
  ])
})

test('an event leads to its order', async ({ page }) => {
  await page.goto(path)
  await page.getByRole('tabpanel').getByRole('link', { name: 'RO1-000112' }).click()
  await expect(page.getByRole('table', { name: 'Transactions of order RO1-000112' })).toBeInViewport()
})

test.describe('on a phone', () => {
  test.use({ viewportSize: { width: 390, height: 844 } })
  test('nothing is wider than the screen', async ({ page }) => {
    await page.goto(path)
    await expect(page.getByText('19 events')).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})
