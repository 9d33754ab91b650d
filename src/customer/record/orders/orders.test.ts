import { expect, test } from 'playwright/test'
import type { DealerOrder } from '#src/contract/order.ts'
import { filterChoices } from './filter-choices.ts'
import { toOrderRows } from './order-row.ts'
import { ORDER_EXPORT, TENDER_EXPORT, tendersOf } from './export-columns.ts'
import { csvFile } from '#src/format/csv.ts'
import { newestOrders } from '#src/findings/order-dates.ts'
import { sumOfOrders } from '#src/findings/order-amounts.ts'
import { SESSION } from './testing/session.ts'
import { makeOrderTable } from './testing/make-order-table.ts'
import type { Preferences } from '#src/contract/desk/preferences.ts'
import { keptColumns, keptView } from './kept-view.ts'
import { asKept, type OrdersViewChange, parseOrdersView, usualColumns, withOrdersView } from './orders-address.ts'

const vehicles = [{ uuid: 'v1', id: '5', year: '2021', make: 'Honda', model: 'CR-V', vin: '2HKRW2H83MH583724' }]
const orders: DealerOrder[] = [
  {
    order_number: 'RO2',
    order_status: 'O',
    order_type: 'RO',
    order_amount: '10',
    order_date: '2025-01-02',
    vehicle_uuid: 'v1',
    dealer_id: '17',
  },
  {
    order_number: 'RO10',
    order_status: 'C',
    order_type: 'RO',
    order_amount: '9.5',
    order_date: '2026-01-02 10:00:00',
    vehicle_id: '5',
  },
  {
    order_number: 'PO1',
    order_status: 'ON_HOLD',
    order_type: 'PO',
    order_date: 'soon',
    description: 'Façade brackets',
    transactions: [{ ccNumber: '4242' }],
  },
]
const rows = toOrderRows(orders, vehicles, SESSION)
const view = (query: string) => parseOrdersView(new URLSearchParams(query))
const numbers = (items: readonly { number: string }[]) => items.map((row) => row.number)

test('text finds number, vehicle, card and description without case and accents', () => {
  const find = (text: string) => numbers(makeOrderTable(rows, { ...view('sort=number'), text }))
  expect(find('ro1')).toEqual(['RO10'])
  expect(find('honda MH583724')).toEqual(['RO2', 'RO10'])
  expect(find('4242')).toEqual(['PO1'])
  expect(find('facade')).toEqual(['PO1'])
  expect(find('nothing')).toEqual([])
})

test('an amount is found as it is typed', () => {
  const priced = toOrderRows(
    [
      { order_number: 'A', order_amount: '1234.5' },
      { order_number: 'B', order_amount: '99', transactions: [{ transactionAmount: '12.34' }] },
      { order_number: 'C', order_amount: '12345' },
    ],
    [],
    SESSION,
  )
  const find = (text: string) => numbers(makeOrderTable(priced, { ...view('sort=number'), text }))
  for (const text of ['$1,234.50', '1,234.50', '1234.50', '1234.5', '$ 1,234.50'])
    expect(find(text), text).toEqual(['A'])
  expect(find('$99')).toEqual(['B'])
  expect(find('$12.34')).toEqual(['B'])
  expect(find('12,345')).toEqual(['C'])
})

test('a date is found as it is shown and as it was sent', () => {
  const dated = toOrderRows([{ order_number: 'A', order_date: '9/27/2025' }, { order_number: 'B' }], [], SESSION)
  for (const text of ['Sep 27, 2025', '9/27/2025', '2025-09-27']) {
    expect(numbers(makeOrderTable(dated, { ...view(''), text })), text).toEqual(['A'])
  }
})

test('filters add up, and unknown values can be chosen too', () => {
  expect(numbers(makeOrderTable(rows, view('sort=-ordered&status=Open&status=ON_HOLD')))).toEqual(['RO2', 'PO1'])
  expect(numbers(makeOrderTable(rows, view('status=Open&type=Parts order')))).toEqual([])
  expect(numbers(makeOrderTable(rows, view('vehicle=v1')))).toEqual(['RO10', 'RO2'])
  expect(filterChoices(rows, 'status').map((choice) => choice.label)).toEqual(['Closed', 'ON_HOLD', 'Open'])
})

test('sorts numbers as numbers, with what is missing last in both directions', () => {
  const sorted = (query: string) => numbers(makeOrderTable(rows, view(query)))
  expect(sorted('')).toEqual(['RO10', 'RO2', 'PO1'])
  expect(sorted('sort=ordered')).toEqual(['RO2', 'RO10', 'PO1'])
  expect(sorted('sort=number')).toEqual(['PO1', 'RO2', 'RO10'])
  expect(sorted('sort=amount')).toEqual(['RO10', 'RO2', 'PO1'])
  expect(sorted('sort=-amount')).toEqual(['RO2', 'RO10', 'PO1'])
  expect(newestOrders(orders, 3, 'UTC').map((order) => order.order_number)).toEqual(['RO10', 'RO2', 'PO1'])
})

