import { formatAddress } from 'localized-address-format'
import { cleanText } from './text.ts'

type Sent = string | null | undefined

/** An address of either list. */
export type PostalAddress = {
  line1?: Sent
  line2?: Sent
  city?: Sent
  state?: Sent
  stateCode?: Sent
  stateDescription?: Sent
  zip?: Sent
  zipExt?: Sent
  country?: Sent
  countryCode?: Sent
}

/**
 * The lines of a postal block in the order of its country, none of them blank, nothing of it left out.
 * @param home ISO 3166 code of the store's country, for addresses that name none
 */
export function addressLines(address: PostalAddress, home = 'US'): string[] {
  const state = cleanText(address.state) || cleanText(address.stateCode) || cleanText(address.stateDescription)
  const city = cleanText(address.city)
  const streets = [cleanText(address.line1), cleanText(address.line2)].filter((line) => line !== '')
  const countryAsSent = cleanText(address.country) || cleanText(address.countryCode)
  const country = countryAsSent === '' ? home : countryCode(countryAsSent)
  const zip = postalCode(cleanText(address.zip), cleanText(address.zipExt), country)
  const lines = formatAddress(
    {
      postalCountry: country ?? home,
      addressLines: streets,
      locality: city,
      administrativeArea: state,
      postalCode: zip,
    },
    /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(`${streets.join('')}${city}`) ? 'local' : 'latin',
  ).map((line) =>
    line
      // The sign of the country or of the post in front of a code belongs on letters to other countries.
      .replace(/^(?:[A-Z]{1,3}-|〒)(?=\d)/, '')
      .replace(/^[\s,-]+|[\s,-]+$/g, ''),
  )
  // Some countries' addresses have no state; one that was sent is shown all the same.
  const isLeftOut = (part: string) => part !== '' && !lines.some((line) => line.includes(part))
  return [...lines, ...[city, state, zip].filter(isLeftOut), countryAsSent].filter((line) => line !== '')
}

/** The address in one line. */
export function addressLine(address: PostalAddress, home?: string): string {
  return addressLines(address, home).join(', ')
}

/** The code as the country writes it: `90210-1234`, `K1A 0B1`, `SW1A 1AA`. What fits no rule stays as it came. */
function postalCode(zip: string, extension: string, country: string | undefined): string {
  if (country === 'US') return zipCode(zip, extension)
  const code = extension === '' || zip.endsWith(extension) ? zip : `${zip}-${extension}`
  const compact = code.replace(/\s/g, '').toUpperCase()
  if (country === 'CA' && /^[A-Z]\d[A-Z]\d[A-Z]\d$/.test(compact)) return `${compact.slice(0, 3)} ${compact.slice(3)}`
  if (country === 'GB' && /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(compact)) {
    return `${compact.slice(0, -3)} ${compact.slice(-3)}`
  }
  return code
}

/** ZIP+4 (USPS) comes as one number, as two, or as both. */
function zipCode(zip: string, extension: string): string {
  const [, five = zip, four = ''] = /^(\d{5})[\s-]*(\d{4})?-?$/.exec(zip) ?? []
  if (four === '') return extension === '' ? five : `${five}${five === '' ? '' : '-'}${extension}`
  return extension === '' || extension === four ? `${five}-${four}` : `${five}-${four}-${extension}`
}

const WRITTEN_OUT: Readonly<Record<string, string>> = {
  ...{ USA: 'US', AMERICA: 'US', 'UNITED STATES OF AMERICA': 'US', CAN: 'CA', MEX: 'MX', UK: 'GB', GBR: 'GB' },
  ...{ ENGLAND: 'GB', SCOTLAND: 'GB', WALES: 'GB', 'GREAT BRITAIN': 'GB', DEU: 'DE', GER: 'DE', CHE: 'CH', AUT: 'AT' },
  ...{ FRA: 'FR', ITA: 'IT', ESP: 'ES', JPN: 'JP', CHN: 'CN', KOR: 'KR', AUS: 'AU', BRA: 'BR', IND: 'IN' },
  ...{ DEUTSCHLAND: 'DE', SCHWEIZ: 'CH', SUISSE: 'CH', MÉXICO: 'MX', ESPAÑA: 'ES' },
}

/** The ISO 3166 code of a country as people write it; undefined when nobody here knows it. */
export function countryCode(sent: string): string | undefined {
  const text = sent.toUpperCase().replace(/\./g, '').trim()
  const known = WRITTEN_OUT[text]
  if (known !== undefined) return known
  if (text.length === 2) return text
  return text.length < 4 ? undefined : codeByName(text)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The platform knows names by code only, so all codes are asked; it is done for few addresses. */
function codeByName(text: string): string | undefined {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const codes = Array.from(ALPHABET).flatMap((first) => Array.from(ALPHABET, (second) => first + second))
  return codes.find((code) => names.of(code)?.toUpperCase() === text)
}
