import * as words from '#words/findings'
import type { DealerOrder } from '#src/contract/order.ts'
import { cleanText } from '#src/format/text.ts'
import { compareDecimals, isDecimal, subtractDecimals, sumDecimals } from '#src/format/decimal.ts'

/** An order's amount beside the sum of its tenders: a comparison, never a verdict on what is paid. */
export type OrderBalance =
  | { state: 'matches'; tenders: string }
  | { state: 'lower' | 'higher'; tenders: string; difference: string }
  | { state: 'none-listed' }
  | { state: 'cannot-compare'; tenders: string | undefined; reason: string }

/**
 * Compares exactly. Amounts that are missing or no numbers make the comparison impossible, and so does a
 * tender that names another order; the reason says which.
 */
export function orderBalance(order: DealerOrder): OrderBalance {
  const { transactions } = order
  if (transactions === undefined || transactions === null) {
    return { state: 'cannot-compare', tenders: undefined, reason: words.noTenderList() }
  }
  if (transactions.length === 0) return { state: 'none-listed' }
  const amounts = transactions.map((tender) => tender.transactionAmount)
  if (amounts.some((amount) => amount === undefined || amount === null)) {
    return { state: 'cannot-compare', tenders: undefined, reason: words.tenderWithoutAmount() }
  }
  const tenders = sumDecimals(amounts.filter((amount) => typeof amount === 'string'))
  if (tenders === undefined) {
    return { state: 'cannot-compare', tenders, reason: words.tenderNotNumber() }
  }
  const isOfAnotherOrder = transactions.some(
    (tender) =>
      isStated(tender.dealerOrderId) && isStated(order.dealerOrder_id) && tender.dealerOrderId !== order.dealerOrder_id,
  )
  if (isOfAnotherOrder) return { state: 'cannot-compare', tenders, reason: words.tenderOfOtherOrder() }
  if (order.order_amount === undefined || order.order_amount === null) {
    return { state: 'cannot-compare', tenders, reason: words.orderWithoutAmount() }
  }
  const difference = subtractDecimals(order.order_amount, tenders)
  if (difference === undefined) {
    return { state: 'cannot-compare', tenders, reason: words.orderNotNumber() }
  }
  if (compareDecimals(difference, '0') === 0) return { state: 'matches', tenders }
  return difference.startsWith('-')
    ? { state: 'higher', tenders, difference: difference.slice(1) }
    : { state: 'lower', tenders, difference }
}

/** Zero and null both mean that the platform states no id. */
function isStated(id: string | null | undefined): id is string {
  return id !== undefined && id !== null && id !== '0'
}

/** What the open orders show more than their tenders. */
export type NotCovered = {
  /** '0' when no order shows more. */
  amount: string
  /** So many orders make it up. */
  orders: number
  /** So many open orders are left out, because they cannot be compared with their tenders. */
  notCompared: number
}

export function notCovered(orders: readonly DealerOrder[]): NotCovered {
  const differences: string[] = []
  let notCompared = 0
  for (const order of orders) {
    if (orderStatus(order) !== 'open') continue
    const balance = orderBalance(order)
    const amount = balance.state === 'none-listed' ? order.order_amount : undefined
    if (balance.state === 'lower') differences.push(balance.difference)
    else if (isPositive(amount)) differences.push(amount)
    else if (balance.state === 'cannot-compare' || (balance.state === 'none-listed' && !isReadable(amount)))
      notCompared += 1
  }
  return { amount: sumDecimals(differences) ?? '0', orders: differences.length, notCompared }
}

function isReadable(amount: string | null | undefined): amount is string {
  return typeof amount === 'string' && isDecimal(amount)
}

function isPositive(amount: string | null | undefined): amount is string {
  return isReadable(amount) && compareDecimals(amount, '0') === 1
}

/** The published statuses, sent as a letter or a word in either case; a DMS may send others. */
export function orderStatus(order: DealerOrder): 'open' | 'invoiced' | 'closed' | undefined {
  switch (cleanText(order.order_status).toLowerCase()) {
    case 'o':
    case 'open':
      return 'open'
    case 'i':
    case 'invoiced':
      return 'invoiced'
    case 'c':
    case 'closed':
      return 'closed'
    default:
      return undefined
  }
}
