import * as words from '#words/record'
import type { Address, Communication } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import { orderStatus } from '#src/findings/order-balance.ts'
import { contactKind } from '#src/format/contact.ts'
import { cleanText } from '#src/format/text.ts'

/** The words that staff use for the platform's codes; what is unknown is shown as it came. */
type Label = {
  text: string
  isKnown: boolean
  /** What addresses call it, whatever the language: a link works for everybody. */
  value: string
}

export const STATUS_VALUES = { open: 'Open', invoiced: 'Invoiced', closed: 'Closed' } as const
const STATUS_WORDS = { open: words.open(), invoiced: words.invoiced(), closed: words.closed() } as const

export function statusLabel(order: DealerOrder): Label | undefined {
  const status = orderStatus(order)
  if (status !== undefined) return { text: STATUS_WORDS[status], isKnown: true, value: STATUS_VALUES[status] }
  return verbatim(order.order_status)
}

const TYPES: Readonly<Record<string, Omit<Label, 'isKnown'>>> = {
  RO: { text: words.repairOrder(), value: 'Repair order' },
  PO: { text: words.partsOrder(), value: 'Parts order' },
}

export function typeLabel(order: DealerOrder): Label | undefined {
  const known = TYPES[cleanText(order.order_type).toUpperCase()]
  return known === undefined ? verbatim(order.order_type) : { ...known, isKnown: true }
}

const ADDRESS_WORDS: Readonly<Record<string, string>> = {
  COMMON: words.homeAndBilling(),
  PRIMARY: words.home(),
  BILLING: words.billing(),
  OTHER: words.other(),
}

export function addressKindLabel(address: Address): Label | undefined {
  const word = ADDRESS_WORDS[cleanText(address.type).toUpperCase()]
  return word === undefined ? verbatim(address.type) : { text: word, isKnown: true, value: word }
}

const CONTACT_WORDS: Readonly<Record<string, string>> = {
  cell: words.mobile(),
  mobile: words.mobile(),
  home: words.homeContact(),
  work: words.work(),
}

/** `Mobile`, `Work e-mail`, or what the record calls it. */
export function contactLabel(communication: Communication): string {
  const sent = cleanText(communication.commLabel)
  const label = CONTACT_WORDS[sent.toLowerCase()] ?? sent
  const kind = contactKind(communication)
  if (kind === 'e-mail') return label === '' ? words.email() : words.emailOf({ label })
  if (kind === 'fax') return /^$|fax/i.test(label) ? words.fax() : words.faxOf({ label })
  if (label !== '') return label
  return kind === 'phone' ? words.phone() : cleanText(communication.commType) || words.contact()
}

function verbatim(value: string | null | undefined): Label | undefined {
  const text = cleanText(value)
  return text === '' ? undefined : { text, isKnown: false, value: text }
}
