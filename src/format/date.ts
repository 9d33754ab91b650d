import { type DateParts, onClock, readDate } from './read-date.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Sep 27, 2025` */
export function formatDay({ year, month, day }: Pick<DateParts, 'year' | 'month' | 'day'>): string {
  return `${MONTHS[month - 1]} ${day}, ${year}`
}

/** `Sep 27, 2025, 11:28 PM`; an instant names its zone: `Sep 30, 2025, 10:00 AM UTC`. */
export function formatDate(date: DateParts): string {
  const time = date.time === undefined ? '' : `, ${formatTime(date.time)}`
  return `${formatDay(date)}${time}${date.zone === undefined ? '' : ` ${date.zone}`}`
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
  return formatTime(onClock(at, timeZone).time ?? '')
}

/** How long ago, in the largest unit that says enough: `2 min ago`, `14 months ago`. */
export function formatAge(from: number, now: number): string {
  const minutes = Math.floor((now - from) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 24 * 60) return count(Math.floor(minutes / 60), 'hour')
  return formatDayAge(Math.floor(minutes / (24 * 60)))
}

/** Whole days as `today`, `3 days ago`, `14 months ago`, `6 years ago`; negative days are in the future. */
export function formatDayAge(days: number): string {
  if (days < 0) return 'in the future'
  if (days === 0) return 'today'
  if (days < 60) return count(days, 'day')
  const months = Math.floor(days / 30.44)
  return months < 24 ? count(months, 'month') : count(Math.floor(days / 365.25), 'year')
}

/** Whole calendar days from a date to today in the dealership's zone. */
export function daysSince({ year, month, day }: DateParts, now: number, timeZone: string): number {
  const today = onClock(now, timeZone)
  return Math.round((Date.UTC(today.year, today.month - 1, today.day) - Date.UTC(year, month - 1, day)) / 86_400_000)
}

/** `11:28 PM` for `23:28:53` */
function formatTime(time: string): string {
  const hour = Number(time.slice(0, 2))
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'} ago`
}
