import { cleanVin, lookAlikes } from '#src/format/vin.ts'
import { cleanText } from '#src/format/text.ts'
import { CHECK_DIGIT, decodeVin, isWholeVin, vinCheckDigit } from './decode-vin.ts'
import { isOfOtherMaker } from './vin-makers.ts'

// Never in a VIN, because they are taken for these (49 CFR 565.23).
const MEANT: Readonly<Record<string, string>> = { I: '1', O: '0', Q: '0' }

/** What is stated beside the VIN, as sent. */
type Stated = { year?: string | null | undefined; make?: string | null | undefined }

/**
 * What a VIN says against itself or what is stated beside it, as hints for people.
 * @param thisYear as for {@link decodeVin}
 */
export function vinFindings(sent: string, { year, make }: Stated, thisYear: number): string[] {
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
  if (!isWholeVin(vin)) return ['VIN is a placeholder']
  const { makes, years } = decodeVin(vin, thisYear)
  const stated = cleanText(make)
  const ofOther = makes.length > 0 && isOfOtherMaker(stated, makes)
  const other = ofOther ? [`VIN says ${makes.join(' or ')}, the record ${stated}`] : []
  const expected = vinCheckDigit(vin)
  // Only North America makes the check digit a rule; elsewhere the position is free.
  if (vin.charAt(CHECK_DIGIT) !== expected) {
    const isNorthAmerican = /^(?:[1-5]|7[F-Z0-9])/.test(vin)
    return isNorthAmerican
      ? [`VIN check digit is ${vin.charAt(CHECK_DIGIT)}, computed ${expected}`, ...other]
      : ['Not a North American check digit', ...other]
  }
  if (year && /^\d{4}$/.test(year) && years.length > 0 && !years.includes(Number(year))) {
    return [`VIN says model year ${years.join(' or ')}`, ...other]
  }
  return other
}
