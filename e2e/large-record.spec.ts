import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { heading, orderRow, orders, tab } from './helpers.ts'

// A record of thousands of orders is read on a thread of its own, so that the page can be used meanwhile.

const ORDERS = 8000

test.beforeEach(async ({ front, signIn }) => {
  front.answer('long-history', { status: 200, body: record() })
  await signIn()
})
test.afterEach(({ front }) => {
  front.isMissing = undefined
})

test('thousands of orders are read on a thread of its own, which ends when they are there', async ({ page }) => {
  const started = page.waitForEvent('worker')
  await page.goto('/customers/long-history/orders')
  const worker = await started
  await expectAllOrders(page)
  await expect.poll(() => page.workers().length).toBe(0)
  expect(new URL(worker.url()).origin).toBe(new URL(page.url()).origin)
})

test('the rules look through them on such a thread too, which says what they found and ends', async ({ page }) => {
  let threads = 0
  page.on('worker', () => (threads += 1))
  await page.goto('/customers/long-history')
  await expect(page.getByText(/^\d[\d,]* findings?|^Nothing odd found/)).toBeVisible()
  expect(threads).toBe(2)
  await expect.poll(() => page.workers().length).toBe(0)
})

test('a small record is read without', async ({ page }) => {
  let threads = 0
  page.on('worker', () => (threads += 1))
  await page.goto('/customers/many-orders/orders')
  await expect(orders(page)).toBeVisible()
  await expect(page.getByText(/^\d[\d,]* findings?|^Nothing odd found/)).toBeVisible()
  expect(threads).toBe(0)
})

test('leaving while it is read ends the thread', async ({ page, front }) => {
  // So much that there is time to leave.
  front.answer('long-history', { status: 200, body: record(40_000) })
  const started = page.waitForEvent('worker')
  await page.goto('/customers/long-history')
  const worker = await started
  const ended = worker.waitForEvent('close')
  await page.getByRole('link', { name: 'Customer Desk' }).click()
  await ended
  await expect(heading(page, 'Long History')).toBeHidden()
})

test.describe('where there is no such thread', () => {
  test.use({ expectedStatuses: [401, 404] })

  test('the page reads the record itself', async ({ page, front }) => {
    const refused: string[] = []
    front.isMissing = (path, destination) => destination === 'worker' && refused.push(path) > 0
    await page.goto('/customers/long-history/orders')
    await expectAllOrders(page)
    await expect(page.getByText(/^\d[\d,]* findings?|^Nothing odd found/)).toBeVisible()
    // To read it, and to look it through.
    expect(refused).toHaveLength(2)
  })
})

test('a long record that was cut off says where, and shows nothing of it', async ({ page, front }) => {
  const cut = record().slice(0, -100_000)
  front.answer('long-history', { status: 200, body: cut })
  await page.goto('/customers/long-history')
  await expect(
    page.getByText(`broken at character ${(cut.length + 1).toLocaleString('en-US')}, where it ends`),
  ).toBeVisible()
  await expect(tab(page, /^Orders/)).toBeHidden()
})

async function expectAllOrders(page: Page): Promise<void> {
  await expect(heading(page, 'Long History')).toBeVisible()
  await expect(tab(page, /^Orders/)).toContainText('8,000')
  await page.getByRole('textbox', { name: 'Filter orders' }).fill(`RO${ORDERS - 1}`)
  await expect(orderRow(page, `RO${ORDERS - 1}`)).toContainText('99.75')
}

function record(count = ORDERS): string {
  return JSON.stringify({
    customerInfo: { uuid: 'long-history', fname: 'Long', lname: 'History' },
    dealerOrderInfoList: Array.from({ length: count }, (_, n) => ({
      dealerOrder_uuid: `history-${n}`,
      order_number: `RO${n}`,
      order_status: 'C',
      order_type: 'RO',
      order_amount: (n % 100) + 0.75,
      order_date: '2024-05-17 10:00:00',
      description: 'Oil and filter, tyres rotated, brakes checked',
      transactions: [{ transactionId: n, transactionAmount: 1.5, transactionTypeId: 1 }],
    })),
  })
}
