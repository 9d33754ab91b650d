import type { Locator, Page } from 'playwright/test'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { heading, openCustomer, tab } from './helpers.ts'

test.beforeEach(({ signIn }) => signIn())

test('by keyboard alone: what is unpaid, which address is right, how to call, and on to the cashier', async ({
  page,
}) => {
  await openCustomer(page, `/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await expect(page.getByText('Not covered by tenders listed')).toBeVisible()

  // What is unpaid, and why.
  await tabTo(page, page.getByRole('link', { name: 'Show findings' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: /^Order RO1-000112: tenders listed are \$412\.10 lower/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('table', { name: 'Transactions of order RO1-000112' })).toBeInViewport()

  // Which address is right.
  await page.keyboard.press('4')
  await expect(tab(page, /^Addresses/)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tabpanel').getByText('Same place, written differently')).toBeVisible()
  await expect(page.getByRole('tabpanel').getByText('Preferred', { exact: true }).first()).toBeVisible()

  // How to call.
  const call = page.getByRole('region', { name: 'Customer' }).getByRole('link', { name: /555/ })
  await tabTo(page, page.getByRole('button', { name: /^Phone, why this is the best way/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/are both marked preferred/)).toBeFocused()
  await page.keyboard.press('Escape')
  await tabTo(page, call, 'Shift+Tab')
  await expect(call).toHaveAttribute('href', /^tel:\+1614555/)

  // On to the cashier, with the order that is open.
  await page.keyboard.press('h')
  const card = page.getByRole('dialog', { name: 'Hand-off card' })
  await expect(card.getByRole('region', { name: 'The card' })).toContainText('Order RO1-000112')
  await tabTo(page, card.getByRole('button', { name: 'Copy hand-off card' }))
  await page.keyboard.press('Enter')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('$812.10 · Tenders listed · $412.10 lower than the order')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Hand-off card' })).toBeFocused()
})

/** Walks with Tab until the focus is there, as far as anybody would. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let steps = 0; steps < 60; steps += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one press after the other
    if (await target.evaluate((element) => element === document.activeElement)) return
    // oxlint-disable-next-line no-await-in-loop -- as above
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}
