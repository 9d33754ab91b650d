import { readFileSync } from 'node:fs'
import readExcelFile from 'read-excel-file/node'
import type { Page } from 'playwright/test'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { heading, orderNumbers, orderRow, orders, tab } from './helpers.ts'

// What people and their systems write into records, paste and press.

test.beforeEach(({ signIn }) => signIn())

const contact = (commValue: string, commType: string, commLabel: string, preferred = false) => ({
  commValue,
  commType,
  commLabel,
  preferred,
})
const odd = {
  customerInfo: {
    uuid: 'odd-record',
    fname: '',
    lname: 'DOE,JANE',
    company: 'Doe\u200B Logistics',
    customerKey: 'K-77',
    communications: [
      contact('999-999-9999', 'PHONE', 'cell', true),
      contact('614-555-0101', 'PHONE', 'Fax'),
      contact('614-555-0142 x204 / 614-555-0199', 'PHONE', 'work'),
      contact('\u202A+44 (0)20 7946 0018\u202C', 'PHONE', 'home'),
      contact('NOEMAIL@NOEMAIL.COM', 'EMAIL', 'home', true),
      contact('Jane Doe <jane&co@dealer.example>', 'EMAIL', 'work'),
    ],
    secondaryCustomerData: [
      { fname: 'Jane', lname: 'Doe', guid: 'odd-record', customerKey: 'K-77' },
      { fname: 'Joe', lname: 'Doe', guid: 'joe-doe', customerKey: 'K-78' },
      { fname: 'Joe', lname: 'Doe', guid: 'joe-doe', customerKey: 'K-78' },
    ],
    vehicles: [
      {
        uuid: 'odd-car',
        year: '2003',
        make: 'Honda',
        model: 'Accord',
        vin: '\u202E1hgcm826 33a-004352',
        isValid: true,
      },
    ],
  },
  dealerOrderInfoList: [
    {
      order_number: '\u202ER-1',
      dealerOrder_uuid: 'r1',
      order_date: '9999-12-31 00:00:00',
      order_amount: 1234.5,
      order_status: 'O',
      transactions: [{ transactionAmount: null }],
    },
    {
      order_number: '7E3',
      dealerOrder_uuid: 'r2',
      order_date: '9/28/2025 3:05 PM',
      order_amount: 99,
      order_status: 'C',
      transactions: [],
    },
    {
      order_number: '0012',
      dealerOrder_uuid: 'r3',
      order_date: '2025-09-30T10:00:00.000Z',
      order_amount: 12345,
      order_status: 'C',
      transactions: [],
    },
    {
      order_number: '3-4',
      dealerOrder_uuid: 'r4',
      order_date: '0000-00-00 00:00:00',
      order_amount: 5,
      order_status: 'C',
      transactions: [],
    },
  ],
  addressListV2: [{ line1: '1 Maple Ave', city: 'Erie', state: 'PA', zip: '165011204', country: 'US', type: 'COMMON' }],
  addressList: [
    { line1: '1 MAPLE AVE', city: 'ERIE', zip: '16501-1204', zipExt: '1204', stateCode: 'PA', countryCode: 'US' },
  ],
}

