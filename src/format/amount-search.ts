import { plainDecimal } from './decimal.ts'

/** The beginning of an amount that somebody types. */
export type WantedAmount = { isNegative: boolean; starts: readonly string[] }

const AS_TYPED =
  /^(?<sign>[-\u2212(])?(?:[$€£¥]|usd|eur|cad)?(?<sign2>[-\u2212])?(?<number>\d[\d,.]*)(?:[$€£¥]|usd|eur|cad)?\)?$/i

/** Reads `$1,234.50`, `1234.5`, `(50.00)`, `1.234,50`; undefined for a word that is no amount. */
export function wantedAmount(word: string): WantedAmount | undefined {
  const { sign, sign2, number } = AS_TYPED.exec(word)?.groups ?? {}
  if (number === undefined) return undefined
  const starts = [number]
  // Where the comma is the decimal sign.
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d{0,2})?$/.test(number) || /^\d+,\d{1,2}$/.test(number)) {
    starts.push(number.replaceAll('.', '').replace(',', '.'))
  }
  return { isNegative: (sign ?? sign2) !== undefined, starts }
}

/** Whether an amount begins as what was typed, with or without the commas of thousands. */
export function isWantedAmount(amount: string, wanted: WantedAmount): boolean {
  const plain = plainDecimal(amount)
  if (plain === undefined || (wanted.isNegative && !plain.startsWith('-'))) return false
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.')
  const cents = `.${fraction.padEnd(2, '0')}`
  return wanted.starts.some(
    (start) =>
      `${whole}${cents}`.startsWith(start) || `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${cents}`.startsWith(start),
  )
}

/** Puts a sign and its amount together, and the digits that a blank parts: `$ 1,234`, `1 234,50 $`. */
export function joinAmounts(text: string): string {
  return text
    .replace(/([$€£¥])\s+(?=\d)/g, '$1')
    .replace(/(?<=\d)[\u00A0\u202F](?=\d{3})/g, '')
    .replace(/(?<=\d)\s([$€£¥])(?=\s|$)/g, '$1')
}
