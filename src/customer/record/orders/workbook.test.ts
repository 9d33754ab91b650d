import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'playwright/test'
import { ORDER_EXPORT } from './export-columns.ts'
import { toOrderRows } from './order-row.ts'
import { SESSION } from './testing/session.ts'
import { workbookRow } from './workbook-cells.ts'
import { writeWorkbook } from './write-workbook.ts'

async function saved(orders: Parameters<typeof toOrderRows>[0]) {
  const rows = toOrderRows(orders, [], SESSION).map((row) => workbookRow(ORDER_EXPORT, row, 'UTC'))
  const bytes = await writeWorkbook([{ name: 'Orders', columns: ORDER_EXPORT, rows }])
  const [header = [], ...lines] = await readSheet(Buffer.from(bytes))
  return lines.map((line) => Object.fromEntries(line.map((cell, place) => [String(header[place]), cell])))
}

test('in a spreadsheet every order number reads as it was sent', async () => {
  const numbers = ['7E3', '3-4', '1/2', '0012', '+13105550142', '=HYPERLINK("http://x","y")', '12345678901234567890']
  const lines = await saved(numbers.map((order_number) => ({ order_number })))
  expect(lines.map((line) => line['Order'])).toEqual(numbers)
})

test('amounts are numbers and dates are dates; what is neither stays as it was sent', async () => {
  const [first, second] = await saved([
    { order_amount: '1234.50', order_date: '9/28/2025 12:00 PM', close_date: '2025-09-27' },
    { order_amount: '12345678901234567.89', order_date: 'soon', close_date: '0000-00-00' },
  ])
  expect(first).toMatchObject({
    Amount: 1234.5,
    Ordered: new Date('2025-09-28T12:00:00Z'),
    Closed: new Date('2025-09-27T00:00:00Z'),
  })
  expect(second).toMatchObject({ Amount: '12345678901234567.89', Ordered: 'soon', Closed: '0000-00-00' })
})
