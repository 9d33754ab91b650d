import * as words from '#words/format'
import { LANGUAGE } from './language.ts'
import { type DateParts, onClock, readDate } from './read-date.ts'

const made = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>()

/** What was sent without a zone is never shifted: it is told as it stands, in a zone without an offset. */
function tellAsSent(at: number, style: Intl.DateTimeFormatOptions): string {
  const key = `${style.dateStyle} ${style.timeStyle}`
  // Making one takes longer than using it ten thousand times.
  const format = made.get(key) ?? new Intl.DateTimeFormat(LANGUAGE, { ...style, timeZone: 'UTC' })
  made.set(key, format)
  // Some browsers put a narrow blank before AM, which nobody who searches types.
  return format.format(at).replaceAll('\u202F', ' ')
}

/** `Sep 27, 2025`, in the language of the page. */
export function formatDay(day: Pick<DateParts, 'year' | 'month' | 'day'>): string {
  return tellAsSent(instantOf(day, '00:00'), { dateStyle: 'medium' })
}

/** `Sep 27, 2025, 11:28 PM`; an instant names its zone: `Sep 30, 2025, 10:00 AM UTC`. */
export function formatDate(date: DateParts): string {
  const text =
    date.time === undefined
      ? formatDay(date)
      : tellAsSent(instantOf(date, date.time), { dateStyle: 'medium', timeStyle: 'short' })
  return date.zone === undefined ? text : `${text} ${date.zone}`
}

/**
 * An instant in the dealership's zone: `Apr 7, 2025, 3:51 AM EDT`.
 * @param instant RFC 3339
 * @returns undefined when the text is no instant
 */
export function formatInstant(instant: string, timeZone: string): string | undefined {
  const date = readDate(instant, timeZone)
  return typeof date === 'object' && date.zone !== undefined ? formatDate(date) : undefined
}

/** The time of day on the dealership's clock: `10:42 AM`. */
export function formatClock(at: number, timeZone: string): string {
  const clock = onClock(at, timeZone)
  return tellAsSent(instantOf(clock, clock.time ?? ''), { timeStyle: 'short' })
}

/** How long ago, in the largest unit that says enough: `2 min ago`, `14 months ago`. */
export function formatAge(from: number, now: number): string {
  const minutes = Math.floor((now - from) / 60_000)
  if (minutes < 1) return words.justNow()
  if (minutes < 60) return words.minutesAgo({ count: minutes })
  if (minutes < 24 * 60) return words.hoursAgo({ count: Math.floor(minutes / 60) })
  return formatDayAge(Math.floor(minutes / (24 * 60)))
}

/** Whole days as `today`, `3 days ago`, `14 months ago`, `6 years ago`; negative days are in the future. */
export function formatDayAge(count: number): string {
  if (count < 0) return words.inTheFuture()
  if (count === 0) return words.today()
  if (count < 60) return words.daysAgo({ count })
  const months = Math.floor(count / 30.44)
  return months < 24 ? words.monthsAgo({ count: months }) : words.yearsAgo({ count: Math.floor(count / 365.25) })
}

/** Whole calendar days from a date to today in the dealership's zone. */
export function daysSince({ year, month, day }: DateParts, now: number, timeZone: string): number {
  const today = onClock(now, timeZone)
  return Math.round((Date.UTC(today.year, today.month - 1, today.day) - Date.UTC(year, month - 1, day)) / 86_400_000)
}

/** @param time `23:28:53`, of which the seconds are not told */
function instantOf({ year, month, day }: Pick<DateParts, 'year' | 'month' | 'day'>, time: string): number {
  return Date.UTC(year, month - 1, day, Number(time.slice(0, 2)), Number(time.slice(3, 5)))
}
