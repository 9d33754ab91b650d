import { cleanVin } from '#src/format/vin.ts'
import { makerOf } from './vin-makers.ts'

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
const FIRST_YEAR = 1980
const SECOND_CYCLE = FIRST_YEAR + MODEL_YEARS.length
// Counted from nought.
const CYCLE = 6
export const CHECK_DIGIT = 8
const YEAR = 9
const PLANT = 10

/** What a VIN itself says of the vehicle; what it does not say for sure is left out. */
export type DecodedVin = {
  /** The makes that its first three characters stand for; none when they are not known here. */
  makes: readonly string[]
  /** The model years that it can mean, oldest first; none where no rule of North America says so. */
  years: readonly number[]
  /** The maker's own code of the plant, where that rule holds. */
  plant: string | undefined
}

const NOTHING: DecodedVin = { makes: [], years: [], plant: undefined }

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
  return MODEL_YEARS.charAt((year - FIRST_YEAR) % MODEL_YEARS.length)
}

/** Whether the characters are those of a VIN as they have been since 1981, and not one that only fills the field. */
export function isWholeVin(vin: string): boolean {
  return /^[A-HJ-NPR-Z0-9]{17}$/.test(vin) && !/^(.)\1{16}$/.test(vin)
}

/**
 * Reads maker, model year and plant code out of a VIN. The last two are set by the rules of North America, which a right
 * check digit tells: elsewhere these positions are free, and one wrong character may be in any of them.
 * @param thisYear the calendar year, after the next of which no model year can be
 */
export function decodeVin(sent: string | null | undefined, thisYear: number): DecodedVin {
  const vin = cleanVin(sent)
  if (!isWholeVin(vin)) return NOTHING
  const maker = makerOf(vin)
  const makes = maker?.makes ?? []
  if (vin.charAt(CHECK_DIGIT) !== vinCheckDigit(vin)) return { ...NOTHING, makes }
  return { makes, years: modelYears(vin, maker?.isLight === true, thisYear), plant: vin.charAt(PLANT) }
}

/** Thirty years apart; position 7 says which of the two, in cars and light vehicles only: a digit the first. */
function modelYears(vin: string, isLight: boolean, thisYear: number): number[] {
  const place = MODEL_YEARS.indexOf(vin.charAt(YEAR))
  if (place < 0) return []
  const possible = [FIRST_YEAR + place, SECOND_CYCLE + place].filter((year) => year <= thisYear + 1)
  // China has the check digit and the year, but not this rule.
  if (!isLight || vin.startsWith('L')) return possible
  const isFirst = /\d/.test(vin.charAt(CYCLE))
  const told = possible.filter((year) => year < SECOND_CYCLE === isFirst)
  return told.length > 0 ? told : possible
}
