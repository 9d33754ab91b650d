import { compareDecimals } from '#src/format/decimal.ts'
import { fold, type FilterValue, type OrderRow } from './order-row.ts'
import { sortableDate } from './newest-orders.ts'
import type { Sort, SortKey } from './orders-url.ts'

/** What a column sorts by; undefined is missing and stands last in both directions. */
const SORT_VALUES: Record<SortKey, (row: OrderRow) => string | undefined> = {
  number: (row) => natural(row.order.order_number),
  status: (row) => known(row.valueOf('status')),
  type: (row) => known(row.valueOf('type')),
  vehicle: (row) => known(row.valueOf('vehicle')),
  tag: (row) => natural(row.order.tag_or_hat),
  ordered: (row) => row.ordered,
  closed: (row) => sortableDate(row.order.close_date),
  amount: (row) => row.order.order_amount ?? undefined,
  tenders: (row) => ('tenders' in row.balance ? row.balance.tenders : undefined),
  dealer: (row) => known(row.valueOf('store')),
}

/** Sorts by one column; ties keep the order of the answer. */
export function sortRows(rows: readonly OrderRow[], sort: Sort): OrderRow[] {
  const valueOf = SORT_VALUES[sort.key]
  const direction = sort.isDescending ? -1 : 1
  const missing: OrderRow[] = []
  const stated: { row: OrderRow; value: string; number: number }[] = []
  const isAmount = sort.key === 'amount' || sort.key === 'tenders'
  // What is compared is worked out once for each row, not once for each comparison.
  for (const row of rows) {
    const value = valueOf(row)
    if (value === undefined) missing.push(row)
    else stated.push({ row, value, number: isAmount ? Number(value) : 0 })
  }
  stated.sort(
    isAmount
      ? // Doubles keep the order of the decimals; only those that fall on the same one are compared exactly.
        (a, b) => direction * (a.number - b.number || compareDecimals(a.value, b.value))
      : (a, b) => (a.value < b.value ? -direction : a.value > b.value ? direction : 0),
  )
  return [...stated.map(({ row }) => row), ...missing]
}

/** Sorts `RO9` before `RO10` as plain text, which is many times quicker than a collator. */
function natural(text: string | null | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed ? fold(trimmed).replace(/\d+/g, (digits) => digits.padStart(20, '0')) : undefined
}

function known({ value, label }: FilterValue): string | undefined {
  return value === '-' ? undefined : natural(label)
}
