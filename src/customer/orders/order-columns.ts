import type { SortKey } from './orders-url.ts'

type Column = { header: string; isNumber?: true }

/** The columns of the table and of what is exported from it. */
export const ORDER_COLUMNS: Readonly<Record<SortKey, Column>> = {
  number: { header: 'Order' },
  status: { header: 'Status' },
  type: { header: 'Type' },
  vehicle: { header: 'Vehicle' },
  tag: { header: 'Tag' },
  ordered: { header: 'Ordered' },
  closed: { header: 'Closed' },
  amount: { header: 'Amount', isNumber: true },
  tenders: { header: 'Tenders', isNumber: true },
  dealer: { header: 'Dealer' },
}

/** People look for the latest and the largest first, and for names from the start of the alphabet. */
export function firstIsDescending(key: SortKey): boolean {
  return ORDER_COLUMNS[key].isNumber === true || key === 'ordered' || key === 'closed'
}
