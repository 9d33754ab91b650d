import type { Address, Communication } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import { orderStatus } from '#src/findings/order-balance.ts'
import { contactKind } from '#src/format/contact.ts'
import { cleanText } from '#src/format/text.ts'

/** The words that staff use for the platform's codes; what is unknown is shown as it came. */
type Label = { text: string; isKnown: boolean }

const STATUS_WORDS = { open: 'Open', invoiced: 'Invoiced', closed: 'Closed' } as const

export function statusLabel(order: DealerOrder): Label | undefined {
  const status = orderStatus(order)
  if (status !== undefined) return { text: STATUS_WORDS[status], isKnown: true }
  return verbatim(order.order_status)
}

const TYPE_WORDS: Readonly<Record<string, string>> = { RO: 'Repair order', PO: 'Parts order' }

export function typeLabel(order: DealerOrder): Label | undefined {
  const word = TYPE_WORDS[cleanText(order.order_type).toUpperCase()]
  return word === undefined ? verbatim(order.order_type) : { text: word, isKnown: true }
}

const ADDRESS_WORDS: Readonly<Record<string, string>> = {
  COMMON: 'Home & billing',
  PRIMARY: 'Home',
  BILLING: 'Billing',
  OTHER: 'Other',
}

export function addressKindLabel(address: Address): Label | undefined {
  const word = ADDRESS_WORDS[cleanText(address.type).toUpperCase()]
  return word === undefined ? verbatim(address.type) : { text: word, isKnown: true }
}

const CONTACT_WORDS: Readonly<Record<string, string>> = { cell: 'Mobile', mobile: 'Mobile', home: 'Home', work: 'Work' }

/** `Mobile`, `Work e-mail`, or what the record calls it. */
export function contactLabel(communication: Communication): string {
  const sent = cleanText(communication.commLabel)
  const label = CONTACT_WORDS[sent.toLowerCase()] ?? sent
  const kind = contactKind(communication)
  if (kind === 'e-mail') return label === '' ? 'E-mail' : `${label} e-mail`
  if (kind === 'fax') return /^$|fax/i.test(label) ? 'Fax' : `${label} fax`
  if (label !== '') return label
  return kind === 'phone' ? 'Phone' : cleanText(communication.commType) || 'Contact'
}

function verbatim(value: string | null | undefined): Label | undefined {
  const text = cleanText(value)
  return text === '' ? undefined : { text, isKnown: false }
}
