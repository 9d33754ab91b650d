import { LANGUAGE } from './language.ts'

// Made at the first number that needs it: making one takes longer than using it ten thousand times.
let numbers: Intl.NumberFormat | undefined

/** A whole number with thousands set apart as the language does: `12,480`. Digits below a thousand are the same in all. */
export function formatCount(count: number): string {
  if (count < 1000) return String(count)
  numbers ??= new Intl.NumberFormat(LANGUAGE)
  return numbers.format(count)
}