test('amounts and dates that cannot be read are last both ways', () => {
  const odd = toOrderRows(
    [
      { order_number: 'A', order_amount: 'lots', order_date: 'soon' },
      { order_number: 'B', order_amount: '9.50', order_date: '2025-01-02' },
      { order_number: 'C', order_amount: '10', order_date: '2025-01-03' },
    ],
    [],
    SESSION,
  )
  for (const [query, sorted] of [
    ['sort=amount', ['B', 'C', 'A']],
    ['sort=-amount', ['C', 'B', 'A']],
    ['sort=ordered', ['B', 'C', 'A']],
    ['sort=-ordered', ['C', 'B', 'A']],
  ] as const) {
    expect(numbers(makeOrderTable(odd, view(query))), query).toEqual(sorted)
  }
})

test('orders of vehicles that were not sent are one choice', () => {
  const unlisted = toOrderRows([{ vehicle_uuid: 'x' }, { vehicle_id: '77' }, { vehicle_uuid: 'y' }], vehicles, SESSION)
  expect(filterChoices(unlisted, 'vehicle')).toEqual([
    { value: 'not-listed', label: 'Not in the vehicle list', count: 3 },
  ])
})

test('the sum leaves out orders without an amount and says how many', () => {
  expect(sumOfOrders(rows.map(({ order }) => order))).toEqual({ amount: '19.5', missing: 1 })
})

test('the view and its address are the same both ways, without defaults', () => {
  const query = 'dealer=d&q=abc&status=Open&status=Closed&vehicle=v1&sort=-amount&order=o1&page=3'
  expect(withOrdersView(new URLSearchParams(query), {}).toString()).toBe(query)
  expect(withOrdersView(new URLSearchParams('sort=-ordered&page=1&dealer=d'), {}).toString()).toBe('dealer=d')
  expect(view('sort=nonsense&page=-1')).toMatchObject({ sort: { key: 'ordered', isDescending: true }, page: undefined })
})

test('the newest are found without sorting all', () => {
  const dates = [
    '2025-01-02',
    '2026-01-02',
    'soon',
    '2024-05-05 10:00:00',
    '0001-01-01',
    '2026-01-02',
    '2025-01-02 08:00',
  ]
  const found = newestOrders(
    dates.map((date, index) => ({ order_date: date, order_number: String(index) })),
    4,
    'UTC',
  )
  expect(found.map((order) => order.order_number)).toEqual(['1', '5', '6', '0'])
})

test('what a person keeps of the view is shown unless the address says something else', () => {
  const preferences: Preferences = {
    'orders-columns': { dealer: true, tag: false, number: false, mileage: true },
    'orders-rows': 'compact',
    'orders-page-size': 100,
  }
  const kept = keptView(preferences)
  const at = (query: string) => parseOrdersView(new URLSearchParams(query), kept)
  expect(at('')).toMatchObject({ isCompact: true, pageSize: 100 })
  expect(at('').columns).toEqual([...usualColumns.filter((key) => key !== 'tag'), 'dealer'])
  expect(at('columns=status&rows=comfortable&size=25')).toMatchObject({
    columns: ['number', 'status'],
    isCompact: false,
    pageSize: 25,
  })
  expect(at('rows=airy&size=7')).toMatchObject({ isCompact: true, pageSize: 100 })
  const address = (change: OrdersViewChange, query = '') =>
    withOrdersView(new URLSearchParams(query), change, kept).toString()
  expect(address({ text: 'tire' })).toBe('q=tire')
  expect(address({ isCompact: false, pageSize: 50 })).toBe('rows=comfortable&size=50')
  expect(address(asKept, 'columns=status&rows=comfortable&size=25&q=tire')).toBe('q=tire')
})

test('of the columns only what differs is kept, so that a new one is shown to whoever chose before it came', () => {
  expect(keptColumns(usualColumns)).toBeUndefined()
  expect(keptColumns(['number', 'status', 'dealer', ...usualColumns.slice(3)])).toEqual({ type: false, dealer: true })
  expect(keptView({}).columns).toEqual(usualColumns)
})

test('columns and density stand in the address; the number is always shown', () => {
  expect(view('columns=amount.status&rows=compact')).toMatchObject({
    columns: ['number', 'status', 'amount'],
    isCompact: true,
  })
  expect(view('').columns).not.toContain('dealer')
  expect(withOrdersView(new URLSearchParams(), { columns: ['number', 'dealer'], isCompact: true }).toString()).toBe(
    'columns=number.dealer&rows=compact',
  )
})

test('as CSV every order and tender is a line, and nothing in it is a formula', () => {
  const hostile = toOrderRows(
    [
      {
        order_number: '=1+1',
        description: '@SUM(A1)',
        dealerOrder_id: '9223372036854775807',
        tag_or_hat: '007',
        transactions: [{ transactionAmount: '-50.00', ccNumber: '0042' }, { transactionAmount: '12' }],
      },
    ],
    [],
    SESSION,
  )
  const lines = csvFile(ORDER_EXPORT, hostile).split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^\uFEFFOrder,Status,Type,/)
  expect(lines[1]).toContain("'=1+1,")
  expect(lines[1]).toContain("'@SUM(A1)")
  expect(lines[1]).toContain("'9223372036854775807")
  expect(lines[1]).toContain("'007")
  expect(csvFile(TENDER_EXPORT, tendersOf(hostile)).split('\r\n').slice(1)).toEqual([
    "'=1+1,,,,,,,'0042,,-50.00",
    "'=1+1,,,,,,,,,12",
    '',
  ])
})
