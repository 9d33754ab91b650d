import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { formatDate } from './date.ts'
import { isFuture, readDate, sortableDate } from './read-date.ts'

function asShown(sent: string, zone = 'America/Los_Angeles'): string | undefined {
  const date = readDate(sent, zone)
  return typeof date === 'object' ? formatDate(date) : date
}

const cases: [sent: string, shown: string | undefined][] = [
  ['2025-09-27 23:28:53', 'Sep 27, 2025, 11:28 PM'],
  ['2025-09-27T23:28:53', 'Sep 27, 2025, 11:28 PM'],
  ['2025-09-27T23:28', 'Sep 27, 2025, 11:28 PM'],
  ['2025-09-27 00:05:00.000', 'Sep 27, 2025, 12:05 AM'],
  ['2025-09-27', 'Sep 27, 2025'],
  [' 2025-9-7 ', 'Sep 7, 2025'],
  ['2025/09/27', 'Sep 27, 2025'],
  ['20250927', 'Sep 27, 2025'],
  ['20250927232853', 'Sep 27, 2025, 11:28 PM'],
  ['20250927T232853', 'Sep 27, 2025, 11:28 PM'],
  ['09/27/2025', 'Sep 27, 2025'],
  ['9/7/2025', 'Sep 7, 2025'],
  ['9/27/25', 'Sep 27, 2025'],
  ['09-27-2025', 'Sep 27, 2025'],
  ['9/28/2025 3:05 PM', 'Sep 28, 2025, 3:05 PM'],
  ['9/28/2025, 12:05:09 a.m.', 'Sep 28, 2025, 12:05 AM'],
  ['9/28/2025 15:05', 'Sep 28, 2025, 3:05 PM'],
  ['27.09.2025', 'Sep 27, 2025'],
  ['27-SEP-2025', 'Sep 27, 2025'],
  ['27-SEP-25', 'Sep 27, 2025'],
  ['September 27, 2025', 'Sep 27, 2025'],
  ['Sat, 27 Sep 2025', 'Sep 27, 2025'],
  ['2025-09-30T10:00:00.000Z', 'Sep 30, 2025, 3:00 AM PDT'],
  ['2025-09-30T10:00:00+02:00', 'Sep 30, 2025, 1:00 AM PDT'],
  ['2025-09-30 10:00:00 UTC', 'Sep 30, 2025, 3:00 AM PDT'],
  ['Tue, 30 Sep 2025 10:00:00 GMT', 'Sep 30, 2025, 3:00 AM PDT'],
  ['2024-02-29', 'Feb 29, 2024'],
  ['9999-12-31 00:00:00', 'Dec 31, 9999, 12:00 AM'],
  ['0000-00-00 00:00:00', 'none'],
  ['00/00/0000', 'none'],
  ['0001-01-01T00:00:00Z', 'none'],
  ['1900-01-01', 'none'],
  ['1970-01-01 00:00:00', 'none'],
  ['2025-02-29', undefined],
  ['2025-13-01', undefined],
  ['27/09/2025', undefined],
  ['2025-09-27 24:00:00', undefined],
  ['2025-09-27 soon', undefined],
  ['9/28/2025 13:05 PM', undefined],
  ['27 Foo 2025', undefined],
  ['soon', undefined],
  ['5', undefined],
  ['', undefined],
]
for (const [sent, shown] of cases) {
  test(`a date sent as "${sent}" ${shown === undefined ? 'is not made into one' : `is ${shown}`}`, () => {
    expect(asShown(sent)).toBe(shown)
  })
}

const zones: [zone: string, shown: string][] = [
  ['UTC', 'Apr 7, 2025, 7:51 AM UTC'],
  ['America/Los_Angeles', 'Apr 7, 2025, 12:51 AM PDT'],
  ['Asia/Kolkata', 'Apr 7, 2025, 1:21 PM GMT+5:30'],
]
for (const [zone, shown] of zones) {
  test(`an instant in ${zone} is ${shown}`, () => {
    expect(asShown('2025-04-07T07:51:23.970Z', zone)).toBe(shown)
    expect(asShown('2025-04-07 07:51:23', zone)).toBe('Apr 7, 2025, 7:51 AM')
  })
}

test('dates sort as they follow each other, however they are written', () => {
  const sent = ['2025-09-30T10:00:00.000Z', '09/27/2025', '2025-09-26 10:00:00', '9/28/2025 3:05 PM']
  const sorted = sent
    .map((text) => readDate(text, 'UTC'))
    .map((date) => (typeof date === 'object' ? sortableDate(date) : ''))
    .sort()
  expect(sorted).toEqual(['2025-09-26 10:00:00', '2025-09-27', '2025-09-28 15:05:00', '2025-09-30 10:00:00'])
})

test('tomorrow begins when it does at the dealership', () => {
  const lateEvening = Date.UTC(2026, 10, 24, 3)
  const isAhead = (sent: string, zone: string) => {
    const date = readDate(sent, zone)
    return typeof date === 'object' && isFuture(date, { now: lateEvening, timeZone: zone })
  }
  expect(isAhead('2026-11-24', 'America/New_York')).toBe(true)
  expect(isAhead('2026-11-24', 'UTC')).toBe(false)
  expect(isAhead('2026-11-22', 'UTC')).toBe(false)
  expect(isAhead('9999-12-31', 'UTC')).toBe(true)
})

test('any day and minute is read as it was written, in each way of writing it', () => {
  const two = (value: number) => String(value).padStart(2, '0')
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1971-01-01T00:00Z'), max: new Date('2099-12-31T00:00Z'), noInvalidDate: true }),
      (at) => {
        const [y, m, d, h, n] = [
          at.getUTCFullYear(),
          at.getUTCMonth() + 1,
          at.getUTCDate(),
          at.getUTCHours(),
          at.getUTCMinutes(),
        ]
        const ways = [
          `${y}-${two(m)}-${two(d)} ${two(h)}:${two(n)}:00`,
          `${m}/${d}/${y} ${h % 12 || 12}:${two(n)} ${h < 12 ? 'AM' : 'PM'}`,
          `${y}${two(m)}${two(d)}${two(h)}${two(n)}00`,
          `${y}-${two(m)}-${two(d)}T${two(h)}:${two(n)}:00`,
        ]
        const read = ways.map((way) => readDate(way, 'Asia/Tokyo'))
        const sorted = read.map((date) => (typeof date === 'object' ? sortableDate(date) : date))
        expect(new Set(sorted)).toEqual(new Set([`${y}-${two(m)}-${two(d)} ${two(h)}:${two(n)}:00`]))
      },
    ),
    { numRuns: 200, seed: 1 },
  )
})
