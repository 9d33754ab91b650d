import type { Address, Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { type Clock, type DateParts, isFuture, readDate, sortableDate } from '#src/format/read-date.ts'
import { cleanText } from '#src/format/text.ts'
import { vehicleFinder } from './vehicle-orders.ts'

export const TIMELINE_KINDS = ['order', 'closing', 'address'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Something that happened, with what it happened to. */
export type TimelineEvent = {
  kind: TimelineKind
  /** Undefined when nothing that was sent can be read as a date. */
  date: DateParts | undefined
  /** The date as it was sent; '' when none was. */
  sent: string
  isFuture: boolean
  order?: DealerOrder
  address?: Address
  /** The vehicles that it is about. */
  vehicles: readonly Vehicle[]
}

export type Timeline = { dated: TimelineEvent[]; undated: TimelineEvent[] }

/**
 * Orders, their closings and changes of addresses, the newest first; equal times keep the order of the answer. An order
 * without a date of its own stands where it was created.
 */
export function timelineOf(answer: CustomerAnswer, clock: Clock): Timeline {
  const vehiclesOf = vehicleFinder(entriesOf(answer.vehicles))
  const read = (kind: TimelineKind, ...texts: (string | null | undefined)[]) => readEvent(kind, texts, clock)
  const events = [
    ...entriesOf(answer.orders).flatMap((order): TimelineEvent[] => {
      const about = { order, vehicles: vehiclesOf(order) }
      const ordered = { ...read('order', order.order_date, order.created_date), ...about }
      const isClosed = isSaid(order.close_date, clock)
      return isClosed ? [ordered, { ...read('closing', order.close_date), ...about }] : [ordered]
    }),
    ...entriesOf(answer.addresses)
      .filter((address) => isSaid(address.updateTS, clock))
      .map((address): TimelineEvent => ({ ...read('address', address.updateTS), address, vehicles: [] })),
  ]
  const dated = events
    .filter((event) => event.date !== undefined)
    .map((event) => ({ event, at: event.date === undefined ? '' : sortableDate(event.date) }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .map(({ event }) => event)
  return { dated, undated: events.filter((event) => event.date === undefined) }
}

/** Whole months between two days, for drawing the years in which nothing happened. */
export function monthsBetween(later: DateParts, earlier: DateParts): number {
  const months = (later.year - earlier.year) * 12 + later.month - earlier.month
  return later.day < earlier.day ? months - 1 : months
}

/** The first text that is a date; where there is none, the first that says anything. */
function readEvent(kind: TimelineKind, texts: readonly (string | null | undefined)[], clock: Clock) {
  for (const text of texts) {
    const date = readDate(text, clock.timeZone)
    if (typeof date === 'object') return { kind, date, sent: cleanText(text), isFuture: isFuture(date, clock) }
  }
  const sent = texts.map(cleanText).find((text) => text !== '') ?? ''
  return { kind, date: undefined, sent, isFuture: false }
}

/** A zero date says that it has not happened. */
function isSaid(text: string | null | undefined, { timeZone }: Clock): boolean {
  return cleanText(text) !== '' && readDate(text, timeZone) !== 'none'
}
