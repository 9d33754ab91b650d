import * as words from '#words/findings'
import type { DealerOrder, Transaction } from '#src/contract/order.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
import { grouped } from './grouped.ts'
import { plainDecimal } from '#src/format/decimal.ts'
import { formatMoney } from '#src/format/money.ts'
import { cleanText } from '#src/format/text.ts'
import { type Examined, type Finding, isStated } from './finding.ts'
import { joinedByAnd } from './joined.ts'
import { orderName, orderNumber, placeOf } from './order-tenders.ts'

/** The same charge twice on one order, the same row twice, and one transaction under two orders. */
export function doubleCharge({ answer, currency }: Examined): Finding[] {
  const orders = entriesOf(answer.orders)
  return [...orders.flatMap((order) => withinOrder(order, currency)), ...acrossOrders(orders)]
}

function withinOrder(order: DealerOrder, currency: string): Finding[] {
  const tenders = order.transactions ?? []
  if (tenders.length < 2) return []
  // Nearly all orders of a large record end here.
  if (!hasRepeat(tenders, rowKey) && !hasRepeat(tenders, chargeKey)) return []
  const named = orderName(order)
  const finding = (reason: string): Finding => ({
    rule: 'double-charge',
    weight: 'money',
    reason,
    place: placeOf(order),
  })
  const rows = [...grouped(tenders, rowKey).values()]
  const repeated = rows.filter((same) => same.length > 1)
  // A row that is listed twice is one charge; where its copies differ, each is compared.
  const once = grouped(tenders, (tender) => {
    const charge = chargeKey(tender)
    return charge && `${rowKey(tender)}\n${charge}`
  })
  const firsts = [...once.values()].map(([first]) => first).filter((tender) => tender !== undefined)
  const charges = [...grouped(firsts, chargeKey).values()].flatMap((same) => {
    const [first] = same
    const amount = plainDecimal(first?.transactionAmount ?? '') ?? ''
    const refunds = tenders.filter((tender) => isRefundOf(tender, first)).length
    return same.length - refunds > 1
      ? [
          finding(
            words.chargedAgain({
              order: named,
              amount: formatMoney(amount, currency),
              count: same.length,
              ids: joinedByAnd(same.map((tender) => tender.transactionId ?? '')),
            }),
          ),
        ]
      : []
  })
  return [
    ...charges,
    ...repeated.map(([first]) => finding(words.transactionTwice({ order: named, id: first?.transactionId ?? '' }))),
  ]
}

/** The same row of the platform, listed twice, has the same key; what states no id has none. */
function rowKey({ transactionId, tenderDataId }: Transaction): string | undefined {
  return isStated(transactionId) ? `${transactionId}\n${tenderDataId ?? ''}` : undefined
}

/** Charges with the same key are the same money on the same card. */
function chargeKey(tender: Transaction): string | undefined {
  const card = cleanText(tender.ccNumber)
  if (card === '' || !isStated(tender.transactionId)) return undefined
  const amount = plainDecimal(tender.transactionAmount ?? '')
  if (amount === undefined || amount.startsWith('-') || amount === '0') return undefined
  return `${amount}\n${card}\n${tender.transactionTypeId ?? ''}`
}

function isRefundOf(tender: Transaction, charge: Transaction | undefined): boolean {
  const amount = plainDecimal(charge?.transactionAmount ?? '')
  return (
    amount !== undefined &&
    plainDecimal(tender.transactionAmount ?? '') === `-${amount}` &&
    cleanText(tender.ccNumber) === cleanText(charge?.ccNumber)
  )
}

function acrossOrders(orders: readonly DealerOrder[]): Finding[] {
  const firstOf = new Map<string, DealerOrder>()
  const shared = new Map<string, Set<DealerOrder>>()
  for (const order of orders) {
    for (const { transactionId } of order.transactions ?? []) {
      if (!isStated(transactionId)) continue
      const first = firstOf.get(transactionId)
      if (first === undefined) firstOf.set(transactionId, order)
      else if (first !== order) shared.set(transactionId, (shared.get(transactionId) ?? new Set([first])).add(order))
    }
  }
  return [...shared].flatMap(([id, among]): Finding[] => {
    const [first] = among
    if (first === undefined) return []
    const orderNames = joinedByAnd([...among].map(orderNumber))
    return [
      {
        rule: 'double-charge',
        weight: 'money',
        reason: words.transactionShared({ id, orders: orderNames }),
        place: placeOf(first),
      },
    ]
  })
}

function hasRepeat<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): boolean {
  const seen = new Set<string>()
  return items.some((item) => {
    const key = keyOf(item)
    if (key === undefined) return false
    if (seen.has(key)) return true
    seen.add(key)
    return false
  })
}
