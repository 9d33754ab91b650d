import * as words from '#words/findings'
import type { Communication } from '#src/contract/customer.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
import { contactKind } from '#src/format/contact.ts'
import { cleanText } from '#src/format/text.ts'
import { isUsableContact } from '#src/format/usable-contact.ts'
import type { Examined, Finding } from './finding.ts'

const KINDS = [
  { kind: 'phone', unusable: words.preferredPhoneUnusable, several: words.preferredPhones, twice: words.phoneTwice },
  { kind: 'e-mail', unusable: words.preferredMailUnusable, several: words.preferredMails, twice: words.mailTwice },
] as const

/** Whether the customer can be reached, and whether what is preferred can be used. */
export function contactQuality({ answer }: Examined): Finding[] {
  const items = entriesOf(answer.communications).filter((item) => cleanText(item.commValue) !== '')
  if (items.length === 0) return []
  const isReachable = items.some((item) =>
    KINDS.some(({ kind }) => contactKind(item) === kind && isUsableContact(kind, item.commValue)),
  )
  const reasons = KINDS.flatMap(({ kind, unusable, several, twice }) => {
    const ofKind = items.filter((item) => contactKind(item) === kind)
    const preferred = ofKind.filter((item) => item.preferred === true)
    return [
      ...preferred
        // Where nothing can be used, that is said once.
        .filter((item) => isReachable && !isUsableContact(kind, item.commValue))
        .map((item) => unusable({ value: cleanText(item.commValue) })),
      ...(preferred.length > 1 ? [several({ count: preferred.length })] : []),
      ...repeated(ofKind, kind).map((value) => twice({ value })),
    ]
  })
  if (!isReachable) reasons.unshift(words.noContact())
  return reasons.map((reason) => ({ rule: 'contact', weight: 'contact', reason, place: { tab: 'info' } }))
}

/** Values that mean the same: numbers by their digits, addresses without case. Each is named once, as it came first. */
function repeated(items: readonly Communication[], kind: 'phone' | 'e-mail'): string[] {
  const seen = new Map<string, { value: string; times: number }>()
  for (const { commValue } of items) {
    const value = cleanText(commValue)
    const key = kind === 'phone' ? value.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '') : value.toLowerCase()
    const known = seen.get(key)
    if (known === undefined) seen.set(key, { value, times: 1 })
    else known.times += 1
  }
  return [...seen.values()].filter(({ times }) => times > 1).map(({ value }) => value)
}
