import * as words from '#words/findings'
import { formatCount } from '#src/format/count.ts'
import { cleanVin, lookAlikes } from '#src/format/vin.ts'
import { cleanText } from '#src/format/text.ts'
import { CHECK_DIGIT, decodeVin, isWholeVin, vinCheckDigit } from './decode-vin.ts'
import { joinedByOr } from './joined.ts'
import { isOfOtherMaker } from './vin-makers.ts'

// Never in a VIN, because they are taken for these (49 CFR 565.23).
const MEANT: Readonly<Record<string, string>> = { I: '1', O: '0', Q: '0' }

/** What is stated beside the VIN, as sent. */
type Stated = { year?: string | null | undefined; make?: string | null | undefined }

/**
 * A hint for people. `length` is that of the older formats too, which are not checked; `brief` does not say so. `elsewhere`
 * holds for what other continents build.
 */
export type VinProblem = { kind: 'length'; text: string; brief: string } | { kind: 'elsewhere' | 'other'; text: string }

/**
 * What a VIN says against itself or what is stated beside it, as hints for people.
 * @param thisYear as for {@link decodeVin}
 */
export function vinFindings(sent: string, stated: Stated, thisYear: number): string[] {
  return vinProblems(sent, stated, thisYear).map(({ text }) => text)
}

/** The same, each with what kind of hint it is. */
export function vinProblems(sent: string, { year, make }: Stated, thisYear: number): VinProblem[] {
  const vin = cleanVin(sent)
  if (vin === '') return []
  const alike = lookAlikes(vin)
  if (alike.length > 0) {
    return alike.map(({ letter, looksLike }) => problem(words.vinAlike({ letter, looksLike })))
  }
  if (vin.length !== 17) {
    const count = formatCount(vin.length)
    return [{ kind: 'length', text: words.vinLengthUnchecked({ count }), brief: words.vinLength({ count }) }]
  }
  const [unused] = /[^A-HJ-NPR-Z0-9]/.exec(vin) ?? []
  if (unused !== undefined) {
    const meant = MEANT[unused]
    return [
      problem(
        meant === undefined ? words.vinUnused({ letter: unused }) : words.vinUnusedAlike({ letter: unused, meant }),
      ),
    ]
  }
  if (!isWholeVin(vin)) return [problem(words.vinPlaceholder())]
  const { makes, years } = decodeVin(vin, thisYear)
  const stated = cleanText(make)
  const ofOther = makes.length > 0 && isOfOtherMaker(stated, makes)
  const other = ofOther ? [problem(words.vinSaysMake({ makes: joinedByOr(makes), stated }))] : []
  const expected = vinCheckDigit(vin)
  // Only North America makes the check digit a rule; elsewhere the position is free.
  if (vin.charAt(CHECK_DIGIT) !== expected) {
    const isNorthAmerican = /^(?:[1-5]|7[F-Z0-9])/.test(vin)
    return isNorthAmerican
      ? [problem(words.vinCheckDigit({ digit: vin.charAt(CHECK_DIGIT), expected })), ...other]
      : [{ kind: 'elsewhere', text: words.vinElsewhere() }, ...other]
  }
  if (year && /^\d{4}$/.test(year) && years.length > 0 && !years.includes(Number(year))) {
    return [problem(words.vinSaysYear({ years: joinedByOr(years.map(String)) })), ...other]
  }
  return other
}

function problem(text: string): VinProblem {
  return { kind: 'other', text }
}
