import type { Communication } from '#src/contract/customer.ts'
import { entriesOf, type Section } from '#src/contract/read-answer.ts'
import { contactKind } from '#src/format/contact.ts'
import { cleanText } from '#src/format/text.ts'
import { isUsableContact } from '#src/format/usable-contact.ts'
import { mainContact } from '#src/customer/record/customer-facts.ts'
import * as words from '#words/reach'

type Way = 'phone' | 'e-mail'

/** Which way to take first, the reason, and what else to know before. */
export type BestReach = { way: Way; why: string; notes: string[] }

const WAY_WORDS = {
  phone: {
    preferred: words.phonePreferred,
    morePreferred: words.phonesPreferred,
    first: words.firstPhone,
    unusable: words.phoneUnusable,
  },
  'e-mail': {
    preferred: words.emailPreferred,
    morePreferred: words.emailsPreferred,
    first: words.firstEmail,
    unusable: words.emailUnusable,
  },
} as const
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
  if (preferredWays === 2) return words.bothPreferred()
  if (marked > 1) return WAY_WORDS[way].morePreferred({ count: marked })
  if (marked === 1) return WAY_WORDS[way].preferred()
  if (ways.length === 2) return words.nonePreferred()
  return ofWay.length === 1 ? words.onlyContact() : WAY_WORDS[way].first({ count: ofWay.length })
}

/** Which contacts were passed over and why, and what a record does not say. */
function notesOn(items: readonly Communication[]): string[] {
  const passedOver = items.flatMap((item) => {
    const way = WAYS.find((kind) => kind === contactKind(item))
    if (way === undefined) return []
    const value = cleanText(item.commValue)
    if (isUnwanted(item)) return [words.passedOver({ value, label: cleanText(item.commLabel) })]
    if (item.preferred === true && !isUsableContact(way, value)) {
      return [WAY_WORDS[way].unusable({ value })]
    }
    return []
  })
  return [...passedOver, words.noConsent()]
}

function isUnwanted({ commLabel }: Communication): boolean {
  return NOT_WANTED.test(cleanText(commLabel))
}
