import type { DealerOrder } from '#src/contract/order.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
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
    return [{ rule: 'order-tenders', weight: 'money', reason: `${orderName(order)}: ${reason}`, place: placeOf(order) }]
  })
}

function reasonOf(order: DealerOrder, balance: OrderBalance, money: (amount: string) => string): string | undefined {
  const amount = order.order_amount ?? ''
  switch (balance.state) {
    case 'lower':
      return `tenders listed are ${money(balance.difference)} lower than the order (${money(amount)} − ${money(balance.tenders)})`
    case 'higher':
      return `tenders listed are ${money(balance.difference)} higher than the order (${money(balance.tenders)} − ${money(amount)})`
    case 'none-listed':
      return isDecimal(amount) && compareDecimals(amount, '0') === 1
        ? `${money(amount)}, and no tenders listed`
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
    reason: `On ${hundredfolds} of ${compared} orders the amount and the tenders differ by exactly 100 times: one of them seems to be in cents, so they are not compared`,
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
  return number === '' ? 'An order without number' : `Order ${number}`
}

/** The row of the order. */
export function placeOf(order: DealerOrder): Finding['place'] {
  return { tab: 'orders', order: order.dealerOrder_uuid || undefined }
}
