import { groupThousands } from './count.ts'
import { plainDecimal } from './decimal.ts'

type Currency = { symbol: string; digits: number }

// The first use of Intl takes longer than drawing the header, so the default currency does without.
const currencies = new Map<string, Currency>([['USD', { symbol: '$', digits: 2 }]])

/** How a currency is written in English: its sign in front, and how many digits it always shows. */
function currencyOf(code: string): Currency {
  const known = currencies.get(code)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' })
  const sample = format.format(0)
  const made = {
    symbol: sample.slice(0, sample.indexOf('0')),
    digits: format.resolvedOptions().maximumFractionDigits ?? 2,
  }
  currencies.set(code, made)
  return made
}

/**
 * An amount for people: `$1,234.50`. Every digit of the source is kept.
 * @param amount decimal text as on the wire; what is no number is returned as it is
 * @param currency ISO 4217
 */
export function formatMoney(amount: string, currency: string): string {
  const plain = plainDecimal(amount)
  if (plain === undefined) return amount
  const { symbol, digits } = currencyOf(currency)
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.')
  // Cents are always shown; a third decimal of the source is shown too, never rounded away.
  const cents = fraction.padEnd(digits, '0')
  // A hyphen would break the line and is too short to be seen.
  const sign = plain.startsWith('-') ? '\u2212' : ''
  return `${sign}${symbol}${groupThousands(whole)}${cents === '' ? '' : `.${cents}`}`
}
