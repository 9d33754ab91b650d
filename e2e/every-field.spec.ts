import { printExact } from '#src/contract/exact-json.ts'
import type { Leaf } from '#src/contract/full-record.ts'
import { formatInstant } from '#src/format/date.ts'
import { formatMoney } from '#src/format/money.ts'
import { bigIds, full, fullName } from './support/extra-customers.ts'
import { expect, test } from './fixtures.ts'
import { heading, tab } from './helpers.ts'

test.beforeEach(async ({ signIn }) => signIn())

/** How a value stands on the page, where that is not the value itself. */
function shown(leaf: Leaf): string {
  const text = printExact(leaf.value).replaceAll('"', '')
  if (leaf.kind === 'decimal') return formatMoney(text, 'USD')
  if (leaf.kind === 'date-time') return formatInstant(text, 'America/New_York') ?? text
  if (leaf.kind === 'enum') return 'Home & billing'
  switch (leaf.path) {
    case 'customerInfo.communications.commValue':
      return '(614) 555-0117'
    case 'customerInfo.communications.preferred':
      return 'Preferred'
    case 'customerInfo.vehicles.isValid':
      return 'Current vehicle'
    case 'addressListV2.isValid':
    case 'addressListV2.isPreferred':
      return 'Yes'
    default:
      return text
  }
}

test('every field of the contract stands on the page', async ({ page }) => {
  await page.goto('/customers/full-record')
  await expect(heading(page, fullName)).toBeVisible()
  await expect(page.getByRole('tabpanel', { name: 'Customer info' })).toBeVisible()
  // What the answer says beside the record comes in a file of its own.
  for (const { path, value } of full.leaves) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what a person reads
    if (/^(?:errors|warnings)\./.test(path)) await expect(page.getByRole('main')).toContainText(String(value))
  }
  const text: Record<string, string> = { '': await page.getByRole('main').innerText() }
  for (const name of ['Vehicles', 'Orders', 'Addresses']) {
    await tab(page, new RegExp(`^${name}`)).click()
    const panel = page.getByRole('tabpanel', { name: new RegExp(`^${name}`) })
    if (name === 'Orders') {
      await page.getByRole('button', { name: /^Show transactions of order/ }).click()
      await expect(page.getByRole('table', { name: /^Transactions of order/ })).toBeVisible()
    }
    await expect(panel).toContainText(/no \d/)
    text[name] = await page.getByRole('tabpanel').innerText()
  }
  for (const leaf of full.leaves) {
    const place = leaf.path.startsWith('dealerOrderInfoList')
      ? 'Orders'
      : leaf.path.startsWith('addressList')
        ? 'Addresses'
        : leaf.path.startsWith('customerInfo.vehicles')
          ? 'Vehicles'
          : ''
    expect(text[place], leaf.path).toContain(shown(leaf))
  }
})

test('int64 is exact on the page, on the clipboard and in the address', async ({ page }) => {
  await page.goto(`/customers/${bigIds.customer}`)
  await expect(heading(page, 'Big Numbers')).toBeVisible()
  const copy = async (name: string) => {
    await page.getByRole('button', { name: `Copy ${name}` }).click()
    return page.evaluate(() => navigator.clipboard.readText())
  }
  expect(await copy('customer id')).toBe('9223372036854775807')
  expect(await copy('customer UUID')).toBe('9223372036854775807')
  await tab(page, /^Vehicles/).click()
  await expect(page.getByText('9007199254740993')).toBeVisible()
  await page.getByRole('link', { name: '1 order' }).click()
  await expect(page).toHaveURL(`/customers/9223372036854775807/orders?vehicle=9007199254740993`)
  await page.getByRole('button', { name: 'Show transactions of order BIG1' }).click()
  expect(await copy('order id')).toBe('9223372036854775806')
})
