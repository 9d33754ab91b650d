import type { Page } from 'playwright/test'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { heading, orders } from './helpers.ts'

// What both have between margins of 14 mm, in CSS pixels.
const PAPER = { Letter: { width: 710, height: 950 }, A4: { width: 688, height: 1016 } } as const

test.beforeEach(({ signIn }) => signIn())

for (const format of ['Letter', 'A4'] as const) {
  test(`a whole record fits the width of ${format}, values that have no blank in them too`, async ({ page }) => {
    await withLongWords(page)
    await page.goto(`/customers/${sampleCustomers.regular}`)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await page.setViewportSize(PAPER[format])
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('table', { name: 'Dealer orders on paper' })).toBeVisible()
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility())
        .filter((element) => element.closest('[data-visually-hidden], svg') === null)
        .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
    )
    expect(cut).toEqual([])
    await page.emulateMedia({ media: null })
    // PDF 32000: each page is an object of this type.
    const pages = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    expect(pages?.length).toBeGreaterThan(2)
  })
}

test('every finding is a line on paper, however few the screen shows, and nothing to press is', async ({ page }) => {
  await page.route('**/customer/v2/customer/**', async (route) => {
    const response = await route.fetch()
    const body = JSON.parse(await response.text()) as { dealerOrderInfoList: Record<string, unknown>[] }
    for (const order of body.dealerOrderInfoList) Object.assign(order, { order_status: 'O', transactions: [] })
    await route.fulfill({ response, json: body })
  })
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(page.getByRole('button', { name: 'Show all 11 findings' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  const findings = page.getByRole('region', { name: 'Findings', exact: true }).first()
  await expect(findings.getByRole('listitem')).toHaveCount(11)
  await expect(page.getByRole('table', { name: 'Amounts of orders by year and kind' }).first()).toBeVisible()
  const buttons = page.getByRole('button').filter({ visible: true })
  await expect(buttons.filter({ hasNotText: 'Phone' })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  await expect(orders(page)).toHaveCount(0)
})

/** Whatever the DMS sends, as long as it likes. */
async function withLongWords(page: Page): Promise<void> {
  await page.route('**/customer/v2/customer/**', async (route) => {
    const response = await route.fetch()
    const body = JSON.parse(await response.text()) as { dealerOrderInfoList: Record<string, unknown>[] }
    const long = 'ABCDEFGHIJ0123456789'.repeat(4)
    Object.assign(body.dealerOrderInfoList[0] ?? {}, {
      order_number: `${long}9`,
      order_status: long,
      order_type: long,
      tag_or_hat: long,
      description: long,
      order_amount: 123_456_789_012.34,
    })
    await route.fulfill({ response, json: body })
  })
}
