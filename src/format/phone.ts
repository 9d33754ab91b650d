import {
  type CountryCode,
  findPhoneNumbersInText,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min'
import { cleanText } from './text.ts'

/** A number that can be dialed. */
export type PhoneNumber = {
  /** For reading aloud: `(310) 555-0142 ext. 204`, numbers of other countries as `+44 20 7946 0018`. */
  text: string
  /** RFC 3966: `tel:+13105550142;ext=204` */
  href: string
}

type Parsed = NonNullable<ReturnType<typeof parsePhoneNumberFromString>>

// Between two numbers; not what leads to an extension.
const BETWEEN = /\s*[\n/|&]\s*|\s*[,;](?!\s*(?:e?xt|x|#|,|;|\d{1,6}\s*$))\s*|\s+(?:or|and|und|y|ou)\s+/i

/**
 * The numbers in a field, in its order, none twice: several with anything between them, extensions, `+44 (0)20 …`. Empty
 * when there is none to dial. No digit is made up but the country's code.
 * @param country ISO 3166 code of the store: numbers without a code are of there
 */
export function readPhones(sent: string | null | undefined, country: string): PhoneNumber[] {
  const home: CountryCode = isSupportedCountry(country) ? country : 'US'
  const text = cleanText(sent?.replace(/\n/g, ' / ')).normalize('NFKC')
  const numbers = piecesOf(text).flatMap((piece) => numbersIn(piece, home))
  return [...new Map(numbers.map((number) => [number.href, number])).values()]
}

/** A piece that has too few digits for a number belongs to the one before it. */
function piecesOf(text: string): string[] {
  const pieces = text.split(BETWEEN)
  const isEachOne = pieces.every((piece) => (piece.match(/\d/g)?.length ?? 0) >= 7)
  return isEachOne ? pieces : [text]
}

function numbersIn(piece: string, home: CountryCode): PhoneNumber[] {
  const found = findPhoneNumbersInText(piece, { defaultCountry: home })
  if (found.length > 0 && areWhole(piece, found)) return found.map(({ number }) => asShown(number, home))
  const isPossible = (number: Parsed | undefined) => number?.isPossible() === true
  const whole = [piece, piece.replace(/^\s*00/, '+')]
    .map((text) => parsePhoneNumberFromString(text, home))
    .find(isPossible)
  if (whole !== undefined) return [asShown(whole, home)]
  return localNumber(piece, home)
}

/** No digit stands right beside what was found: half of a number that does not exist is not to be dialed. */
function areWhole(piece: string, found: readonly { startsAt: number; endsAt: number }[]): boolean {
  return found.every(({ startsAt, endsAt }, place) => {
    const before = piece.slice(found[place - 1]?.endsAt ?? 0, startsAt)
    const after = piece.slice(endsAt, found[place + 1]?.startsAt ?? piece.length)
    return !/\d[\s().+-]*$/.test(before) && !/^[\s().+-]*\d/.test(after)
  })
}

function asShown(number: Parsed, home: CountryCode): PhoneNumber {
  const isHome = number.countryCallingCode === getCountryCallingCode(home)
  return { text: isHome ? number.formatNational() : number.formatInternational(), href: number.getURI() }
}

/** Seven digits of North America: can be dialed from the store's own line. */
function localNumber(piece: string, home: CountryCode): PhoneNumber[] {
  const [, office, line] = /^(\d{3})[\s.-]?(\d{4})$/.exec(piece) ?? []
  if (office === undefined || (home !== 'US' && home !== 'CA')) return []
  return [{ text: `${office}-${line}`, href: `tel:${office}${line}` }]
}
