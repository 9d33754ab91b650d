import { cleanVin, lookAlikes } from '#src/format/vin.ts'

// ISO 3779 and 49 CFR 565: letters stand for digits, each position has a weight, the remainder by 11 is
// the ninth character, X for ten.
const LETTER_VALUES: Readonly<Record<string, number>> = {
  ...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8 },
  ...{ J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9 },
  ...{ S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 },
}
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const
// The tenth character: a cycle of thirty years that began with 1980.
const MODEL_YEARS = 'ABCDEFGHJKLMNPRSTVWXY123456789'
// Never in a VIN, because they are taken for these (49 CFR 565.23).
const MEANT: Readonly<Record<string, string>> = { I: '1', O: '0', Q: '0' }
const CHECK_DIGIT = 8
const YEAR_DIGIT = 9

/** The check digit that the other sixteen characters call for. */
export function vinCheckDigit(vin: string): string {
  const sum = Array.from(vin).reduce(
    (total, char, index) => total + (LETTER_VALUES[char] ?? Number(char)) * (WEIGHTS[index] ?? 0),
    0,
  )
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

/** The tenth character for a model year. */
export function vinYearCode(year: number): string {
  return MODEL_YEARS.charAt((year - 1980) % MODEL_YEARS.length)
}

/** The model years that the tenth character can stand for, oldest first. */
function vinYears(vin: string): number[] {
  const index = MODEL_YEARS.indexOf(vin.charAt(YEAR_DIGIT))
  return index < 0 ? [] : [1980 + index, 2010 + index]
}

/**
 * What a VIN says against itself or the stated model year, as hints for people.
 * @param year the vehicle's model year as sent, or nothing
 */
export function vinFindings(sent: string, year?: string | null): string[] {
  const vin = cleanVin(sent)
  if (vin === '') return []
  const alike = lookAlikes(vin)
  if (alike.length > 0) {
    return alike.map(
      ({ letter, looksLike }) => `VIN holds ${letter} of another alphabet, which only looks like ${looksLike}`,
    )
  }
  if (vin.length !== 17) return [`VIN has ${vin.length} characters, not 17; older formats are not checked`]
  const [unused] = /[^A-HJ-NPR-Z0-9]/.exec(vin) ?? []
  if (unused !== undefined) {
    const meant = MEANT[unused]
    return [`VIN holds ${unused}, which VINs do not use${meant === undefined ? '' : `; ${meant} looks like it`}`]
  }
  if (/^(.)\1{16}$/.test(vin)) return ['VIN is a placeholder']
  const expected = vinCheckDigit(vin)
  // Only North America makes the check digit a rule; elsewhere the position is free.
  if (vin.charAt(CHECK_DIGIT) !== expected) {
    return /^[1-5]/.test(vin)
      ? [`VIN check digit is ${vin.charAt(CHECK_DIGIT)}, computed ${expected}`]
      : ['Not a North American check digit']
  }
  const years = vinYears(vin)
  if (year && /^\d{4}$/.test(year) && years.length > 0 && !years.includes(Number(year))) {
    return [`VIN says model year ${years.join(' or ')}`]
  }
  return []
}
