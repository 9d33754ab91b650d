import type { DealerOrder } from '#src/contract/order.ts'
import { type Clock, type DateParts, isFuture, readDate, sortableDate } from '#src/format/read-date.ts'

/** The newest orders, the newest first; those without a readable date last. */
export function newestOrders(orders: readonly DealerOrder[], count: number, timeZone: string): DealerOrder[] {
  const newest: { order: DealerOrder; date: string }[] = []
  for (const order of orders) {
    const last = newest.at(-1)
    const isFull = newest.length === count && last !== undefined
    if (isFull && isSortable(order.order_date) && order.order_date <= last.date) continue
    const date = sortableDateOf(order.order_date, timeZone) ?? ''
    if (isFull && date <= last.date) continue
    const place = newest.findIndex((other) => other.date < date)
    newest.splice(place < 0 ? newest.length : place, 0, { order, date })
    if (newest.length > count) newest.pop()
  }
  return newest.map(({ order }) => order)
}

/** The API's own spelling sorts as text, so that most dates need not be read to be compared. */
function isSortable(text: string | null | undefined): text is string {
  return /^\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?$/.test(text ?? '')
}

/** A text that sorts as the date does; undefined for what is none or stands for none. */
export function sortableDateOf(text: string | null | undefined, timeZone: string): string | undefined {
  const date = readDate(text, timeZone)
  return typeof date === 'object' ? sortableDate(date) : undefined
}

export type LastVisit = {
  /** Of the latest order up to today that has a readable date. */
  date: DateParts | undefined
  /** So many orders are dated after today, and are no visit yet. */
  inFuture: number
}

/** When the customer was here last, as far as the orders say. */
export function lastVisit(orders: readonly DealerOrder[], { now, timeZone }: Clock): LastVisit {
  let latest: { text: string; date: DateParts } | undefined
  let inFuture = 0
  for (const { order_date: sent } of orders) {
    if (latest !== undefined && isSortable(sent) && sent <= latest.text) continue
    const date = readDate(sent, timeZone)
    if (typeof date !== 'object') continue
    if (isFuture(date, { now, timeZone })) {
      inFuture += 1
      continue
    }
    const text = sortableDate(date)
    if (latest === undefined || text > latest.text) latest = { text, date }
  }
  return { date: latest?.date, inFuture }
}
