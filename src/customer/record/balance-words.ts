import * as words from '#words/record'
import type { OrderBalance } from '#src/findings/order-balance.ts'
import { formatMoney } from '#src/format/money.ts'

/** A comparison with its arithmetic; whether something is paid is not said, because the data do not say it. */
export function balanceWords(balance: OrderBalance, currency: string): string {
  switch (balance.state) {
    case 'matches':
      return words.tendersMatch()
    case 'lower':
      return words.tendersLower({ amount: formatMoney(balance.difference, currency) })
    case 'higher':
      return words.tendersHigher({ amount: formatMoney(balance.difference, currency) })
    case 'none-listed':
      return words.noTenders()
    case 'cannot-compare':
      return words.tendersNotCompared({ reason: balance.reason })
  }
}
