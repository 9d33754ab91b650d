import { expect, test } from 'playwright/test'
import { examined } from './testing/examined.ts'
import { monthsBetween, timelineOf } from './timeline.ts'

const clock = { now: Date.UTC(2026, 0, 15), timeZone: 'UTC' }
const of = (body: Record<string, unknown>) => {
  const { dated, undated } = timelineOf(examined(body).answer, clock)
  const name = (event: (typeof dated)[number]) =>
    `${event.kind} ${event.order?.order_number ?? event.address?.city}${event.isFuture ? ' in the future' : ''}`
  return { dated: dated.map(name), undated: undated.map((event) => `${name(event)}: ${event.sent}`) }
}

test('orders, closings and address changes stand in one row, the newest first', () => {
  expect(
    of({
      dealerOrderInfoList: [
        { order_number: 'A', order_date: '2024-05-01', close_date: '5/3/2024' },
        { order_number: 'B', order_date: '2030-01-01', close_date: '0000-00-00' },
        { order_number: 'C', order_date: null, created_date: '2025-02-02 10:00:00' },
      ],
      addressListV2: [{ city: 'Erie', updateTS: '2024-05-02T10:00:00Z' }, { city: 'Reno' }],
    }).dated,
  ).toEqual(['order B in the future', 'order C', 'closing A', 'address Erie', 'order A'])
})

test('what has no date that can be read stands apart, with what was sent', () => {
  expect(
    of({
      dealerOrderInfoList: [{ order_number: 'A', order_date: 'soon', close_date: 'later' }, { order_number: 'B' }],
    }),
  ).toEqual({ dated: [], undated: ['order A: soon', 'closing A: later', 'order B: '] })
})

test('events of one moment stay in the order of the answer', () => {
  const orders = ['A', 'B', 'C'].map((order_number) => ({ order_number, order_date: '2025-01-01 10:00:00' }))
  expect(of({ dealerOrderInfoList: orders }).dated).toEqual(['order A', 'order B', 'order C'])
})

test('an event knows the vehicle that it is about', () => {
  const { dated } = timelineOf(
    examined({
      customerInfo: { uuid: 'me', vehicles: [{ uuid: 'v1', make: 'Honda' }] },
      dealerOrderInfoList: [{ order_date: '2025-01-01', vehicle_uuid: 'v1' }],
    }).answer,
    clock,
  )
  expect(dated[0]?.vehicles[0]?.make).toBe('Honda')
})

test('months are whole ones', () => {
  const day = (year: number, month: number, dayOfMonth: number) => ({
    year,
    month,
    day: dayOfMonth,
    time: undefined,
    zone: undefined,
  })
  expect(monthsBetween(day(2025, 3, 10), day(2024, 3, 10))).toBe(12)
  expect(monthsBetween(day(2025, 3, 9), day(2024, 3, 10))).toBe(11)
})
