import type { Vehicle } from '#src/contract/customer.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { balanceWords } from '#src/customer/record/balance-words.ts'
import { mainContact } from '#src/customer/record/customer-facts.ts'
import { statusLabel, typeLabel } from '#src/customer/record/labels.ts'
import { orderBalance, orderStatus } from '#src/findings/order-balance.ts'
import { newestOrders } from '#src/findings/order-dates.ts'
import { vehicleFinder } from '#src/findings/vehicle-orders.ts'
import { formatMoney } from '#src/format/money.ts'
import { companyName, customerName, personName } from '#src/format/name.ts'
import { cleanText } from '#src/format/text.ts'
import { isUsableContact } from '#src/format/usable-contact.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import { cleanVin } from '#src/format/vin.ts'
import * as words from '#words/hand-off'

/** So many open orders are offered; another one is opened on the page first. */
const OFFERED_ORDERS = 20
/** A value that is longer is no use to whoever reads it in a chat. */
const LONGEST_LINE = 120

export const BLOCK_NAMES = ['customer', 'order', 'vehicle', 'amounts', 'phone', 'email'] as const
export type BlockName = (typeof BLOCK_NAMES)[number]

/** A part of the card that can be left off, in one line. */
export type Block = { name: BlockName; text: string }

/** What a card says unless somebody chooses otherwise: how to reach a customer is nobody's business but theirs. */
export const USUAL_BLOCKS: readonly BlockName[] = ['customer', 'order', 'vehicle', 'amounts']

/** The orders that a card may be about: those that are open on the page, then the newest that are not closed. */
export function offeredOrders(answer: CustomerAnswer, shown: readonly string[], timeZone: string): DealerOrder[] {
  const orders = entriesOf(answer.orders)
  const onPage = orders.filter(({ dealerOrder_uuid: uuid }) => uuid && shown.includes(uuid))
  const open = orders.filter((order) => orderStatus(order) === 'open')
  return [...new Set([...onPage, ...newestOrders(open, OFFERED_ORDERS, timeZone)])]
}

/** An order in a list to choose from. */
export function orderChoice(order: DealerOrder): string {
  const number = cleanText(order.order_number) || words.withoutNumber()
  const facts = [number, statusLabel(order)?.text, typeLabel(order)?.text]
  return facts.filter((fact) => fact !== undefined).join(' · ')
}

type About = {
  answer: CustomerAnswer
  customerUUID: string
  /** The one that it is about, where there is one. */
  order: DealerOrder | undefined
  currency: string
}

/** What a card can say. A block that would say nothing is not there. */
export function handOffBlocks({ answer, customerUUID, order, currency }: About): Block[] {
  const info = answer.info.state === 'read' ? answer.info.value : {}
  const company = personName(info) === '' ? '' : companyName(info)
  const key = cleanText(info.customerKey)
  const vehicle = vehicleOf(answer, order)
  const vin = cleanVin(vehicle?.vin)
  const tag = cleanText(order?.tag_or_hat)
  const blocks: Record<BlockName, (string | undefined)[]> = {
    customer: [customerName(info, customerUUID), company, key && words.keyIs({ key })],
    order: order === undefined ? [] : [words.orderIs({ order: orderChoice(order) }), tag && words.tagIs({ tag })],
    vehicle: vehicle === undefined ? [] : [vehicleTitle(vehicle), vin && words.vinEnding({ end: vin.slice(-8) })],
    amounts: order === undefined ? [] : [amountOf(order, currency), balanceWords(orderBalance(order), currency)],
    phone: [contactOf(answer, 'phone')],
    email: [contactOf(answer, 'e-mail')],
  }
  return BLOCK_NAMES.flatMap((name) => {
    const text = blocks[name].filter(Boolean).join(' · ')
    return text === '' ? [] : [{ name, text: shortened(text) }]
  })
}

/** The same view again: the order and its tenders, or the customer. It has no name and no number of theirs in it. */
export function handOffPath(search: CustomerSearch, order: DealerOrder | undefined): string {
  if (order === undefined) return customerPath(search)
  return customerPath(search, 'orders', order.dealerOrder_uuid ? { order: order.dealerOrder_uuid } : {})
}

/** The card for a chat: a line for each block, and the link. */
export function handOffText(blocks: readonly Block[], link: string): string {
  return [...blocks.map(({ text }) => text), link].join('\n')
}

function amountOf({ order_amount: amount }: DealerOrder, currency: string): string {
  return cleanText(amount) === '' ? words.noAmount() : formatMoney(cleanText(amount), currency)
}

/** That of the order; without an order, the only one that the customer has now. */
function vehicleOf(answer: CustomerAnswer, order: DealerOrder | undefined): Vehicle | undefined {
  const vehicles = entriesOf(answer.vehicles)
  if (order !== undefined) return vehicleFinder(vehicles)(order)[0]
  const current = vehicles.filter((vehicle) => vehicle.isValid !== false)
  return current.length === 1 ? current[0] : undefined
}

const CONTACT_WORDS = {
  phone: { usual: words.phoneIs, preferred: words.preferredPhoneIs },
  'e-mail': { usual: words.emailIs, preferred: words.preferredEmailIs },
} as const

function contactOf({ communications }: CustomerAnswer, kind: 'phone' | 'e-mail'): string | undefined {
  const contact = mainContact(communications, kind)
  if (contact === undefined || !isUsableContact(kind, contact.commValue)) return undefined
  return CONTACT_WORDS[kind][contact.preferred === true ? 'preferred' : 'usual']({
    value: cleanText(contact.commValue),
  })
}

function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length <= LONGEST_LINE ? text : `${characters.slice(0, LONGEST_LINE - 1).join('')}…`
}