test.describe('a record as systems really send it', () => {
  test.beforeEach(({ front }) => front.answer('odd-record', { status: 200, body: JSON.stringify(odd) }))

  test('the header offers numbers and addresses that reach somebody, and no placeholder', async ({ page }) => {
    await page.goto('/customers/odd-record')
    const header = page.getByRole('region', { name: 'Customer', exact: true })
    await expect(heading(page, 'JANE DOE')).toBeVisible()
    await expect(header.getByText('Doe Logistics')).toBeVisible()
    await expect(header.getByRole('link', { name: '(614) 555-0142 ext. 204' })).toHaveAttribute(
      'href',
      'tel:+16145550142;ext=204',
    )
    await expect(header.getByRole('link', { name: '(614) 555-0199' })).toHaveAttribute('href', 'tel:+16145550199')
    await expect(header.getByRole('link', { name: 'jane&co@dealer.example' })).toHaveAttribute(
      'href',
      'mailto:jane%26co@dealer.example',
    )
    await expect(header).not.toContainText(/999-999-9999|noemail/i)
  })

  test('every contact is listed, each for what it is, with what was sent', async ({ page }) => {
    await page.goto('/customers/odd-record')
    const card = page.getByRole('region', { name: 'Contact, 6 entries' })
    const row = (text: RegExp) => card.getByRole('listitem').filter({ hasText: text })
    for (const filler of [/999-999-9999/, /NOEMAIL/]) {
      await expect(row(filler)).toContainText('Placeholder')
      await expect(row(filler).getByRole('link')).toHaveCount(0)
    }
    await expect(row(/555-0101/)).toContainText('Fax')
    await expect(row(/555-0101/).getByRole('link')).toHaveCount(0)
    await expect(row(/555-0199/)).toContainText('as sent: 614-555-0142 x204 / 614-555-0199')
    await expect(row(/7946/).getByRole('link')).toHaveAttribute('href', 'tel:+442079460018')
    await row(/555-0199/)
      .getByRole('button', { name: 'Copy phone number' })
      .last()
      .click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('(614) 555-0199')
    await expect(page.getByRole('region', { name: 'Record' })).toContainText('as sent: DOE,JANE')
  })

  test('the customer is not linked to itself, and a repeated link stands once', async ({ page }) => {
    await page.goto('/customers/odd-record')
    const linked = page.getByRole('region', { name: 'Linked customers, 1 entry' })
    await expect(linked.getByRole('listitem')).toHaveCount(2)
    await expect(linked.getByRole('listitem').first()).toContainText('This customer')
    await expect(linked.getByRole('listitem').nth(1)).toContainText('2 ×')
    await expect(linked.getByRole('link')).toHaveCount(1)
  })

  test('dates to come are no visit, and what cannot be compared is not nothing', async ({ page }) => {
    await page.goto('/customers/odd-record/orders')
    const header = page.getByRole('region', { name: 'Customer', exact: true })
    await expect(header).toContainText('Sep 30, 2025')
    await expect(header).toContainText('1 order dated in the future left out')
    await expect(header).toContainText("1 open order can't be compared")
    await expect(header).not.toContainText('$0.00')
    expect(await orderNumbers(page)).toEqual(['R-1', '0012', '7E3', '3-4'])
    await expect(orderRow(page, 'R-1')).toContainText('in the future')
    await expect(orderRow(page, '7E3')).toContainText('Sep 28, 2025, 3:05 PM')
    await page.getByRole('textbox', { name: 'Filter orders' }).fill('$1,234.50')
    await expect.poll(() => orderNumbers(page)).toEqual(['R-1'])
  })

  test('a VIN is its seventeen characters, and a ZIP+4 stands once', async ({ page }) => {
    await page.goto('/customers/odd-record/vehicles')
    await expect(page.getByText('as sent: [U+202E]1hgcm826 33a-004352')).toBeVisible()
    await page.getByRole('button', { name: 'Copy VIN', exact: true }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('1HGCM82633A004352')
    await tab(page, /^Addresses/).click()
    await expect(page.getByText('Erie, PA 16501-1204', { exact: true })).toBeVisible()
    await expect(page.getByText('ERIE, PA 16501-1204', { exact: true })).toBeVisible()
  })

  test('in a workbook order numbers are the text that was sent', async ({ page }) => {
    await page.goto('/customers/odd-record/orders')
    await page.getByRole('button', { name: 'Export' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Orders and tenders as Excel workbook' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('orders-odd-record.xlsx')
    const [sheet, tenders] = await readExcelFile(readFileSync(await file.path()))
    expect(sheet?.data.map(([number]) => number)).toEqual(['Order', '\u202ER-1', '0012', '7E3', '3-4'])
    expect(tenders?.sheet).toBe('Tenders')
  })
})

test('a browser that translates the page breaks nothing and leaves nothing old behind', async ({ page, front }) => {
  const two = (status: string) => ({
    customerInfo: { uuid: 'translated', fname: 'Tanja', lname: 'Translated' },
    dealerOrderInfoList: ['A-1', 'B-2', 'C-3'].map((order_number, place) => ({
      order_number,
      dealerOrder_uuid: order_number,
      order_status: place === 0 ? status : 'C',
      order_date: `2025-0${place + 1}-01`,
      order_amount: 10 * (place + 1),
      transactions: [],
    })),
  })
  front.answer('translated', { status: 200, body: JSON.stringify(two('O')) })
  await page.goto('/customers/translated/orders')
  await expect(orderRow(page, 'A-1')).toContainText('Open')
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  await translate(page)
  // Sorting moves what the rows say.
  await orders(page)
    .getByRole('button', { name: /Amount/ })
    .click()
  await expect.poll(() => orderNumbers(page)).toEqual(['C-3', 'B-2', 'A-1'])
  await expect(orderRow(page, 'C-3')).toContainText('$30.00')
  await expect(orderRow(page, 'C-3')).toContainText('Closed')
  await translate(page)
  await page.getByRole('textbox', { name: /Filter orders|FILTER/i }).fill('A-1')
  await expect(page.getByText(/1 of 3 orders · \$10\.00/i)).toBeVisible()
  await translate(page)
  front.answer('translated', { status: 200, body: JSON.stringify(two('C')) })
  await page.getByRole('button', { name: /refresh/i }).click()
  await expect(orderRow(page, 'A-1')).toContainText(/closed/i)
  await expect(page.getByRole('region', { name: 'Customer', exact: true })).toContainText(/0\s*open orders/i)
  for (const name of [/^Vehicles/, /^Addresses/, /^Customer info/, /^Orders/]) {
    await translate(page)
    await tab(page, name).click()
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('tabpanel')).toBeVisible()
  }
  await expect(heading(page, 'Tanja Translated')).toBeVisible()
})

/** As Chrome does it: every text goes into two elements of its own, and is replaced. */
async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts: Text[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text)
    for (const text of texts) {
      const parent = text.parentElement
      if (parent === null || text.data.trim() === '' || /^(?:SCRIPT|STYLE)$/.test(parent.tagName)) continue
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = text.data
      outer.append(inner)
      text.replaceWith(outer)
    }
  })
}

