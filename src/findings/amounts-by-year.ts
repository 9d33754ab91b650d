import * as words from '#words/findings'
import type { DealerOrder } from '#src/contract/order.ts'
import { compareDecimals, isDecimal, sumDecimals } from '#src/format/decimal.ts'
import { type Clock, isFuture, readDate } from '#src/format/read-date.ts'
import { grouped } from './grouped.ts'

/** More kinds than this are one kind together: nobody tells so many patterns apart. */
const MOST_KINDS = 4
/** Years without an order are shown between others, unless a wrong date would make them hundreds. */
const LONGEST_SPAN = 30

export const OTHER_KINDS = words.otherKinds()

/** The exact sums of one year; a kind that has no amount in it is absent. */
export type YearAmounts = { year: number; byKind: ReadonlyMap<string, string>; total: string }

export type AmountsByYear = {
  /** The kinds that have amounts, the largest first. */
  kinds: string[]
  /** The newest first. */
  years: YearAmounts[]
  /** So many orders are left out of all sums, each for one reason. */
  leftOut: { noAmount: number; noDate: number; inFuture: number }
}

/** What the orders come to by the year they are dated in and by their kind; exact, and nothing dropped in silence. */
export function amountsByYear(
  orders: readonly DealerOrder[],
  kindOf: (order: DealerOrder) => string,
  clock: Clock,
): AmountsByYear {
  const leftOut = { noAmount: 0, noDate: 0, inFuture: 0 }
  const counted: { year: number; kind: string; amount: string }[] = []
  for (const order of orders) {
    const date = dateOf(order, clock)
    const amount = order.order_amount ?? ''
    if (!isDecimal(amount)) leftOut.noAmount += 1
    else if (date === undefined) leftOut.noDate += 1
    else if (isFuture(date, clock)) leftOut.inFuture += 1
    else counted.push({ year: date.year, kind: kindOf(order), amount })
  }
  const sumOf = (items: readonly { amount: string }[]) => sumDecimals(items.map(({ amount }) => amount)) ?? '0'
  const ranked = [...grouped(counted, ({ kind }) => kind)]
    .map(([kind, items]) => ({ kind, sum: sumOf(items) }))
    .sort((a, b) => compareDecimals(b.sum, a.sum))
    .map(({ kind }) => kind)
  const own = ranked.length > MOST_KINDS ? ranked.slice(0, MOST_KINDS - 1) : ranked
  const years = [...grouped(counted, ({ year }) => year)].map(([year, items]): YearAmounts => {
    const kinds = grouped(items, ({ kind }) => (own.includes(kind) ? kind : OTHER_KINDS))
    return {
      year,
      byKind: new Map([...kinds].map(([kind, ofKind]) => [kind, sumOf(ofKind)])),
      total: sumOf(items),
    }
  })
  return { kinds: own.length === ranked.length ? own : [...own, OTHER_KINDS], years: withGaps(years), leftOut }
}

/** The day of an order; one without stands where it was created, as on the timeline. */
function dateOf(order: DealerOrder, { timeZone }: Clock) {
  return [order.order_date, order.created_date]
    .map((sent) => readDate(sent, timeZone))
    .find((date) => typeof date === 'object')
}

function withGaps(years: readonly YearAmounts[]): YearAmounts[] {
  const sorted = [...years].sort((a, b) => b.year - a.year)
  const [last, first] = [sorted[0]?.year, sorted.at(-1)?.year]
  if (last === undefined || first === undefined || last - first >= LONGEST_SPAN) return sorted
  return Array.from({ length: last - first + 1 }, (_, back) => {
    const year = last - back
    return sorted.find((item) => item.year === year) ?? { year, byKind: new Map(), total: '0' }
  })
}
