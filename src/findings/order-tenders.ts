import * as words from '#words/findings'
import type { DealerOrder } from '#src/contract/order.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
import { formatCount } from '#src/format/count.ts'
import { compareDecimals, hundredfold, isDecimal } from '#src/format/decimal.ts'
import { formatMoney } from '#src/format/money.ts'
import { cleanText } from '#src/format/text.ts'
import type { Examined, Finding } from './finding.ts'
import { type OrderBalance, orderBalance, orderStatus } from './order-balance.ts'

/** Open orders whose amount and tenders differ, with the arithmetic. */
export function orderTenders({ answer, currency }: Examined): Finding[] {
  const orders = entriesOf(answer.orders)
  const balanced = orders.map((order) => ({ order, balance: orderBalance(order) }))
  const units = differentUnits(balanced)
  if (units !== undefined) return [units]
  const money = (amount: string) => formatMoney(amount, currency)
  return balanced.flatMap(({ order, balance }): Finding[] => {
    if (orderStatus(order) !== 'open') return []
    const reason = reasonOf(order, balance, money)
    if (reason === undefined) return []
    return [{ rule: 'order-tenders', weight: 'money', reason, place: placeOf(order) }]
  })
}

function reasonOf(order: DealerOrder, balance: OrderBalance, money: (amount: string) => string): string | undefined {
  const amount = order.order_amount ?? ''
  const named = orderName(order)
  switch (balance.state) {
    case 'lower':
      return words.tendersLower({
        order: named,
        difference: money(balance.difference),
        amount: money(amount),
        tenders: money(balance.tenders),
      })
    case 'higher':
      return words.tendersHigher({
        order: named,
        difference: money(balance.difference),
        amount: money(amount),
        tenders: money(balance.tenders),
      })
    case 'none-listed':
      return isDecimal(amount) && compareDecimals(amount, '0') === 1
        ? words.tendersNone({ order: named, amount: money(amount) })
        : undefined
    default:
      return undefined
  }
}

type Balanced = { order: DealerOrder; balance: OrderBalance }

/** Where most orders differ by exactly a hundred times, one side is in cents, and comparing says nothing. */
function differentUnits(balanced: readonly Balanced[]): Finding | undefined {
  let compared = 0
  let hundredfolds = 0
  for (const { order, balance } of balanced) {
    if (!('tenders' in balance) || balance.tenders === undefined || balance.state === 'cannot-compare') continue
    compared += 1
    const [amount, tenders] = [order.order_amount ?? '', balance.tenders]
    if (compareDecimals(amount, '0') !== 0 && isHundredfold(amount, tenders)) hundredfolds += 1
  }
  if (hundredfolds < 2 || hundredfolds * 2 <= compared) return undefined
  return {
    rule: 'amount-units',
    weight: 'money',
    reason: words.hundredfold({ count: formatCount(hundredfolds), compared: formatCount(compared) }),
    place: { tab: 'orders' },
  }
}

function isHundredfold(a: string, b: string): boolean {
  return [
    [a, b],
    [b, a],
  ].some(([large = '', small = '']) => {
    const product = hundredfold(small)
    return product !== undefined && compareDecimals(product, large) === 0
  })
}

/** `Order RO1`, or what else names it. */
export function orderName(order: DealerOrder): string {
  const number = cleanText(order.order_number)
  return number === '' ? words.orderWithoutNumber() : words.orderNamed({ number })
}

/** The same in a list of orders: `RO1`. */
export function orderNumber(order: DealerOrder): string {
  return cleanText(order.order_number) || words.orderWithoutNumber()
}

/** The row of the order. */
export function placeOf(order: DealerOrder): Finding['place'] {
  return { tab: 'orders', order: order.dealerOrder_uuid || undefined }
}
