import type { SortKey } from './orders-url.ts'

type Column = {
  header: string
  /** Of the table's width, beside those of the other columns that are shown. */
  share: number
  isNumber?: true
}

/** The columns of the table and of what is exported from it. */
export const ORDER_COLUMNS: Readonly<Record<SortKey, Column>> = {
  number: { header: 'Order', share: 11 },
  status: { header: 'Status', share: 10 },
  type: { header: 'Type', share: 12 },
  vehicle: { header: 'Vehicle', share: 26 },
  tag: { header: 'Tag', share: 6 },
  ordered: { header: 'Ordered', share: 16.4 },
  closed: { header: 'Closed', share: 16.4 },
  amount: { header: 'Amount', share: 10, isNumber: true },
  tenders: { header: 'Tenders', share: 10, isNumber: true },
  dealer: { header: 'Dealer', share: 14 },
}

/** The same for the button that opens a row. */
const TOGGLE_SHARE = 4

/** The widths of the toggle and of the columns shown, as CSS; for wide screens. */
export function columnWidths(columns: readonly SortKey[]): string[] {
  const shares = [TOGGLE_SHARE, ...columns.map((key) => ORDER_COLUMNS[key].share)]
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => `${(100 * share) / total}%`)
}

/** People look for the latest and the largest first, and for names from the start of the alphabet. */
export function firstIsDescending(key: SortKey): boolean {
  return ORDER_COLUMNS[key].isNumber === true || key === 'ordered' || key === 'closed'
}
