import { sumDecimals } from '#src/format/decimal.ts'
import { fold, type OrderRow } from './order-row.ts'
import { type FilterName, filterNames, type OrdersView } from './orders-url.ts'

/** The rows that the view lets through. */
export function filterRows(rows: readonly OrderRow[], view: Pick<OrdersView, 'text' | 'chosen'>): OrderRow[] {
  const words = fold(view.text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return rows.filter(
    (row) =>
      words.every((word) => row.haystack.includes(word)) &&
      filterNames.every((name) => view.chosen[name].length === 0 || view.chosen[name].includes(row.values[name].value)),
  )
}

export type FilterChoice = { value: string; label: string; count: number }

/** The values that occur, the most frequent first; a chosen one stays on offer even when nothing has it. */
export function filterChoices(rows: readonly OrderRow[], name: FilterName, chosen: readonly string[]): FilterChoice[] {
  const choices = new Map<string, FilterChoice>(chosen.map((value) => [value, { value, label: value, count: 0 }]))
  for (const row of rows) {
    const { value, label } = row.values[name]
    choices.set(value, { value, label, count: (choices.get(value)?.count ?? 0) + 1 })
  }
  return [...choices.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'))
}

/** The exact sum of the amounts that are numbers, and how many orders it leaves out. */
export function sumAmounts(rows: readonly OrderRow[]): { amount: string; missing: number } {
  const amounts = rows
    .map((row) => row.order.order_amount ?? '')
    .filter((amount) => sumDecimals([amount]) !== undefined)
  return { amount: sumDecimals(amounts) ?? '0', missing: rows.length - amounts.length }
}
