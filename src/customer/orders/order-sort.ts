import type { DealerOrder } from '#src/contract/order.ts'
import { isPlaceholderDate, parseWallDate } from '#src/format/date.ts'
import { compareDecimals } from '#src/format/decimal.ts'
import type { OrderRow } from './order-row.ts'
import type { Sort, SortKey } from './orders-url.ts'

type Comparable = string | undefined

/** What a column sorts by; undefined is missing and stands last in both directions. */
const SORT_VALUES: Record<SortKey, (row: OrderRow) => Comparable> = {
  number: (row) => row.order.order_number?.trim() || undefined,
  status: (row) => known(row.values.status),
  type: (row) => known(row.values.type),
  vehicle: (row) => known(row.values.vehicle),
  tag: (row) => row.order.tag_or_hat?.trim() || undefined,
  ordered: (row) => sortableDate(row.order.order_date),
  closed: (row) => sortableDate(row.order.close_date),
  amount: (row) => row.order.order_amount ?? undefined,
  tenders: (row) => ('tenders' in row.balance ? row.balance.tenders : undefined),
  dealer: (row) => known(row.values.store),
}

const collator = new Intl.Collator('en', { numeric: true })

/** Sorts by one column; ties keep the order of the answer. */
export function sortRows(rows: readonly OrderRow[], sort: Sort): OrderRow[] {
  const valueOf = SORT_VALUES[sort.key]
  const isAmount = sort.key === 'amount' || sort.key === 'tenders'
  const compare = isAmount ? compareDecimals : collator.compare
  const direction = sort.isDescending ? -1 : 1
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      if (a.value === undefined || b.value === undefined)
        return Number(a.value === undefined) - Number(b.value === undefined)
      return direction * compare(a.value, b.value)
    })
    .map(({ row }) => row)
}

/** The newest order first; those without a readable date last. */
export function newestFirst(orders: readonly DealerOrder[]): DealerOrder[] {
  return orders.toSorted((a, b) => {
    const [left, right] = [sortableDate(a.order_date) ?? '', sortableDate(b.order_date) ?? '']
    return left < right ? 1 : left > right ? -1 : 0
  })
}

function sortableDate(text: string | null | undefined): Comparable {
  const date = parseWallDate(text ?? '')
  return date === undefined || isPlaceholderDate(date) ? undefined : text?.trim()
}

function known({ value, label }: { value: string; label: string }): Comparable {
  return value === '-' ? undefined : label
}
