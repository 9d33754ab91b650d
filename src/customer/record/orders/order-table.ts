import {
  type ColumnDef,
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  type Row,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import { sortableDateOf } from '#src/findings/order-dates.ts'
import { compareDecimals, isDecimal } from '#src/format/decimal.ts'
import { holdsWords, type SearchWord, searchWords } from '#src/format/search-words.ts'
import { cleanText, fold } from '#src/format/text.ts'
import type { FilterValue, OrderRow } from './order-row.ts'
import { type FilterName, filterNames, type OrdersView, type SortKey, sortKeys } from './orders-address.ts'

/** What the table library does for the orders. */
export const orderFeatures = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  columnVisibilityFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
})
type Features = typeof orderFeatures

/** What a column sorts by, as text; undefined is missing or cannot be read, and stands last both ways. */
const SORT_VALUES: Record<SortKey, (row: OrderRow) => string | undefined> = {
  number: (row) => natural(row.order.order_number),
  status: (row) => known(row.valueOf('status')),
  type: (row) => known(row.valueOf('type')),
  vehicle: (row) => known(row.valueOf('vehicle')),
  tag: (row) => natural(row.order.tag_or_hat),
  ordered: (row) => row.ordered,
  closed: (row) => sortableDateOf(row.order.close_date, row.timeZone),
  amount: (row) => amount(row.order.order_amount),
  tenders: (row) => amount('tenders' in row.balance ? row.balance.tenders : undefined),
  dealer: (row) => known(row.valueOf('store')),
}

/** The column that each filter narrows. */
const FILTERED: Readonly<Record<FilterName, SortKey>> = {
  status: 'status',
  type: 'type',
  vehicle: 'vehicle',
  store: 'dealer',
}

const columns: ColumnDef<Features, OrderRow>[] = sortKeys.map((key) => {
  const filter = filterNames.find((name) => FILTERED[name] === key)
  return {
    id: key,
    accessorFn: SORT_VALUES[key],
    sortUndefined: 'last',
    sortFn: key === 'amount' || key === 'tenders' ? compareAmounts : compareTexts,
    filterFn: (row, _id, chosen: readonly string[]) =>
      filter === undefined || chosen.includes(row.original.valueOf(filter).value),
    // The text is looked for in the row as a whole, so once.
    enableGlobalFilter: key === 'number',
  }
})

type OrderTableState = {
  sorting: { id: SortKey; desc: boolean }[]
  columnFilters: { id: SortKey; value: readonly string[] }[]
  columnVisibility: Record<string, boolean>
  globalFilter: readonly SearchWord[] | undefined
}

/** The view of the address in the table library's terms. */
export function orderTableState({ text, chosen, sort, columns: shown }: OrdersView): OrderTableState {
  const words = searchWords(text)
  return {
    sorting: [{ id: sort.key, desc: sort.isDescending }],
    columnFilters: filterNames
      .filter((name) => chosen[name].length > 0)
      .map((name) => ({ id: FILTERED[name], value: chosen[name] })),
    columnVisibility: Object.fromEntries(sortKeys.map((key) => [key, shown.includes(key)])),
    globalFilter: words.length === 0 ? undefined : words,
  }
}

/** Everything about the table that does not change with the view. */
export const orderTableOptions = {
  features: orderFeatures,
  columns,
  globalFilterFn: (row: Row<Features, OrderRow>, _id: string, words: readonly SearchWord[]) =>
    holdsWords(row.original, words),
  getColumnCanGlobalFilter: (column: { id: string }) => column.id === 'number',
}

function compareTexts(a: Row<Features, OrderRow>, b: Row<Features, OrderRow>, id: string): number {
  const [x, y] = [a.getValue<string>(id), b.getValue<string>(id)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** Doubles keep the order of the decimals; only those that fall on the same one are compared exactly. */
function compareAmounts(a: Row<Features, OrderRow>, b: Row<Features, OrderRow>, id: string): number {
  const [x, y] = [a.getValue<string>(id), b.getValue<string>(id)]
  return Number(x) - Number(y) || compareDecimals(x, y)
}

function amount(text: string | null | undefined): string | undefined {
  return text !== null && text !== undefined && isDecimal(text) ? text : undefined
}

/** Sorts `RO9` before `RO10` as plain text, which is many times quicker than a collator. */
function natural(text: string | null | undefined): string | undefined {
  const shown = cleanText(text)
  return shown ? fold(shown).replace(/\d+/g, (digits) => digits.padStart(20, '0')) : undefined
}

function known({ value, label }: FilterValue): string | undefined {
  return value === '-' ? undefined : natural(label)
}
