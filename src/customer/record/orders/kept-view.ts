import type { Preferences } from '#src/contract/desk/preferences.ts'
import { type KeptView, type SortKey, sortKeys, usualColumns, usualView } from './orders-address.ts'

type KeptColumns = Preferences['orders-columns']

/** How the person looks at the orders of every customer. */
export function keptView(preferences: Preferences): KeptView {
  const kept = preferences['orders-columns'] ?? {}
  const rows = preferences['orders-rows']
  return {
    columns: sortKeys.filter((key) => key === 'number' || (kept[key] ?? usualColumns.includes(key))),
    isCompact: rows === undefined ? usualView.isCompact : rows === 'compact',
    pageSize: preferences['orders-page-size'] ?? usualView.pageSize,
  }
}

/** Columns by name, so that those that come later are shown to whoever chose before them. */
export function keptColumns(columns: readonly SortKey[]): KeptColumns {
  const changed = sortKeys.filter((key) => columns.includes(key) !== usualColumns.includes(key))
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((key) => [key, columns.includes(key)]))
}
