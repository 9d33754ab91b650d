import { expect, test } from './fixtures.ts'
import { heading } from './helpers.ts'

// What both have between margins of 14 mm, in CSS pixels.
const PAPER = { Letter: { width: 710, height: 950 }, A4: { width: 688, height: 1016 } } as const

const LONG = 'ABCDEFGHIJ0123456789'.repeat(4)
const customerUUID = 'on-paper'
const body = {
  errors: [],
  warnings: [],
  customerInfo: {
    uuid: customerUUID,
    fname: 'Paper',
    lname: LONG,
    customerKey: LONG,
    communications: [{ commValue: `${LONG}@${LONG}.test`, commType: 'EMAIL', preferred: true }],
    vehicles: [{ uuid: 'car', year: '2020', make: LONG, model: LONG, vin: '1HGCM82633A004352', isValid: true }],
    secondaryCustomerData: [],
  },
  dealerOrderInfoList: Array.from({ length: 12 }, (_, place) => ({
    dealerOrder_uuid: `order-${place}`,
    order_number: place === 0 ? LONG : `RO1-0001${place}`,
    order_status: 'O',
    order_type: place === 0 ? LONG : 'RO',
    tag_or_hat: place === 0 ? LONG : `T${place}`,
    description: LONG,
    vehicle_uuid: 'car',
    order_date: `202${place % 5}-03-01`,
    order_amount: place === 0 ? 123_456_789_012.34 : 10 + place,
    transactions: [],
  })),
  addressListV2: [{ line1: LONG, city: LONG, isPreferred: true }],
  addressList: [],
}

test.beforeEach(async ({ front, signIn }) => {
  front.answer(customerUUID, { status: 200, body: JSON.stringify(body) })
  await signIn()
})

for (const format of ['Letter', 'A4'] as const) {
  test(`a whole record fits the width of ${format}, values that have no blank in them too`, async ({ page }) => {
    await page.goto(`/customers/${customerUUID}`)
    await expect(heading(page, `Paper ${LONG}`)).toBeVisible()
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
  await page.goto(`/customers/${customerUUID}`)
  await expect(page.getByRole('button', { name: 'Show all 13 findings' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  const findings = page.getByRole('region', { name: 'Findings', exact: true }).first()
  await expect(findings.getByRole('listitem')).toHaveCount(13)
  await expect(page.getByRole('table', { name: 'Amounts of orders by year and kind' }).first()).toBeVisible()
  // The best way to reach somebody is worth its line; that it could be pressed does not show.
  const bestWay = page.getByRole('button', { name: /best way to reach/ })
  await expect(page.getByRole('button').filter({ visible: true })).toHaveCount(await bestWay.count())
})
