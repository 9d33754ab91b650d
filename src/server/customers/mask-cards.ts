// PCI DSS 3.4.1: a display may show at most the first six and the last four digits; here it is the last four.

/** Thirteen digits and more, in groups or not. */
const LONG_NUMBER = /\d(?:[\s./_–-]{0,3}\d){12,}/g
/** A number whose middle somebody has covered already, and which shows more than its last four digits. */
const HALF_COVERED = /\d{1,6}[ -]?(?:\d{1,4}[ -]?)?(?:[*xX•#]{2,}[ -]?)+\d{4}(?!\d)/g
const GROUP = /\d+/g

/** Cuts card numbers in free text to their last four digits; other numbers stay. */
export function maskCards(text: string): string {
  // Shorter than any card.
  if (text.length < 13) return text
  const { isLong, isCovered } = look(text)
  const whole = isLong ? text.replace(LONG_NUMBER, maskLongNumber) : text
  if (!isCovered) return whole
  return whole.replace(HALF_COVERED, (found) => {
    const places = found.replace(/[ -]/g, '').length
    return places >= 13 && places <= 19 ? covered(found) : found
  })
}

const DIGIT_0 = 0x30
const DIGIT_9 = 0x39
const UNDERSCORE = 0x5f
const COVERS = new Set(['*', 'x', 'X', '•', '#'].map((sign) => sign.charCodeAt(0)))

/** Whether a text has anything to look for. Of a large answer's texts hardly one has, so this is all that most cost. */
function look(text: string): { isLong: boolean; isCovered: boolean } {
  let digits = 0
  let gap = 0
  let isLong = false
  let isCovered = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= DIGIT_0 && code <= DIGIT_9) {
      digits += 1
      gap = 0
      if (digits === 13) isLong = true
      continue
    }
    gap += 1
    // A letter or a colon ends a number, three of anything else do not.
    if (gap > 3 || (code > DIGIT_9 && code < 0x7f && code !== UNDERSCORE)) digits = 0
    if (code === text.charCodeAt(at + 1) && COVERS.has(code)) isCovered = true
  }
  return { isLong, isCovered }
}

const covered = (number: string): string => `•••• ${number.replace(/\D/g, '').slice(-4)}`

/** A card may have a date, a sum or its check value for a neighbour: each run of groups in it is looked at. */
function maskLongNumber(found: string): string {
  if (isCardNumber(found.replace(/\D/g, ''))) return covered(found)
  const groups = [...found.matchAll(GROUP)].map((match) => ({ digits: match[0], at: match.index }))
  let result = ''
  let done = 0
  for (let first = 0; first < groups.length; first += 1) {
    const from = groups[first]
    if (from === undefined || from.at < done) continue
    const last = longestCard(groups.slice(first).map((group) => group.digits))
    const to = groups[first + last]
    if (last < 0 || to === undefined) continue
    const end = to.at + to.digits.length
    result += found.slice(done, from.at) + covered(found.slice(from.at, end))
    done = end
  }
  return result + found.slice(done)
}

/** How many groups after the first belong to the card that begins there; -1 when there is none. */
function longestCard(groups: readonly string[]): number {
  let digits = ''
  let last = -1
  for (const [index, group] of groups.entries()) {
    digits += group
    if (digits.length > 19) break
    if (isNetworkNumber(digits) && isLuhn(digits)) last = index
  }
  return last
}

/** ISO/IEC 7812: 13 to 19 digits of a payment network, whose last is right by Luhn's rule. */
function isCardNumber(digits: string): boolean {
  return digits.length >= 13 && digits.length <= 19 && /^[2-6]/.test(digits) && isLuhn(digits)
}

/** The beginnings and lengths that the networks have: Visa, Mastercard, American Express, Diners, JCB, Discover and kin. */
const NETWORKS = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?=\d{16}$)(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[689]\d)\d{11}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}(?:\d{3})?$/,
  /^(?:5[06-8]|6\d)\d{14}(?:\d{2,3})?$/,
]

/** Whether the digits of a text are those of a card: of a network, and right by Luhn's rule. */
export function isPaymentCard(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return isNetworkNumber(digits) && isLuhn(digits)
}

const isNetworkNumber = (digits: string): boolean => NETWORKS.some((network) => network.test(digits))

function isLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.at(-1 - index))
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
