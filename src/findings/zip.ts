import * as words from '#words/findings'
import { countryCode } from '#src/format/address.ts'
import { cleanText } from '#src/format/text.ts'

/** ZIP codes have five digits (USPS); one that was once a number has lost the zero in front. */
export function zipHint(zip: string | null | undefined, country: string | null | undefined): string | undefined {
  const named = cleanText(country)
  const isAmerican = named === '' || countryCode(named) === 'US'
  return isAmerican && /^\d{4}$/.test(cleanText(zip)) ? words.zipShort() : undefined
}