const uuid = sampleCustomers.regular

test('a link is opened with its view, whatever mail or chat made of it', async ({ page, front }) => {
  const link = `${front.url}/customers/${uuid}/orders?q=RO`
  const wrapped = `https://nam02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02&reserved=0`
  await page.goto('/')
  await page.getByRole('textbox', { name: 'Customer UUID' }).fill(wrapped)
  await page.getByRole('button', { name: 'Find customer' }).click()
  await expect(page).toHaveURL(`/customers/${uuid}/orders?q=RO`)
  await page.goto(`/customers/${uuid}`)
  await page.getByRole('textbox', { name: 'Open another customer' }).fill(`Customer: ${link}!`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/customers/${uuid}/orders?q=RO`)
  await page.getByRole('textbox', { name: 'Open another customer' }).fill('cust-1 cust-2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('More than one customer is named')).toBeVisible()
})

for (const [typed, right] of [
  [`/customers/${uuid}.`, `/customers/${uuid}`],
  [`/customers/${uuid}/orders)`, `/customers/${uuid}/orders`],
  [`/customers/${uuid}?q=x&amp;excludeOrderType=true`, `/customers/${uuid}?excludeOrderType=true&q=x`],
] as const) {
  test(`the address …${typed.slice(-12)} is put right without a word`, async ({ page, front }) => {
    front.lookUps.length = 0
    await page.goto(typed)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await expect(page).toHaveURL(right)
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect(front.lookUps).toHaveLength(1)
  })
}
