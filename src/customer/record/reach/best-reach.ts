import type { Communication } from '#src/contract/customer.ts'
import { entriesOf, type Section } from '#src/contract/read-answer.ts'
import { contactKind } from '#src/format/contact.ts'
import { counted } from '#src/format/count.ts'
import { cleanText } from '#src/format/text.ts'
import { isUsableContact } from '#src/format/usable-contact.ts'
import { mainContact } from '#src/customer/record/customer-facts.ts'

type Way = 'phone' | 'e-mail'

/** Which way to take first, the reason, and what else to know before. */
export type BestReach = { way: Way; why: string; notes: string[] }

const NOUNS: Readonly<Record<Way, { one: string; more: string }>> = {
  phone: { one: 'phone number', more: 'phone numbers' },
  'e-mail': { one: 'e-mail address', more: 'e-mail addresses' },
}
const WAYS = ['phone', 'e-mail'] as const
// Labels are free text, and the only place in a record for such a wish.
const NOT_WANTED =
  /\bdnc\b|do\s*not\s*(?:call|text|e?-?mail|contact|use)|opt(?:ed)?[\s-]*out|unsubscribed|no\s+(?:calls|texts|e?-?mails?)\b/i

/**
 * Which of the two contacts in the header to use first: what the record marks preferred, else the phone, never one that
 * cannot be used or whose label asks not to be used. Undefined where neither is left.
 */
export function bestReach(communications: Section<Communication[]>): BestReach | undefined {
  const items = entriesOf(communications).filter(({ commValue }) => cleanText(commValue) !== '')
  const ways = WAYS.flatMap((way) => {
    const contact = mainContact(communications, way)
    const isOffered = contact !== undefined && isUsableContact(way, contact.commValue) && !isUnwanted(contact)
    return isOffered ? [{ way, isPreferred: contact.preferred === true }] : []
  })
  const chosen = ways.find(({ isPreferred }) => isPreferred) ?? ways[0]
  if (chosen === undefined) return undefined
  return { way: chosen.way, why: reason(chosen.way, ways, items), notes: notesOn(items) }
}

function reason(way: Way, ways: readonly { isPreferred: boolean }[], items: readonly Communication[]): string {
  const ofWay = items.filter((item) => contactKind(item) === way && isUsableContact(way, item.commValue))
  const marked = ofWay.filter(({ preferred }) => preferred === true).length
  const preferredWays = ways.filter(({ isPreferred }) => isPreferred).length
  const { one, more } = NOUNS[way]
  if (preferredWays === 2) {
    return 'A phone number and an e-mail address are both marked preferred. A call is answered at once, so the number comes first.'
  }
  if (marked > 1) return `${counted(marked, one, more)} are marked preferred; this is the first of them.`
  if (marked === 1) return `The record marks this ${one} as preferred.`
  if (ways.length === 2) {
    return 'Nothing is marked preferred. A call is answered at once, so the first phone number comes first.'
  }
  const other = NOUNS[way === 'phone' ? 'e-mail' : 'phone'].one
  return ofWay.length === 1
    ? `This is the only contact that can be used.`
    : `There is no ${other} to use; this is the first of ${counted(ofWay.length, one, more)}.`
}

/** Which contacts were passed over and why, and what a record does not say. */
function notesOn(items: readonly Communication[]): string[] {
  const passedOver = items.flatMap((item) => {
    const way = WAYS.find((kind) => kind === contactKind(item))
    if (way === undefined) return []
    const value = cleanText(item.commValue)
    if (isUnwanted(item)) return [`Passed over: ${value}, whose label says “${cleanText(item.commLabel)}”.`]
    if (item.preferred === true && !isUsableContact(way, value)) {
      return [`The preferred ${NOUNS[way].one} cannot be used: ${value}.`]
    }
    return []
  })
  return [...passedOver, 'The record holds no consent to calls, texts or e-mail; check it where your store keeps it.']
}

function isUnwanted({ commLabel }: Communication): boolean {
  return NOT_WANTED.test(cleanText(commLabel))
}
