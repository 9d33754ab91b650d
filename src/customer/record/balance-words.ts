import type { OrderBalance } from '#src/findings/order-balance.ts'
import { formatMoney } from '#src/format/money.ts'

/** A comparison with its arithmetic; whether something is paid is not said, because the data do not say it. */
export function balanceWords(balance: OrderBalance, currency: string): string {
  switch (balance.state) {
    case 'matches':
      return 'Tenders listed · same as the order'
    case 'lower':
      return `Tenders listed · ${formatMoney(balance.difference, currency)} lower than the order`
    case 'higher':
      return `Tenders listed · ${formatMoney(balance.difference, currency)} higher than the order`
    case 'none-listed':
      return 'No tenders listed'
    case 'cannot-compare':
      return `Tenders listed · cannot be compared: ${balance.reason}`
  }
}
