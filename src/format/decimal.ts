/** An exact decimal: `units` of ten to the minus `scale`. */
type Decimal = { units: bigint; scale: number }

/** Below it, a number of cents divided by a hundred prints with its very digits. */
const MAX_CENTS = 1e14
// An exponent past this says that the number is no amount of money, and would only cost memory.
const MAX_EXPONENT = 400

/** Reads a JSON number's text, exponent included; undefined when it is none. */
function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text.trim())
  if (match === null) return undefined
  const fraction = match[3] ?? ''
  const exponent = Number(match[4] ?? 0)
  if (Math.abs(exponent) > MAX_EXPONENT) return undefined
  const units = BigInt(`${match[1] === '-' ? '-' : ''}${match[2]}${fraction}`)
  const scale = fraction.length - exponent
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 }
}

function decimalText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

const MONEY = /^-?\d{1,11}(?:\.\d{1,2})?$/

/** Cents of an amount that is nothing out of the way, which is nearly every one: doubles hold them exactly. */
function toCents(text: string): number | undefined {
  return MONEY.test(text) ? Math.round(Number(text) * 100) : undefined
}

/** The decimal text of so many cents; undefined when a double would not print every digit. */
function centsText(cents: number): string | undefined {
  return Math.abs(cents) < MAX_CENTS ? String((cents || 0) / 100) : undefined
}

function sumOfCents(texts: readonly string[]): string | undefined {
  let sum = 0
  for (const text of texts) {
    const cents = toCents(text)
    if (cents === undefined) return undefined
    sum += cents
  }
  return centsText(sum)
}

/** True for the text of a number. */
export function isDecimal(text: string): boolean {
  return MONEY.test(text) || parseDecimal(text) !== undefined
}

/** The exact sum of decimal texts, or undefined when one of them is no number. */
export function sumDecimals(texts: readonly string[]): string | undefined {
  const usual = sumOfCents(texts)
  if (usual !== undefined) return usual
  let sum: Decimal = { units: 0n, scale: 0 }
  for (const text of texts) {
    const next = parseDecimal(text)
    if (next === undefined) return undefined
    const scale = Math.max(sum.scale, next.scale)
    sum = { units: atScale(sum, scale) + atScale(next, scale), scale }
  }
  return decimalText(sum)
}

/** `a - b`, exactly; undefined when one of them is no number. */
export function subtractDecimals(a: string, b: string): string | undefined {
  const [left, right] = [toCents(a), toCents(b)]
  const usual = left === undefined || right === undefined ? undefined : centsText(left - right)
  if (usual !== undefined) return usual
  const subtrahend = parseDecimal(b)
  if (subtrahend === undefined) return undefined
  return sumDecimals([a, decimalText({ units: -subtrahend.units, scale: subtrahend.scale })])
}

/** -1, 0 or 1; texts that are no numbers come last. */
export function compareDecimals(a: string, b: string): number {
  const [usualA, usualB] = [toCents(a), toCents(b)]
  if (usualA !== undefined && usualB !== undefined) return usualA < usualB ? -1 : usualA > usualB ? 1 : 0
  const [left, right] = [parseDecimal(a), parseDecimal(b)]
  if (left === undefined || right === undefined) {
    return left === right ? 0 : left === undefined ? 1 : -1
  }
  const scale = Math.max(left.scale, right.scale)
  const difference = atScale(left, scale) - atScale(right, scale)
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}

function atScale(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale)
}

/** The number's plain digits (no exponent), or undefined when the text is no number. */
export function plainDecimal(text: string): string | undefined {
  const cents = toCents(text)
  if (cents !== undefined) return centsText(cents)
  const value = parseDecimal(text)
  return value === undefined ? undefined : decimalText(value)
}

/** The number times a hundred, exactly; undefined when the text is no number. */
export function hundredfold(text: string): string | undefined {
  const value = parseDecimal(text)
  if (value === undefined) return undefined
  const { units, scale } = value
  return decimalText(scale >= 2 ? { units, scale: scale - 2 } : { units: units * 10n ** BigInt(2 - scale), scale: 0 })
}
