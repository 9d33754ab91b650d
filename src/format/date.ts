const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A date of the API without a zone: wall-clock parts, never shifted. */
export type WallDate = { year: number; month: number; day: number; time: string | undefined }

/**
 * Reads `2025-09-27 23:28:53`, `2025-09-27T23:28:53` or `2025-09-27`.
 * @returns undefined for what is no date of the calendar
 */
export function parseWallDate(text: string): WallDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(text.trim())
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const [hour, minute] = [Number(match[4] ?? 0), Number(match[5] ?? 0)]
  const isInCalendar = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  if (!isInCalendar || hour > 23 || minute > 59) return undefined
  return { year, month, day, time: match[4] === undefined ? undefined : `${match[4]}:${match[5]}` }
}

/** Systems write 0001-01-01 or 1900-01-01 where they have no date. */
export function isPlaceholderDate(date: WallDate): boolean {
  return date.year <= 1900
}

/** `27 Sep 2025, 23:28`; undefined when the text is no date or stands for none. */
export function formatWallDate(text: string): string | undefined {
  const date = parseWallDate(text)
  if (date === undefined || isPlaceholderDate(date)) return undefined
  const day = formatDay(date)
  return date.time === undefined ? day : `${day}, ${date.time}`
}

/** `27 Sep 2025` */
export function formatDay(date: WallDate): string {
  return `${date.day} ${MONTHS[date.month - 1]} ${date.year}`
}

/**
 * An instant in the dealership's zone: `7 Apr 2025, 03:51 EDT`.
 * @param instant RFC 3339
 * @returns undefined when the text is no instant
 */
export function formatInstant(instant: string, timeZone: string): string | undefined {
  const time = Date.parse(instant)
  if (Number.isNaN(time) || !/\d{4}-\d{2}-\d{2}T/.test(instant)) return undefined
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(time)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((item) => item.type === type)?.value ?? ''
  const month = MONTHS[Number(new Intl.DateTimeFormat('en', { timeZone, month: 'numeric' }).format(time)) - 1]
  const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' })
    .formatToParts(time)
    .find((item) => item.type === 'timeZoneName')?.value
  return `${part('day')} ${month} ${part('year')}, ${part('hour')}:${part('minute')} ${zone ?? ''}`.trim()
}

/** The time of day on the dealership's clock: `10:42`. */
export function formatClock(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
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

/** Whole calendar days from a wall-clock date to the same kind of day today in the dealership's zone. */
export function daysSince(date: WallDate, now: number, timeZone: string): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(now).split('-').map(Number)
  const todayUtc = Date.UTC(today[0] ?? 0, (today[1] ?? 1) - 1, today[2] ?? 1)
  return Math.round((todayUtc - Date.UTC(date.year, date.month - 1, date.day)) / 86_400_000)
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'} ago`
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
