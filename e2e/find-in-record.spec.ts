import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, heading, tab } from './helpers.ts'

test.beforeEach(({ signIn }) => signIn())

const path = `/customers/${sampleCustomers.regular}`

test('one field finds in all parts, counts on the tabs, and Enter walks what it found', async ({ page }) => {
  await page.goto(path)
  const field = page.getByRole('searchbox', { name: 'Find in this record' })
  await field.fill('#RO1-000112')
  await expect(page.getByText('1 match: Orders 1')).toBeVisible()
  await expect(tab(page, /^Orders, 11, 1 found$/)).toBeVisible()
  await expect(tab(page, /^Vehicles, 2, 0 found$/)).toBeVisible()
  await expectAccessible(page)
  await expect(page.locator('mark')).toHaveText('RO1-000112')
  await field.press('Enter')
  await expect(page.getByRole('table', { name: 'Transactions of order RO1-000112' })).toBeInViewport()
  await expect(field).toHaveValue('#RO1-000112')
  await field.fill('honda')
  await expect(page.getByText(/Vehicles 1/)).toBeVisible()
  await field.press('Enter')
  await expect(tab(page, /^Vehicles/)).toHaveAttribute('aria-selected', 'true')
})

test('what was found is marked, in its name or beside it, and on the part of the page that is open', async ({
  page,
}) => {
  await page.goto(`${path}/orders`)
  const field = page.getByRole('searchbox', { name: 'Find in this record' })
  await field.fill('honda 412')
  await expect(page.getByText('No match for “honda 412” in this record')).toBeVisible()
  await field.fill('repair 812.10')
  const results = page.getByRole('list').filter({ has: page.locator('mark') })
  await expect(results.locator('mark')).toHaveText(['Repair', '812.10'])
  await expect
    .poll(() =>
      page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map((range) => range.toString().toLowerCase())),
    )
    .toContain('812.10')
  await field.press('Escape')
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('found'))).toBe(false)
})

test('what is not there is said with its name, and can be cleared', async ({ page }) => {
  await page.goto(path)
  const field = page.getByRole('searchbox', { name: 'Find in this record' })
  await field.fill('zebra')
  await expect(page.getByText('No match for “zebra” in this record')).toBeVisible()
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(page.getByText(/^No match/)).toHaveCount(0)
  await field.fill('zebra')
  await field.press('Escape')
  await expect(field).toHaveValue('')
})

test('another customer is not looked through for what was typed at the one before', async ({ page }) => {
  await page.goto(path)
  await page.getByRole('searchbox', { name: 'Find in this record' }).fill('honda')
  await page.getByRole('textbox', { name: 'Open another customer' }).fill(sampleCustomers.companyOnly)
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Harborview Plumbing')).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Find in this record' })).toHaveValue('')
})

test.describe('on a phone', () => {
  test.use({ viewportSize: { width: 390, height: 844 } })
  test('the field and what it finds fit', async ({ page }) => {
    await page.goto(path)
    await page.getByRole('searchbox', { name: 'Find in this record' }).fill('o')
    await expect(page.getByText(/matches: /)).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})
