import { cleanText, saysSomething } from './text.ts'

type Named = {
  fname?: string | null | undefined
  lname?: string | null | undefined
  company?: string | null | undefined
  uuid?: string | null | undefined
}

// What stands behind a comma and is no first name: degrees, generations, kinds of company.
const SUFFIX =
  /^(?:jr|sr|ii|iii|iv|esq|md|dds|dmd|phd|cpa|rn|inc|incorporated|llc|l\.?l\.?c|llp|lp|ltd|limited|corp|corporation|co|company|plc|gmbh|ag|sa|s\.a|nv|bv|pc|pllc|dba)\b\.?/i

/** First and last name as one text, or '' when neither says anything. `SMITH,JOHN` in one field is turned round. */
export function personName(named: Named): string {
  const [first, last] = [named.fname, named.lname].map((part) => {
    const text = cleanText(part)
    return saysSomething(text) ? text : ''
  })
  if (first && last) return `${first} ${last}`
  return turnedRound(first || last || '')
}

/** Only one comma with a name on both sides says which is which. */
function turnedRound(name: string): string {
  const [last = '', first = '', ...more] = name.split(',').map((part) => part.trim())
  const isLastFirst = more.length === 0 && saysSomething(last) && /\p{L}/u.test(first) && !SUFFIX.test(first)
  return isLastFirst ? `${first} ${last}` : name
}

/** What a company is called, or '' when its name says nothing. */
export function companyName(named: Named): string {
  const text = cleanText(named.company)
  return saysSomething(text) ? text : ''
}

/** What a customer is called: the person, else the company, else the identifier. */
export function customerName(named: Named, uuid: string): string {
  return personName(named) || companyName(named) || cleanText(named.uuid) || uuid
}

/** Up to two letters for the square beside the name. */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/)
  const first = (kind: RegExp) =>
    words.map((word) => Array.from(word).find((char) => kind.test(char)) ?? '').filter((letter) => letter !== '')
  const named = first(/\p{L}/u)
  const letters = named.length > 0 ? named : first(/\p{N}/u)
  const last = letters.length > 1 ? (letters.at(-1) ?? '') : ''
  return `${letters[0] ?? '?'}${last}`.toUpperCase()
}
