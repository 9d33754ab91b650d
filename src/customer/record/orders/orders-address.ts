export const sortKeys = [
  'number',
  'status',
  'type',
  'vehicle',
  'tag',
  'ordered',
  'closed',
  'amount',
  'tenders',
  'dealer',
] as const
export type SortKey = (typeof sortKeys)[number]
export type Sort = { key: SortKey; isDescending: boolean }

/** How the orders are looked at, as the address bar says it. */
export type OrdersView = {
  /** Text that any cell may hold. */
  text: string
  /** The chosen values of each filter; none means all. */
  chosen: Readonly<Record<FilterName, readonly string[]>>
  sort: Sort
  /** UUIDs of the orders whose transactions are open, the one opened last at the end. */
  open: readonly string[]
  /** The columns shown, in the order of the table. */
  columns: readonly SortKey[]
  isCompact: boolean
  /** Counted from 1. */
  page: number | undefined
}

export const filterNames = ['status', 'type', 'vehicle', 'store'] as const
export type FilterName = (typeof filterNames)[number]

/** What everybody sees who has not chosen otherwise; the dealer stands in the details of each order. */
export const usualColumns: readonly SortKey[] = sortKeys.filter((key) => key !== 'dealer')

const newest: Sort = { key: 'ordered', isDescending: true }

/** What shows every order, from the first page on. */
export const noFilter: Partial<OrdersView> = {
  text: '',
  chosen: { status: [], type: [], vehicle: [], store: [] },
  page: undefined,
}

/** Reads the view out of the query; what makes no sense there means its default. */
export function parseOrdersView(params: URLSearchParams): OrdersView {
  const sort = params.get('sort') ?? ''
  const key = sortKeys.find((name) => name === sort.replace(/^-/, ''))
  const page = Number(params.get('page'))
  return {
    text: params.get('q') ?? '',
    chosen: {
      status: params.getAll('status'),
      type: params.getAll('type'),
      vehicle: params.getAll('vehicle'),
      store: params.getAll('store'),
    },
    sort: key === undefined ? newest : { key, isDescending: sort.startsWith('-') },
    open: params.getAll('order'),
    columns: parseColumns(params.get('columns')),
    isCompact: params.get('rows') === 'compact',
    page: Number.isInteger(page) && page > 0 ? page : undefined,
  }
}

/** The order's number is always among them: it says what the row is about. */
function parseColumns(text: string | null): readonly SortKey[] {
  if (text === null) return usualColumns
  const named = text.split('.')
  return sortKeys.filter((key) => key === 'number' || named.includes(key))
}

/** The query with a changed view; what is not about orders stays, defaults are left out. */
export function withOrdersView(params: URLSearchParams, change: Partial<OrdersView>): URLSearchParams {
  const view = { ...parseOrdersView(params), ...change }
  const next = new URLSearchParams(params)
  for (const name of ['q', 'sort', 'order', 'columns', 'rows', 'page', ...filterNames]) next.delete(name)
  if (view.text !== '') next.set('q', view.text)
  for (const name of filterNames) for (const value of view.chosen[name]) next.append(name, value)
  if (view.sort.key !== newest.key || view.sort.isDescending !== newest.isDescending) {
    next.set('sort', `${view.sort.isDescending ? '-' : ''}${view.sort.key}`)
  }
  for (const uuid of view.open) next.append('order', uuid)
  if (view.columns.join('.') !== usualColumns.join('.')) next.set('columns', view.columns.join('.'))
  if (view.isCompact) next.set('rows', 'compact')
  // Without a page it is that of the order opened last.
  if (view.page !== undefined && (view.page > 1 || view.open.length > 0)) next.set('page', String(view.page))
  return next
}
