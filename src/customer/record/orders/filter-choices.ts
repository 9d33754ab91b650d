import type { FilterValue, OrderRow } from './order-row.ts'
import type { FilterName } from './orders-address.ts'

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
