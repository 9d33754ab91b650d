import * as find from '#words/find'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import type { Tab } from '#src/customer/look-up/customer-address.ts'
import { contactLabel, statusLabel, typeLabel } from '#src/customer/record/labels.ts'
import { addressLine } from '#src/format/address.ts'
import { orderAmounts } from '#src/findings/order-amounts.ts'
import { isWantedAmount } from '#src/format/amount-search.ts'
import { holdsWords, type Searchable, type SearchWord, searchWords } from '#src/format/search-words.ts'
import { formatDate } from '#src/format/date.ts'
import { customerName, personName } from '#src/format/name.ts'
import { readDate } from '#src/format/read-date.ts'
import { cleanText, fold } from '#src/format/text.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import { cleanVin } from '#src/format/vin.ts'

type FoundTab = Exclude<Tab, 'timeline'>

/** A thing of the record that can be found: its name on the page, and everything it can be found by. */
export type RecordEntry = {
  tab: FoundTab
  /** What is shown of it: `Order RO1`. */
  label: string
  /** UUID of the order that it is. */
  order?: string | undefined
  /** Everything else that is known of it, as it is shown. */
  texts: readonly string[]
  /** The same without blanks and signs. */
  bare: string
} & Searchable

type Text = string | null | undefined

/** Everything on the record that somebody may look for, in the order of the page. */
export function recordIndex(
  answer: CustomerAnswer,
  customerUUID: string,
  timeZone: string,
  home: string,
): RecordEntry[] {
  const info = answer.info.state === 'read' ? answer.info.value : {}
  // Folded once: what is typed is compared with all of it at each letter.
  const entry = (tab: FoundTab, label: string, sent: readonly Text[]): RecordEntry => {
    const texts = [label, ...sent].map(cleanText)
    return {
      ...{ tab, label, texts: texts.slice(1) },
      haystack: texts.map(fold).join('\n'),
      bare: texts.map(squeezed).join('\n'),
      amounts: [],
    }
  }
  const when = (sent: Text) => {
    const date = readDate(sent, timeZone)
    return [sent, typeof date === 'object' ? formatDate(date) : '']
  }
  return [
    entry('info', customerName(info, customerUUID), [info.company, info.customerKey, info.id, info.uuid]),
    ...entriesOf(answer.communications).map((item) =>
      entry('info', `${contactLabel(item)} ${cleanText(item.commValue)}`, [item.commType, item.commLabel, item.id]),
    ),
    ...entriesOf(answer.secondaryCustomers).map((person) =>
      entry('info', find.linkedCustomer({ name: personName(person) }), [
        person.customerKey,
        person.guid,
        person.customerId,
      ]),
    ),
    ...entriesOf(answer.vehicles).map((vehicle) =>
      entry('vehicles', vehicleTitle(vehicle), [
        cleanVin(vehicle.vin),
        ...[vehicle.engine, vehicle.bodyStyle, vehicle.vehicleKey, vehicle.id, vehicle.uuid],
      ]),
    ),
    ...entriesOf(answer.orders).map((order) => ({
      ...entry('orders', orderName(cleanText(order.order_number)), [
        ...[statusLabel(order)?.text, typeLabel(order)?.text, order.description, order.tag_or_hat],
        ...[order.dealerOrder_id, order.dealerOrder_uuid, ...when(order.order_date), ...when(order.close_date)],
        ...(order.transactions ?? []).flatMap((tender) => [tender.ccNumber, tender.transactionId]),
      ]),
      order: order.dealerOrder_uuid || undefined,
      amounts: orderAmounts(order),
    })),
    ...[...entriesOf(answer.addresses), ...entriesOf(answer.legacyAddresses)].map((address) =>
      entry('addresses', addressLine(address, home) || find.address(), [
        address.zip,
        address.addressType,
        'uuid' in address ? address.uuid : undefined,
        'phone' in address ? address.phone : undefined,
      ]),
    ),
  ]
}

/**
 * The entries that a typed text finds: every word of it somewhere in the entry, or the whole without blanks and signs in
 * one of its texts (a VIN with hyphens, a number with `#`, a phone number by its digits), or an amount as it is typed.
 */
export function findEntries(entries: readonly RecordEntry[], typed: string): RecordEntry[] {
  const { words, bare } = soughtOf(typed)
  if (words.length === 0) return []
  return entries.filter((entry) => holdsWords(entry, words) || (bare !== '' && entry.bare.includes(bare)))
}

/** What is looked for, in the forms in which it is compared. */
export type Sought = { words: readonly SearchWord[]; bare: string }

export function soughtOf(typed: string): Sought {
  const bare = squeezed(typed)
  // Two signs are found everywhere.
  return { words: searchWords(typed), bare: bare.length > 2 ? bare : '' }
}

/**
 * Of a found entry, what else of it was looked for where its label does not say: each once, the amounts as they are shown.
 * @param money an amount for people
 */
export function foundBeside(entry: RecordEntry, { words, bare }: Sought, money: (amount: string) => string): string[] {
  const label = fold(entry.label)
  const beside = words
    .filter(({ text }) => !label.includes(text))
    .flatMap(({ text, amount }) => {
      const found = entry.texts.find((other) => fold(other).includes(text))
      if (found !== undefined) return [found]
      const sent = amount && entry.amounts.find((other) => isWantedAmount(other, amount))
      return sent === undefined ? [] : [money(sent)]
    })
  // Only what was typed as a whole finds it: a VIN with hyphens.
  const whole = entry.texts.find((other) => squeezed(other).includes(bare))
  if (beside.length === 0 && bare !== '' && !squeezed(entry.label).includes(bare) && whole !== undefined) return [whole]
  return [...new Set(beside)]
}

function orderName(number: string): string {
  return number === '' ? find.orderWithoutNumber() : find.order({ number })
}

function squeezed(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '')
}
