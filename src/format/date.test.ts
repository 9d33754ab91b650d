import { expect, test } from 'playwright/test'
import { daysSince, formatAge, formatClock, formatDayAge, formatInstant } from './date.ts'

test('an instant is told on the clock of the dealership', () => {
  expect(formatInstant('2025-04-07T07:51:23.970Z', 'America/New_York')).toBe('Apr 7, 2025, 3:51 AM EDT')
  expect(formatClock(Date.UTC(2025, 3, 7, 14, 42), 'America/New_York')).toBe('10:42 AM')
})

test('what is no instant is not made into one', () => {
  expect(formatInstant('yesterday', 'UTC')).toBeUndefined()
  expect(formatInstant('5', 'UTC')).toBeUndefined()
})

test('ages are told in the unit that says enough', () => {
  const now = Date.UTC(2026, 10, 23, 12)
  const ago = (minutes: number) => formatAge(now - minutes * 60_000, now)
  expect([0.5, 2, 59, 60, 150, 60 * 24 * 3].map(ago)).toEqual([
    'just now',
    '2 min ago',
    '59 min ago',
    '1 hour ago',
    '2 hours ago',
    '3 days ago',
  ])
  expect([-1, 0, 1, 60, 430, 2200].map(formatDayAge)).toEqual([
    'in the future',
    'today',
    '1 day ago',
    '1 month ago',
    '14 months ago',
    '6 years ago',
  ])
})

test('days are counted by the calendar of the dealership', () => {
  const lateEvening = Date.UTC(2026, 10, 24, 3)
  const date = { year: 2026, month: 11, day: 23, time: undefined, zone: undefined }
  expect(daysSince(date, lateEvening, 'America/New_York')).toBe(0)
  expect(daysSince(date, lateEvening, 'UTC')).toBe(1)
})
