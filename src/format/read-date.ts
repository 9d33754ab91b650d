import { LANGUAGE } from './language.ts'

/** A day of the calendar, with the time of day where one was sent. */
export type DateParts = {
  year: number
  month: number
  day: number
  /** `23:28:53`, of 24 hours. */
  time: string | undefined
  /** Short name of the zone, where an instant was sent; without one the parts stand as they were sent. */
  zone: string | undefined
}

/** The present, and the zone of the dealership (IANA) in which days begin and end. */
export type Clock = { now: number; timeZone: string }

/** What a text says about when: a date, that there is none (`0000-00-00`), or nothing that can be read. */
export type SentDate = DateParts | 'none' | undefined

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ZERO_DATE = /^0{1,4}[-/.]0{1,2}[-/.]0{1,4}(?!\d)/
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i
// Year first, US (month first), European with points, US with the month's name, day first with the month's name, digits only.
const DAYS = [
  /^(?<y>\d{4})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)/,
  /^(?<m>\d{1,2})[/-](?<d>\d{1,2})[/-](?<y>\d{4}|\d{2})(?!\d)/,
  /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?!\d)/,
  /^(?<name>[a-z]{3,9})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)/i,
  /^(?<d>\d{1,2})[-\s]+(?<name>[a-z]{3,9})\.?,?[-\s]+(?<y>\d{4}|\d{2})(?!\d)/i,
  /^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?=$|[T\s]|\d{6}$)/,
] as const
const TIME =
  /^(?<h>\d{1,2}):(?<min>\d{2})(?::(?<s>\d{2})(?:[.,]\d+)?)?(?:\s*(?<half>[ap])\.?\s?m\.?)?(?:\s*(?<zone>z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i
const COMPACT_TIME = /^(?<h>\d{2})(?<min>\d{2})(?<s>\d{2})(?<zone>z)?$/i
/** Where a year has two digits, from here on they are of the last century, as POSIX has it. */
const CENTURY_TURNS = 69

/**
 * Reads a date as dealer systems write it: `2025-09-27 23:28:53`, `9/27/2025 3:05 PM` (month first), `27-SEP-2025`,
 * `20250927`. One with a zone is an instant and is told on the dealership's clock; one without is never shifted.
 * @param timeZone of the dealership (IANA)
 */
export function readDate(sent: string | null | undefined, timeZone: string): SentDate {
  const text = sent?.trim() ?? ''
  if (text === '') return undefined
  if (ZERO_DATE.test(text)) return 'none'
  const bare = text.replace(WEEKDAY, '')
  for (const pattern of DAYS) {
    const match = pattern.exec(bare)
    if (match === null) continue
    const day = readDay(match.groups ?? {})
    const time = readTime(bare.slice(match[0].length).replace(/^(?:\s*,\s*|\s+|T)/i, ''))
    if (day === undefined || time === undefined) return undefined
    if (isPlaceholder(day, time.text)) return 'none'
    return time.zone === undefined
      ? { ...day, time: time.text, zone: undefined }
      : onClock(Date.UTC(day.year, day.month - 1, day.day, ...time.parts) - time.zone * 60_000, timeZone)
  }
  return undefined
}

/** An instant on the dealership's clock. */
export function onClock(at: number, timeZone: string): DateParts {
  const parts = clockOf(timeZone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((item) => item.type === type)?.value ?? ''
  return {
    year: Number(part('year')),
    month: Number(part('month')),
    day: Number(part('day')),
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
    zone: part('timeZoneName'),
  }
}

/** A text that sorts as the date does; days without a time come before those with one. */
export function sortableDate({ year, month, day, time }: DateParts): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}${time === undefined ? '' : ` ${time}`}`
}

const HOUR_MS = 3_600_000

/**
 * Whether the day is after today on the dealership's clock. The clock, which a browser is slow to learn, is looked at only
 * where it matters: close to now.
 */
export function isFuture({ year, month, day }: DateParts, { now, timeZone }: Clock): boolean {
  const starts = Date.UTC(year, month - 1, day)
  if (starts + 36 * HOUR_MS <= now) return false
  if (starts - 14 * HOUR_MS > now) return true
  const today = onClock(now, timeZone)
  return starts > Date.UTC(today.year, today.month - 1, today.day)
}

function readDay(groups: Record<string, string | undefined>): { year: number; month: number; day: number } | undefined {
  const { y = '', m, d, name } = groups
  const year = y.length === 2 ? Number(y) + (Number(y) < CENTURY_TURNS ? 2000 : 1900) : Number(y)
  const month = name === undefined ? Number(m) : monthNumber(name)
  const day = Number(d)
  const isInCalendar =
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return isInCalendar ? { year, month, day } : undefined
}

function monthNumber(name: string): number {
  const short = name.slice(0, 3).toLowerCase()
  const isMonth =
    /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i
  return isMonth.test(name) ? MONTHS.indexOf(short) + 1 : 0
}

type Time = { text: string | undefined; parts: [number, number, number]; zone: number | undefined }

/** @returns undefined when what stands behind the day is no time of day */
function readTime(rest: string): Time | undefined {
  if (rest === '') return { text: undefined, parts: [0, 0, 0], zone: undefined }
  const groups = (TIME.exec(rest) ?? COMPACT_TIME.exec(rest))?.groups
  if (groups === undefined) return undefined
  const { h, min, s = '0', half, zone } = groups
  const [minute, second] = [Number(min), Number(s)]
  let hour = Number(h)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return {
    text: `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`,
    parts: [hour, minute, second],
    zone: zone === undefined ? undefined : zoneMinutes(zone),
  }
}

function zoneMinutes(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (match === null) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}

/** Systems write the year 1, 1900 or the beginning of their own count where they have no date. */
function isPlaceholder(
  { year, month, day }: { year: number; month: number; day: number },
  time: string | undefined,
): boolean {
  const isUnixZero = year === 1970 && month === 1 && day === 1 && (time === undefined || time === '00:00:00')
  return year <= 1900 || isUnixZero
}

const clocks = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>()

/** Making one takes longer than using it ten thousand times. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat(LANGUAGE, {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    })
  clocks.set(timeZone, made)
  return made
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
