import * as words from '#words/orders'
import { type SortKey, usualColumns } from './orders-address.ts'

type Column = {
  header: string
  /** Of the table's width, beside those of the other columns that are shown. */
  share: number
  isNumber?: true
}

/** The columns of the table, in words. */
export const ORDER_COLUMNS: Readonly<Record<SortKey, Column>> = {
  number: { header: words.order(), share: 11 },
  status: { header: words.status(), share: 10 },
  type: { header: words.type(), share: 11 },
  vehicle: { header: words.vehicle(), share: 22 },
  tag: { header: words.tag(), share: 6 },
  ordered: { header: words.ordered(), share: 20 },
  closed: { header: words.closed(), share: 20 },
  amount: { header: words.amount(), share: 10, isNumber: true },
  tenders: { header: words.tenders(), share: 10, isNumber: true },
  dealer: { header: words.dealer(), share: 14 },
}

/** The button that opens a row takes so much of every hundred. */
const TOGGLE_WIDTH = 3.25

/**
 * The widths of the toggle and of the columns shown, as CSS, for wide screens; undefined where so many are shown that
 * only their contents can say who gets how much.
 */
export function steadyWidths(columns: readonly SortKey[]): string[] | undefined {
  const total = totalShare(columns)
  if (total > totalShare(usualColumns)) return undefined
  const left = 100 - TOGGLE_WIDTH
  return [TOGGLE_WIDTH, ...columns.map((key) => (left * ORDER_COLUMNS[key].share) / total)].map((width) => `${width}%`)
}

function totalShare(columns: readonly SortKey[]): number {
  return columns.reduce((sum, key) => sum + ORDER_COLUMNS[key].share, 0)
}

/** People look for the latest and the largest first, and for names from the start of the alphabet. */
export function firstIsDescending(key: SortKey): boolean {
  return ORDER_COLUMNS[key].isNumber === true || key === 'ordered' || key === 'closed'
}
