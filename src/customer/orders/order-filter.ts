import { isDecimal, sumDecimals } from '#src/format/decimal.ts'
import { type FilterValue, fold, type OrderRow } from './order-row.ts'
import { type FilterName, filterNames, type OrdersView } from './orders-url.ts'

/** The rows that the view lets through. */
export function filterRows(rows: readonly OrderRow[], view: Pick<OrdersView, 'text' | 'chosen'>): readonly OrderRow[] {
  const words = fold(view.text)
    .split(/\s+/)
    .filter((word) => word !== '')
  const chosen = filterNames.filter((name) => view.chosen[name].length > 0)
  if (words.length === 0 && chosen.length === 0) return rows
  return rows.filter(
    (row) =>
      chosen.every((name) => view.chosen[name].includes(row.valueOf(name).value)) &&
      words.every((word) => row.haystack.includes(word)),
  )
}

export type FilterChoice = FilterValue & { count: number }

/** The values that occur, the most frequent first. */
export function filterChoices(rows: readonly OrderRow[], name: FilterName): FilterChoice[] {
  const choices = new Map<string, FilterChoice>()
  for (const row of rows) {
    const { value, label } = row.valueOf(name)
    const known = choices.get(value)
    if (known === undefined) choices.set(value, { value, label, count: 1 })
    else known.count += 1
  }
  return [...choices.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

/** A chosen value stays on offer even when nothing has it. */
export function withChosen(choices: readonly FilterChoice[], chosen: readonly string[]): readonly FilterChoice[] {
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value))
  return missing.length === 0 ? choices : [...choices, ...missing.map((value) => ({ value, label: value, count: 0 }))]
}

/** The exact sum of the amounts that are numbers, and how many orders it leaves out. */
export function sumAmounts(rows: readonly OrderRow[]): { amount: string; missing: number } {
  const amounts = rows.map((row) => row.order.order_amount ?? '').filter(isDecimal)
  return { amount: sumDecimals(amounts) ?? '0', missing: rows.length - amounts.length }
}
