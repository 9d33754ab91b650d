import * as words from '#words/findings-card'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { TAB_LABELS } from '#src/customer/look-up/customer-address.ts'
import type { Finding } from '#src/findings/finding.ts'
import { RULE_WORDS } from '#src/findings/rule-words.ts'
import type { ExportColumn } from '#src/format/csv.ts'
import { cleanText } from '#src/format/text.ts'

/** One thing to mend: of which customer, where, what is odd, and by which rule. */
export type SlipLine = { key: string; customerUUID: string; place: string; what: string; rule: string }

/** The findings for whoever can mend the record. Each line says whose record it is, as lines get parted from each other. */
export function slipLines(findings: readonly Finding[], answer: CustomerAnswer, customerUUID: string): SlipLine[] {
  const key = cleanText(answer.info.state === 'read' ? answer.info.value.customerKey : undefined)
  const numbers = new Map(
    entriesOf(answer.orders).map((order) => [order.dealerOrder_uuid, cleanText(order.order_number)]),
  )
  return findings.map(({ reason, place, rule }) => {
    const number = place.tab === 'orders' && place.order !== undefined ? numbers.get(place.order) : undefined
    const where = TAB_LABELS[place.tab]
    return { key, customerUUID, place: number ? `${where}, ${number}` : where, what: reason, rule: RULE_WORDS[rule] }
  })
}

/** Whose record a line is about: the dealer's own key, where there is one. */
export function slipKey({ key, customerUUID }: SlipLine): string {
  return key === '' ? words.customerNamed({ uuid: customerUUID }) : words.customerKeyed({ key })
}

/** The slip for a mail or a ticket, a line for each thing. */
export function slipText(lines: readonly SlipLine[]): string {
  return lines.map((line) => [slipKey(line), line.place, line.what, line.rule].join(' · ')).join('\n')
}

/** The columns of the slip as a file. */
export const SLIP_EXPORT: readonly ExportColumn<SlipLine>[] = [
  { header: words.customerKey(), kind: 'code', read: ({ key }) => key },
  { header: words.customerUuid(), kind: 'code', read: ({ customerUUID }) => customerUUID },
  { header: words.place(), kind: 'text', read: ({ place }) => place },
  { header: words.finding(), kind: 'text', read: ({ what }) => what },
  { header: words.kind(), kind: 'text', read: ({ rule }) => rule },
]
