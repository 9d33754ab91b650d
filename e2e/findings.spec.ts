import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, tab } from './helpers.ts'

test.beforeEach(({ signIn }) => signIn())

test('what is odd about a record is listed with its reason, and leads to its place', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}`)
  const findings = page.getByRole('region', { name: 'Findings', exact: true })
  await expect(findings.getByRole('listitem')).toHaveCount(2)
  await expect(findings.getByRole('listitem').first()).toContainText('Money')
  await expectAccessible(page)
  await findings.getByRole('link', { name: /\$412\.10 lower than the order \(\$812\.10 − \$400\.00\)/ }).click()
  await expect(page.getByRole('table', { name: 'Transactions of order RO1-000112' })).toBeInViewport()
})

test('their number stands on every tab, and leads the keyboard to them', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}/orders`)
  await expect(page.getByText('2 findings, 2 on money')).toBeVisible()
  await page.getByRole('link', { name: 'Show findings' }).press('Enter')
  await expect(tab(page, /^Customer info/)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /^Order RO1-000112/ })).toBeFocused()
})

test('they can be taken along as a slip for whoever mends the record: copied, printed, as a file', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.pastVehicle}`)
  const button = page.getByRole('button', { name: 'Clean-up slip' })
  await button.click()
  const slip = page.getByRole('dialog', { name: 'Clean-up slip' })
  await expect(slip.getByRole('row', { name: /^Vehicles 2003 Honda Accord EX: VIN check digit is 4/ })).toBeVisible()
  await expectAccessible(page)
  await slip.getByRole('button', { name: 'Copy clean-up slip' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/Customer key \S+ · Vehicles · 2003 Honda Accord EX: VIN check digit is 4, computed 3 · VINs/)
  const saved = page.waitForEvent('download')
  await slip.getByRole('button', { name: 'Save as CSV' }).click()
  expect((await saved).suggestedFilename()).toBe(`clean-up-${sampleCustomers.pastVehicle}.csv`)
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})

test('a record with nothing odd says so', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.companyOnly}`)
  await expect(heading(page, 'Harborview Plumbing')).toBeVisible()
  await expect(page.getByText('Nothing odd found in this record')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Findings' })).toHaveCount(0)
})

test('a person switches kinds of findings off and on again, for every customer and computer', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}`)
  const findings = page.getByRole('region', { name: 'Findings', exact: true })
  await expect(findings.getByRole('listitem')).toHaveCount(2)
  const kept = page.waitForResponse((response) => response.url().endsWith('/api/preferences/findings-off'))
  await findings.getByRole('button', { name: 'Kinds of findings' }).click()
  await page.getByRole('checkbox', { name: 'Orders that differ from their tenders' }).press('Space')
  await expectAccessible(page)
  expect((await kept).status()).toBe(204)
  await page.keyboard.press('Escape')
  await expect(findings.getByRole('listitem')).toHaveCount(0)
  await expect(
    page.getByText('Nothing odd found by the kinds of findings that you left on', { exact: true }),
  ).toBeVisible()
  await page.reload()
  await expect(findings).toContainText('Nothing odd found by the kinds of findings that you left on.')
  await expectAccessible(page)
  await findings.getByRole('button', { name: 'Kinds of findings' }).click()
  const reset = page.waitForResponse((response) => response.url().endsWith('/api/preferences/findings-off'))
  await page.getByRole('button', { name: 'Reset: show all kinds' }).click()
  expect((await reset).status()).toBe(204)
  await page.keyboard.press('Escape')
  await expect(findings.getByRole('listitem')).toHaveCount(2)
})

test.describe('a choice that cannot be kept', () => {
  test.use({ expectedStatuses: [500] })
  test('is taken back, and said', async ({ page }) => {
    await page.route('**/api/preferences/*', (route) => route.fulfill({ status: 500, json: {} }))
    await page.goto(`/customers/${sampleCustomers.regular}`)
    const findings = page.getByRole('region', { name: 'Findings', exact: true })
    await findings.getByRole('button', { name: 'Kinds of findings' }).click()
    await page.getByRole('checkbox', { name: 'Orders that differ from their tenders' }).press('Space')
    await expect(findings.getByText('Your choice could not be kept. Try again.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(findings.getByRole('listitem')).toHaveCount(2)
  })
})
