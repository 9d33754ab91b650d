import type { Page } from 'playwright/test'
import type { Look, SinceLastLook } from '#src/contract/desk/look.ts'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, orders, tab } from './helpers.ts'

test.beforeEach(async ({ signIn }) => signIn())

const path = `/customers/${sampleCustomers.regular}`
const lastLookedAt = '2026-09-12T18:10:00.000Z'

/** Answers as the server does when the last visit was weeks ago, which no test can wait for. */
async function lookedBefore(page: Page, since: (look: Look) => Partial<SinceLastLook>): Promise<void> {
  await page.route('**/api/customers/*/looks', async (route) => {
    const answer = {
      state: 'compared',
      lastLookedAt,
      added: [],
      changed: [],
      gone: [],
      ...since(route.request().postDataJSON() as Look),
    }
    await route.fulfill({ json: answer })
  })
}

test('what is new since the person last looked stands in one line, and leads to its place', async ({ page }) => {
  await lookedBefore(page, ({ parts }) => ({
    added: (parts.orders ?? []).slice(0, 1).map(({ key }) => ({ part: 'orders', key })),
    changed: (parts.addresses ?? []).slice(0, 1).map(({ key }) => ({ part: 'addresses', key })),
    gone: [{ part: 'vehicles', count: 2 }],
  }))
  await page.goto(path)
  await expect(
    page.getByText('Since you last looked on Sep 12, 2026: 1 new order, 1 changed address, 2 vehicles gone'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Show changes' }).press('Enter')
  const changes = page.getByRole('list', { name: 'Changes since you last looked' })
  await expect(changes.getByRole('listitem')).toHaveCount(3)
  await expect(changes).toContainText(/Changed address \d+ .*, Columbus, OH/)
  await expectAccessible(page)
  const link = changes.getByRole('link', { name: /^New order RO1-/ })
  const number = (await link.innerText()).replace('New order ', '')
  await link.click()
  await expect(page.getByRole('table', { name: `Transactions of order ${number}` })).toBeInViewport()
  await expect(orders(page)).toContainText(number)
  await page.getByRole('button', { name: 'Hide changes' }).click()
  await expect(changes).toBeHidden()
})

test('nothing new, and looks that cannot be compared, are said too', async ({ page }) => {
  let state: SinceLastLook['state'] = 'compared'
  await lookedBefore(page, () => ({ state }))
  await page.goto(path)
  await expect(page.getByText('Nothing new since you last looked on Sep 12, 2026')).toBeVisible()
  state = 'not-comparable'
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByText(/You last looked on Sep 12, 2026 with other dealers or order types/)).toBeVisible()
  await expectAccessible(page)
})

test('the server is told digests only, after the customer shows, and of a first look nothing is said', async ({
  page,
}) => {
  const asked = page.waitForRequest('**/api/customers/*/looks')
  await page.goto(path)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  const request = await asked
  expect((await request.response())?.status()).toBe(200)
  const { parts } = request.postDataJSON() as Look
  expect(Object.keys(parts).sort()).toEqual([
    'addresses',
    'contacts',
    'info',
    'legacyAddresses',
    'linkedCustomers',
    'orders',
    'vehicles',
  ])
  expect(parts.orders).toHaveLength(11)
  expect(request.postData()).not.toMatch(/Helena|Brandt|555-?01|RO1-/)
  await expect(page.getByText('2 findings')).toBeVisible()
  await expect(tab(page, /^Orders/)).toBeVisible()
  await expect(page.getByText('you last looked')).toHaveCount(0)
})
