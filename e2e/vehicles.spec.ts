import { readFileSync } from 'node:fs'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible } from './helpers.ts'

test.beforeEach(async ({ signIn }) => signIn())

test('a vehicle says what its VIN tells, beside what the record says', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}/vehicles`)
  const car = page.getByRole('article').filter({ hasText: '2021 Honda CR-V EX-L' })
  await expect(car).toContainText(/Make by VINHonda\s*as in the record/)
  await expect(car).toContainText(/Model year by VIN2021\s*as in the record/)
  await expect(car).toContainText(/Plant code by VIN[A-Z]/)
  await expectAccessible(page)
})

test('of a VIN whose check digit does not fit only the maker is told', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.pastVehicle}/vehicles`)
  const car = page.getByRole('article').filter({ hasText: '2003 Honda Accord EX' })
  await expect(car).toContainText('VIN check digit is 4, computed 3')
  await expect(car).toContainText('Make by VINHonda')
  await expect(car).not.toContainText('Model year by VIN')
  await expect(car).not.toContainText('Plant code by VIN')
})

test('the whole VIN or its last eight are copied', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.pastVehicle}/vehicles`)
  const car = page.getByRole('article').filter({ hasText: '2003 Honda Accord EX' })
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await car.getByRole('button', { name: 'Copy VIN', exact: true }).click()
  await expect.poll(copied).toBe('1HGCM82643A004352')
  await car.getByRole('button', { name: 'Copy last 8 of VIN' }).click()
  await expect.poll(copied).toBe('3A004352')
})

test('its orders stand with their sum and the latest visit, one press away', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}/vehicles`)
  const car = page.getByRole('article').filter({ hasText: '2021 Honda CR-V EX-L' })
  await expect(car).toContainText(/6 orders\s*Sum \$[\d,]+\.\d\d\s*Latest visit [A-Z][a-z]{2} \d{1,2}, \d{4}/)
  const sum = /Sum (\$[\d,]+\.\d\d)/.exec(await car.innerText())?.[1] ?? 'no sum'
  await car.getByRole('link', { name: '6 orders' }).click()
  await expect(page.getByText('6 of 11 orders ·')).toBeVisible()
  await expect(page.getByRole('tabpanel')).toContainText(sum)
})

test('all of them can be had as a file', async ({ page }) => {
  await page.goto(`/customers/${sampleCustomers.regular}/vehicles`)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save 2 vehicles as CSV' }).click()
  const file = readFileSync(await (await saved).path(), 'utf8')
  expect(file).toMatch(/^\uFEFFYear,Make,Model,/)
  expect(file.trim().split('\r\n')).toHaveLength(3)
})
