import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { bigIds } from './support/extra-customers.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, expectNoSidewaysScroll, heading } from './helpers.ts'

/** The one that is there on every record; a section that was not sent has one of its own. */
const showRawAnswer = (page: Page) =>
  page.getByRole('region', { name: 'Record' }).getByRole('button', { name: 'Show raw answer' })

test.beforeEach(async ({ signIn }) => signIn())

test('the raw answer is what arrived, digit for digit, to read, copy and keep', async ({ page }) => {
  const arrived = page.waitForResponse(/\/customer\/v2\//)
  await page.goto(`/customers/${bigIds.customer}`)
  const text = await (await arrived).text()
  await showRawAnswer(page).click()
  const dialog = page.getByRole('dialog', { name: 'Raw answer' })
  await expect(dialog.getByRole('region', { name: 'Lines of the raw answer' })).toContainText(
    `"id": ${bigIds.customer},`,
  )
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await dialog.getByRole('button', { name: 'Copy raw answer' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download' }).click()
  expect((await saved).suggestedFilename()).toBe(`customer-${bigIds.customer}.json`)
  expect(await readFile((await (await saved).path()) ?? '', 'utf8')).toBe(text)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(showRawAnswer(page)).toBeFocused()
})

test('what is looked for in a long answer is found beyond the lines on the screen', async ({ page }) => {
  await page.goto('/customers/many-orders')
  await showRawAnswer(page).click()
  const dialog = page.getByRole('dialog', { name: 'Raw answer' })
  const lines = dialog.getByRole('region', { name: 'Lines of the raw answer' })
  await expect(dialog.getByText(/^Lines 1 to 500 of /)).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Find in the raw answer' }).fill('M-14')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Line 1 of 11 with it')
  await expect(lines.getByText(/^\s*"order_number": "M-14",?$/)).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Line 2 of 11 with it')
  await expect(lines.getByText(/^\s*"order_number": "M-140",?$/)).toBeInViewport()
  await dialog.getByRole('textbox', { name: 'Find in the raw answer' }).fill('nobody')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toHaveText('Not found')
  await dialog.getByRole('button', { name: 'Lines before' }).click()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
})

test('the keyboard stays on the button that led to the last lines', async ({ page }) => {
  await page.goto('/customers/many-orders')
  await showRawAnswer(page).click()
  const dialog = page.getByRole('dialog', { name: 'Raw answer' })
  await expect(dialog.getByText(/^Lines 1 to 500 of /)).toBeVisible()
  const after = dialog.getByRole('button', { name: 'Lines after' })
  await after.focus()
  await expect(async () => {
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(/^Lines [\d,]+ to ([\d,]+) of \1$/)).toBeVisible({ timeout: 100 })
  }).toPass({ intervals: [10] })
  await expect(after).toBeFocused()
  await expect(after).toBeDisabled()
  const last = await dialog.getByText(/^Lines [\d,]+ to /).textContent()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(last ?? '', { exact: true })).toBeVisible()
})

test('rows that cannot be shown can be read in the raw answer', async ({ page, front }) => {
  front.answer('raw-odd-rows', {
    status: 200,
    body: '{"customerInfo":{"fname":"Odd"},"dealerOrderInfoList":["<b>odd</b>",{"order_number":"RO9"}]}',
  })
  await page.goto('/customers/raw-odd-rows/orders')
  await expect(heading(page, 'Odd')).toBeVisible()
  await page.getByRole('tabpanel').getByRole('button', { name: 'Show raw answer' }).click()
  await expect(page.getByRole('region', { name: 'Lines of the raw answer' })).toContainText('"<b>odd</b>"')
})
