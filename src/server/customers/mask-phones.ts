import { isPaymentCard, maskCards } from './mask-cards.ts'

/** What stands between two numbers in one field. A number has none of it inside. */
const BETWEEN = /(\s*[,;|&/\n]\s*|\s+[-–]\s+|\s{2,}|\s+(?:or|and)\s+)/i
/** Four groups of four, or the groups of American Express and Diners, whatever stands between them. */
const CARD_GROUPS = /(?<!\d)\d{4}(?:(?:[\s./_–-]{1,3}\d{4}){3}|[\s./_–-]{1,3}\d{6}[\s./_–-]{1,3}\d{4,5})(?!\d)/g
const EXTENSION = /\s*(?:extension|extn?\.?|x|#)\s*[:=.]?\s*\d{1,6}\s*$/i
/** North American numbers one after the other. */
const AMERICAN = /^(?:(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-]?)\d{3}[\s.-]?\d{4}(?:\s+|$))+$/
/** As few digits are no card that is still issued. */
const LONGEST_PLAIN = 13
/** ITU-T E.164. */
const LONGEST = 15

/**
 * Cuts card numbers out of a field that holds telephone numbers, which in pairs look like cards: one in ten passes the
 * check for a slip of the pen. What has the groups of a card is a card; what reads as telephone numbers stays.
 */
export function maskPhones(text: string): string {
  if (text.length < LONGEST_PLAIN) return text
  const grouped = text.replace(CARD_GROUPS, (found) => (isPaymentCard(found) ? maskCards(digitsOf(found)) : found))
  return grouped
    .split(BETWEEN)
    .map((part, index) => (index % 2 === 1 || isPhone(part) ? part : maskCards(part)))
    .join('')
}

function isPhone(part: string): boolean {
  const number = part.replace(EXTENSION, '').trim()
  const { length } = digitsOf(number)
  // A word beside the number says nothing of it.
  if (length <= LONGEST_PLAIN) return !/[*•]{2}/.test(part)
  return (number.startsWith('+') && length <= LONGEST) || AMERICAN.test(number)
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')
