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
