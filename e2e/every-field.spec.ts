import type { Locator } from 'playwright/test'
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

/** The tab that has a field; undefined for what the page opens with. */
function placeOf({ path }: Leaf): string | undefined {
  if (path.startsWith('dealerOrderInfoList')) return 'Orders'
  if (path.startsWith('addressList')) return 'Addresses'
  return path.startsWith('customerInfo.vehicles') ? 'Vehicles' : undefined
}

test('every field of the contract stands on the page', async ({ page }) => {
  /** Some of it comes in files of its own: messages beside the record, how phones are written. */
  const expectFields = async (inside: Locator, place: string | undefined) => {
    for (const leaf of full.leaves.filter((one) => placeOf(one) === place)) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what a person reads
      await expect(inside, leaf.path).toContainText(shown(leaf), { useInnerText: true })
    }
  }
  await page.goto('/customers/full-record')
  await expect(heading(page, fullName)).toBeVisible()
  await expect(page.getByRole('tabpanel', { name: 'Customer info' })).toBeVisible()
  await expectFields(page.getByRole('main'), undefined)
  for (const name of ['Vehicles', 'Orders', 'Addresses']) {
    await tab(page, new RegExp(`^${name}`)).click()
    const panel = page.getByRole('tabpanel', { name: new RegExp(`^${name}`) })
    if (name === 'Orders') {
      await page.getByRole('button', { name: /^Show transactions of order/ }).click()
      await expect(page.getByRole('table', { name: /^Transactions of order/ })).toBeVisible()
    }
    await expectFields(panel, name)
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
