import { isDecimal, sumDecimals } from '#src/format/decimal.ts'
import type { OrderRow } from './order-row.ts'

/** The exact sum of the amounts that are numbers, and how many orders it leaves out. */
export function sumAmounts(rows: readonly OrderRow[]): { amount: string; missing: number } {
  const amounts = rows.map((row) => row.order.order_amount ?? '').filter(isDecimal)
  return { amount: sumDecimals(amounts) ?? '0', missing: rows.length - amounts.length }
}
