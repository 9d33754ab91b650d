import { readFileSync } from 'node:fs'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, heading } from './helpers.ts'

const table = 'Audit record'

test('a manager finds a look-up by person and customer, opens the customer, and takes the record away as CSV', async ({
  page,
  signIn,
}) => {
  await signIn()
  await page.goto(`/customers/${sampleCustomers.refunds}`)
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
  await page.getByRole('link', { name: 'Audit' }).click()
  await expect(heading(page, 'Audit')).toBeVisible()
  const form = page.getByRole('search', { name: 'Audit' })
  await form.getByRole('textbox', { name: 'Person' }).fill('dana')
  await form.getByRole('textbox', { name: 'Customer UUID' }).fill(sampleCustomers.refunds)
  await form.getByRole('textbox', { name: 'Customer UUID' }).press('Enter')
  await expect(page).toHaveURL(`/audit?person=dana&customer=${sampleCustomers.refunds}`)
  const row = page.getByRole('table', { name: table }).getByRole('row').nth(1)
  await expect(row).toContainText('Look-up')
  await expect(row).toContainText('Dana Moreau')
  await expect(row).toContainText('Found')
  await expect(row).toContainText('Lakeshore Auto, Maple Ridge Garage, Northside Motors')
  await expect(row).toContainText('127.0.0.1')
  await expectAccessible(page)

  const download = page.waitForEvent('download')
  await form.getByRole('link', { name: 'Export as CSV' }).click()
  const file = await (await download).path()
  expect(readFileSync(file, 'utf8')).toContain(
    `Dana Moreau,d3m0-staff-0000-0000-000000000001,${sampleCustomers.refunds}`,
  )

  await row.getByRole('link', { name: sampleCustomers.refunds }).click()
  await expect(heading(page, 'Lucinda Varga')).toBeVisible()
})

test('a filter without a match says so and can be cleared', async ({ page, signIn }) => {
  await signIn()
  await page.goto('/audit?person=nobody-of-this-name')
  await expect(heading(page, 'Audit')).toBeVisible()
  await expect(page.getByText('Nothing recorded that matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page.getByRole('table', { name: table })).toBeVisible()
  await expect(page).toHaveURL('/audit')
})

test('a manager sees who has access and when each last looked somebody up', async ({ page, signIn }) => {
  await signIn()
  await page.goto('/audit')
  await page.getByRole('link', { name: 'Staff with access' }).click()
  await expect(page).toHaveURL('/audit?view=staff')
  const staff = page.getByRole('table', { name: 'Staff' })
  await expect(staff.getByRole('row').filter({ hasText: 'Dana Moreau' })).toContainText('Manager')
  await expect(staff.getByRole('row').filter({ hasText: 'Ana Ruiz' })).toContainText('Northside Motors')
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^staff-.*\.csv$/)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
})

test('what is out of the ordinary stands first, in neutral words', async ({ page, signIn }) => {
  await signIn('northside')
  for (let times = 0; times < 21; times += 1) {
    const path = `/api/customers/${sampleCustomers.regular}/taken`
    expect((await page.request.post(path, { data: { how: 'exported' } })).status()).toBe(204)
  }
  await signIn()
  const unusual = page.getByRole('region', { name: 'Unusual look-ups' })
  const row = unusual.getByRole('row').filter({ hasText: 'Ana Ruiz' })
  // Another test may have had the record looked through a few seconds ago.
  await expect(async () => {
    await page.goto('/audit')
    await expect(page.getByRole('table', { name: table })).toBeVisible()
    await expect(row).toContainText('Many exports, prints or raw answers in a day', { timeout: 3000 })
  }).toPass()
  await expect(page.getByRole('table', { name: table })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
})

test.describe('no manager', () => {
  test.use({ expectedStatuses: [401, 403] })
  test('sees neither the link nor the record', async ({ page, signIn }) => {
    await signIn('northside')
    await page.goto('/audit')
    await expect(heading(page, 'Only managers may read the audit record')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0)
    expect((await page.request.get('/api/audit')).status()).toBe(403)
  })
})

for (const [width, scheme] of [
  [390, 'light'],
  [768, 'dark'],
] as const) {
  test.describe(`${width} px, ${scheme}`, () => {
    test.use({ viewportSize: { width, height: 844 }, scheme })
    test('the record is readable without scrolling sideways', async ({ page, signIn }) => {
      await signIn()
      await page.goto('/audit')
      await expect(page.getByRole('table', { name: table })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
    })
  })
}
