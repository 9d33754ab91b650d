import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, tab } from './helpers.ts'

test.beforeEach(({ signIn }) => signIn())

const path = `/customers/${sampleCustomers.regular}`

test('Ctrl K opens the commands; typing narrows them, Enter does the first', async ({ page }) => {
  await page.goto(path)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog', { name: 'Commands' })
  await expect(box.getByRole('option', { name: 'Print the whole record' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.type('vehic')
  await expect(box.getByRole('option').first()).toHaveText('Vehicles')
  await page.keyboard.press('Enter')
  await expect(box).toHaveCount(0)
  await expect(tab(page, /^Vehicles/)).toHaveAttribute('aria-selected', 'true')
})

test('a pasted customer is opened, and so is one opened before', async ({ page }) => {
  await page.goto(path)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.getByRole('button', { name: 'Commands, Ctrl K' }).click()
  await expect(page.getByRole('combobox', { name: 'Command, customer UUID or link' })).toBeFocused()
  await page.keyboard.type(sampleCustomers.companyOnly)
  await expect(page.getByRole('option', { name: `Open customer ${sampleCustomers.companyOnly}` })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Harborview Plumbing')).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: 'Helena Brandt-Osei' }).click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
})

test('Escape leaves everything as it was, and signing out is a command too', async ({ page }) => {
  await page.goto('/')
  await expect(heading(page, 'Find a customer')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Command, customer UUID or link' })).toBeFocused()
  await page.keyboard.type('sign out')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sign-in/)
})
