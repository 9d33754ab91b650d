import { plainDecimal } from './decimal.ts'

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(currency: string): Intl.NumberFormat {
  const known = formatters.get(currency)
  if (known !== undefined) return known
  // Cents are always shown; a third decimal of the source is shown too, never rounded away.
  const made = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 20,
  })
  formatters.set(currency, made)
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
  // Intl takes decimal text exactly; a hyphen would break the line and is too short to be seen.
  return formatter(currency)
    .format(plain as `${number}`)
    .replace(/^-/, '\u2212')
}
