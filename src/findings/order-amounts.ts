import type { DealerOrder } from '#src/contract/order.ts'
import { isDecimal, sumDecimals } from '#src/format/decimal.ts'
import { cleanText } from '#src/format/text.ts'

/** The amounts of an order that somebody may look for it by: its own and those of its tenders. */
export function orderAmounts({ order_amount, transactions }: DealerOrder): string[] {
  return [order_amount, ...(transactions ?? []).map((tender) => tender.transactionAmount)]
    .map(cleanText)
    .filter((amount) => amount !== '')
}

/** The exact sum of the amounts that are numbers, and how many orders it leaves out. */
export function sumOfOrders(orders: readonly DealerOrder[]): { amount: string; missing: number } {
  const amounts = orders.map((order) => order.order_amount ?? '').filter(isDecimal)
  return { amount: sumDecimals(amounts) ?? '0', missing: orders.length - amounts.length }
}
