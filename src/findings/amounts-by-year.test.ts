import { expect, test } from 'playwright/test'
import type { DealerOrder } from '#src/contract/order.ts'
import { amountsByYear, OTHER_KINDS } from './amounts-by-year.ts'

const clock = { now: Date.UTC(2026, 0, 15), timeZone: 'UTC' }
const sums = (orders: readonly DealerOrder[]) => amountsByYear(orders, (order) => order.order_type ?? '-', clock)
const order = (order_type: string, order_date: string | null, order_amount: string | null): DealerOrder => ({
  order_type,
  order_date,
  order_amount,
})

test('amounts are summed exactly by year and kind, and a year without an order stands between the others', () => {
  const { kinds, years } = sums([
    order('RO', '2025-03-01', '0.1'),
    order('RO', '2025-04-01', '0.2'),
    order('PO', '2025-05-01', '-0.05'),
    order('RO', '2023-12-31 23:59:59', '1000'),
  ])
  expect(kinds).toEqual(['RO', 'PO'])
  expect(years.map(({ year, total }) => [year, total])).toEqual([
    [2025, '0.25'],
    [2024, '0'],
    [2023, '1000'],
  ])
  expect([...(years[0]?.byKind ?? [])]).toEqual([
    ['RO', '0.3'],
    ['PO', '-0.05'],
  ])
})

test('what is left out is counted, each order once', () => {
  const { years, leftOut } = sums([
    order('RO', '2025-03-01', null),
    order('RO', 'soon', null),
    order('RO', 'soon', '5'),
    order('RO', '2031-01-01', '5'),
    { ...order('RO', null, '5'), created_date: '2024-01-01' },
  ])
  expect(leftOut).toEqual({ noAmount: 2, noDate: 1, inFuture: 1 })
  expect(years.map(({ year, total }) => [year, total])).toEqual([[2024, '5']])
})

test('of many kinds the largest keep their names', () => {
  const { kinds, years } = sums(['A', 'B', 'C', 'D', 'E'].map((kind, place) => order(kind, '2025-01-01', `${place}1`)))
  expect(kinds).toEqual(['E', 'D', 'C', OTHER_KINDS])
  expect(years[0]?.byKind.get(OTHER_KINDS)).toBe('12')
})

test('an order of the year 1 does not make two thousand rows', () => {
  expect(sums([order('RO', '1901-01-01', '1'), order('RO', '2025-01-01', '1')]).years).toHaveLength(2)
})
