import { plainDecimal } from './decimal.ts'
import { LANGUAGE } from './language.ts'

/** How an amount of a currency is written: what stands around its digits and between them, and how many it always shows. */
type Pattern = { before: string; after: string; group: string; decimal: string; digits: number }

const patterns = new Map<string, Pattern>()

/** Learned from an example, once: `Intl` itself rounds where a browser is older than its exact decimals. */
function patternOf(currency: string): Pattern {
  const known = patterns.get(currency)
  if (known !== undefined) return known
  const format = new Intl.NumberFormat(LANGUAGE, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const parts = format.formatToParts(1_234_567)
  const place = (type: Intl.NumberFormatPartTypes) => parts.findIndex((part) => part.type === type)
  const text = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ value }) => value)
      .join('')
  const lastDigits = Math.max(
    parts.findLastIndex(({ type }) => type === 'integer'),
    place('fraction'),
  )
  const made = {
    before: text(0, place('integer')),
    after: text(lastDigits + 1),
    group: parts[place('group')]?.value ?? '',
    decimal: parts[place('decimal')]?.value ?? '.',
    digits: format.resolvedOptions().maximumFractionDigits ?? 2,
  }
  patterns.set(currency, made)
  return made
}

/**
 * An amount for people, in the language of the page: `$1,234.50`. Every digit of the source is kept.
 * @param amount decimal text as on the wire; what is no number is returned as it is
 * @param currency ISO 4217
 */
export function formatMoney(amount: string, currency: string): string {
  const plain = plainDecimal(amount)
  if (plain === undefined) return amount
  const { before, after, group, decimal, digits } = patternOf(currency)
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.')
  // Cents are always shown; a third decimal of the source is shown too, never rounded away.
  const cents = fraction.padEnd(digits, '0')
  // A hyphen would break the line and is too short to be seen.
  const sign = plain.startsWith('-') ? '\u2212' : ''
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group)
  return `${sign}${before}${grouped}${cents === '' ? '' : `${decimal}${cents}`}${after}`
}
