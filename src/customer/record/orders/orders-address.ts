import { PAGE_SIZES, type PageSize } from '#src/contract/desk/page-sizes.ts'

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
  /** So many orders stand on a page. */
  pageSize: PageSize
  /** Counted from 1. */
  page: number | undefined
}

export const filterNames = ['status', 'type', 'vehicle', 'store'] as const
export type FilterName = (typeof filterNames)[number]

/** What everybody sees who has not chosen otherwise; the dealer stands in the details of each order. */
export const usualColumns: readonly SortKey[] = sortKeys.filter((key) => key !== 'dealer')

/** What a person keeps of the view, for every customer. */
export type KeptView = Pick<OrdersView, 'columns' | 'isCompact' | 'pageSize'>

/** A page of 50 is quick to draw and can be walked by a screen reader. */
export const usualView: KeptView = { columns: usualColumns, isCompact: false, pageSize: 50 }

/** What is undefined of what can be kept goes from the address. */
export type OrdersViewChange = Partial<Omit<OrdersView, keyof KeptView>> & {
  [Name in keyof KeptView]?: KeptView[Name] | undefined
}

/** The view as the person keeps it. */
export const asKept: OrdersViewChange = {
  columns: undefined,
  isCompact: undefined,
  pageSize: undefined,
  page: undefined,
}

const newest: Sort = { key: 'ordered', isDescending: true }

/** What shows every order, from the first page on. */
export const noFilter: OrdersViewChange = {
  text: '',
  chosen: { status: [], type: [], vehicle: [], store: [] },
  page: undefined,
}

/**
 * Reads the view out of the query; what makes no sense there means its default.
 * @param kept what the person keeps, where the query says nothing else
 */
export function parseOrdersView(params: URLSearchParams, kept = usualView): OrdersView {
  const sort = params.get('sort') ?? ''
  const key = sortKeys.find((name) => name === sort.replace(/^-/, ''))
  const page = Number(params.get('page'))
  const rows = params.get('rows')
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
    columns: parseColumns(params.get('columns')) ?? kept.columns,
    isCompact: rows === 'compact' || (rows !== 'comfortable' && kept.isCompact),
    pageSize: PAGE_SIZES.find((size) => String(size) === params.get('size')) ?? kept.pageSize,
    page: Number.isInteger(page) && page > 0 ? page : undefined,
  }
}

/** The order's number is always among them: it says what the row is about. */
function parseColumns(text: string | null): readonly SortKey[] | undefined {
  if (text === null) return undefined
  const named = text.split('.')
  return sortKeys.filter((key) => key === 'number' || named.includes(key))
}

/** The query with a changed view; what is not about orders stays, defaults and what is kept are left out. */
export function withOrdersView(params: URLSearchParams, change: OrdersViewChange, kept = usualView): URLSearchParams {
  const { columns, isCompact, pageSize, ...view } = { ...parseOrdersView(params, kept), ...change }
  const next = new URLSearchParams(params)
  for (const name of ['q', 'sort', 'order', 'columns', 'rows', 'size', 'page', ...filterNames]) next.delete(name)
  if (view.text !== '') next.set('q', view.text)
  for (const name of filterNames) for (const value of view.chosen[name]) next.append(name, value)
  if (view.sort.key !== newest.key || view.sort.isDescending !== newest.isDescending) {
    next.set('sort', `${view.sort.isDescending ? '-' : ''}${view.sort.key}`)
  }
  for (const uuid of view.open) next.append('order', uuid)
  if (columns !== undefined && columns.join('.') !== kept.columns.join('.')) next.set('columns', columns.join('.'))
  if (isCompact !== undefined && isCompact !== kept.isCompact) next.set('rows', isCompact ? 'compact' : 'comfortable')
  if (pageSize !== undefined && pageSize !== kept.pageSize) next.set('size', String(pageSize))
  // Without a page it is that of the order opened last.
  if (view.page !== undefined && (view.page > 1 || view.open.length > 0)) next.set('page', String(view.page))
  return next
}
