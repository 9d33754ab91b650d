import type { DealerOrder } from '#src/contract/order.ts'
import { isPlaceholderDate, parseWallDate, type WallDate } from '#src/format/date.ts'

/** The newest orders, the newest first; those without a readable date last. */
export function newestOrders(orders: readonly DealerOrder[], count: number): DealerOrder[] {
  const newest: { order: DealerOrder; date: string }[] = []
  for (const order of orders) {
    const text = order.order_date?.trim() ?? ''
    const last = newest.at(-1)
    // Only what may be among them is read as a date: the API's spelling sorts as text.
    if (newest.length === count && last !== undefined && text <= last.date) continue
    const date = sortableDate(text) ?? ''
    if (newest.length === count && last !== undefined && date <= last.date) continue
    const place = newest.findIndex((other) => other.date < date)
    newest.splice(place < 0 ? newest.length : place, 0, { order, date })
    if (newest.length > count) newest.pop()
  }
  return newest.map(({ order }) => order)
}

/** A date of the API, which sorts as text; undefined for what is none or stands for none. */
export function sortableDate(text: string | null | undefined): string | undefined {
  const date = parseWallDate(text ?? '')
  return date === undefined || isPlaceholderDate(date) ? undefined : text?.trim()
}

/** The day of the latest order that has a readable date. */
export function lastVisit(orders: readonly DealerOrder[]): WallDate | undefined {
  let latest: { text: string; date: WallDate } | undefined
  for (const order of orders) {
    const text = order.order_date?.trim() ?? ''
    // The API's spelling sorts as text, so only what may be the latest is read.
    if (latest !== undefined && text <= latest.text) continue
    const date = parseWallDate(text)
    if (date === undefined || isPlaceholderDate(date)) continue
    latest = { text, date }
  }
  return latest?.date
}
