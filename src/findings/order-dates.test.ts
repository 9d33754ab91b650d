import { expect, test } from 'playwright/test'
import { lastVisit, newestOrders } from './order-dates.ts'

const clock = { now: Date.UTC(2026, 0, 15, 12), timeZone: 'UTC' }
const orders = (...dates: (string | null)[]) =>
  dates.map((order_date, index) => ({ order_date, order_number: String(index) }))

test('the last visit is the latest day that has come, however the days are written', () => {
  expect(lastVisit(orders('2025-05-06 07:08:09', '9/30/2025', 'soon', null, '2025-09-27'), clock)).toMatchObject({
    date: { year: 2025, month: 9, day: 30 },
    inFuture: 0,
  })
})

test('dates to come are counted and are no visit', () => {
  const visit = lastVisit(orders('9999-12-31 00:00:00', '2030-01-01', '2025-05-06 07:08:09'), clock)
  expect(visit).toMatchObject({ date: { year: 2025, month: 5, day: 6 }, inFuture: 2 })
  expect(lastVisit(orders('2030-01-01'), clock)).toEqual({ date: undefined, inFuture: 1 })
  expect(lastVisit(orders('0000-00-00 00:00:00'), clock)).toEqual({ date: undefined, inFuture: 0 })
})

test('the newest orders come first, those without a date last', () => {
  const newest = newestOrders(orders('2025-01-01', 'soon', '12/31/2025', '2025-06-01T10:00:00Z'), 3, 'UTC')
  expect(newest.map((order) => order.order_number)).toEqual(['2', '3', '0'])
})
