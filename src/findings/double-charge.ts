import type { DealerOrder, Transaction } from '#src/contract/order.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
import { plainDecimal } from '#src/format/decimal.ts'
import { formatMoney } from '#src/format/money.ts'
import { cleanText } from '#src/format/text.ts'
import { type Examined, type Finding, isStated } from './finding.ts'
import { orderName, placeOf } from './order-tenders.ts'

/** The same charge twice on one order, the same row twice, and one transaction under two orders. */
export function doubleCharge({ answer, currency }: Examined): Finding[] {
  const orders = entriesOf(answer.orders)
  return [...orders.flatMap((order) => withinOrder(order, currency)), ...acrossOrders(orders)]
}

function withinOrder(order: DealerOrder, currency: string): Finding[] {
  const tenders = order.transactions ?? []
  if (tenders.length < 2) return []
  const finding = (reason: string): Finding => ({
    rule: 'double-charge',
    weight: 'money',
    reason: `${orderName(order)}: ${reason}`,
    place: placeOf(order),
  })
  const rows = groups(tenders, (tender) =>
    isStated(tender.transactionId) ? JSON.stringify([tender.transactionId, tender.tenderDataId]) : undefined,
  )
  const repeated = rows.filter((same) => same.length > 1)
  // A row that is listed twice is one charge; where its copies differ, each is compared.
  const once = groups(tenders, (tender) => {
    const charge = chargeKey(tender)
    return charge && JSON.stringify([tender.transactionId, tender.tenderDataId, charge])
  })
  const charges = groups(
    once.map(([first]) => first).filter((tender) => tender !== undefined),
    chargeKey,
  ).flatMap((same) => {
    const [first] = same
    const amount = plainDecimal(first?.transactionAmount ?? '') ?? ''
    const refunds = tenders.filter((tender) => isRefundOf(tender, first)).length
    return same.length - refunds > 1
      ? [
          finding(
            `${formatMoney(amount, currency)} ${same.length} times on the same card, as transactions ${same.map((tender) => tender.transactionId).join(' and ')}`,
          ),
        ]
      : []
  })
  return [...charges, ...repeated.map(([first]) => finding(`transaction ${first?.transactionId} is listed twice`))]
}

/** Charges with the same key are the same money on the same card. */
function chargeKey(tender: Transaction): string | undefined {
  const amount = plainDecimal(tender.transactionAmount ?? '')
  const card = cleanText(tender.ccNumber)
  if (amount === undefined || amount.startsWith('-') || amount === '0' || card === '') return undefined
  return isStated(tender.transactionId) ? JSON.stringify([amount, card, tender.transactionTypeId]) : undefined
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
  const seen = new Map<string, Set<DealerOrder>>()
  for (const order of orders) {
    for (const { transactionId } of order.transactions ?? []) {
      if (!isStated(transactionId)) continue
      const others = seen.get(transactionId)
      if (others === undefined) seen.set(transactionId, new Set([order]))
      else others.add(order)
    }
  }
  return [...seen].flatMap(([id, among]): Finding[] => {
    const [first] = among
    if (among.size < 2 || first === undefined) return []
    const names = [...among].map((order) => orderName(order).replace(/^Order /, '')).join(' and ')
    return [
      {
        rule: 'double-charge',
        weight: 'money',
        reason: `Transaction ${id} stands under more than one order: ${names}`,
        place: placeOf(first),
      },
    ]
  })
}

/** Those with the same key together; those without one are left out. */
function groups<Item>(items: readonly Item[], keyOf: (item: Item) => string | undefined): Item[][] {
  const byKey = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    if (key === undefined) continue
    const known = byKey.get(key)
    if (known === undefined) byKey.set(key, [item])
    else known.push(item)
  }
  return [...byKey.values()]
}
