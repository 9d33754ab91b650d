import { expect, test } from 'playwright/test'
import { daysSince, formatAge, formatDayAge, formatInstant, formatWallDate, parseWallDate } from './date.ts'

const wall: [sent: string, text: string | undefined][] = [
  ['2025-09-27 23:28:53', '27 Sep 2025, 23:28'],
  ['2025-09-27T23:28:53', '27 Sep 2025, 23:28'],
  ['2025-09-27', '27 Sep 2025'],
  ['2024-02-29', '29 Feb 2024'],
  ['2025-02-29', undefined],
  ['2025-13-01', undefined],
  ['2025-09-27 24:00:00', undefined],
  ['27/09/2025', undefined],
  ['0001-01-01 00:00:00', undefined],
  ['', undefined],
]
for (const [sent, text] of wall) {
  test(`the zone-less date "${sent}" ${text === undefined ? 'is not made into a date' : `reads ${text}`}`, () => {
    expect(formatWallDate(sent)).toBe(text)
  })
}

const zones: [zone: string, text: string][] = [
  ['America/Los_Angeles', '7 Apr 2025, 00:51 PDT'],
  ['UTC', '7 Apr 2025, 07:51 UTC'],
  ['Asia/Kolkata', '7 Apr 2025, 13:21 GMT+5:30'],
  ['Pacific/Auckland', '7 Apr 2025, 19:51 GMT+12'],
]
for (const [zone, text] of zones) {
  test(`an instant in ${zone} reads ${text}`, () => {
    expect(formatInstant('2025-04-07T07:51:23.970Z', zone)).toBe(text)
  })
}

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
  const date = parseWallDate('2026-11-23')
  if (date === undefined) throw new Error('a date')
  expect(daysSince(date, lateEvening, 'America/New_York')).toBe(0)
  expect(daysSince(date, lateEvening, 'UTC')).toBe(1)
})
