import type { Address, Communication, LegacyAddress } from '#src/contract/customer.ts'
import { type CustomerAnswer, entriesOf, type Section } from '#src/contract/read-answer.ts'
import { contactKind, isFiller } from '#src/format/contact.ts'
import { cleanText, saysSomething } from '#src/format/text.ts'
import { isUsableContact } from '#src/format/usable-contact.ts'

/**
 * The phone and the e-mail address to use first: the preferred one of its kind, else the first. Faxes and what only fills
 * the field are never offered; what cannot be used only where there is nothing else.
 */
export function mainContact(
  communications: Section<Communication[]>,
  kind: 'phone' | 'e-mail',
): Communication | undefined {
  const ofKind = entriesOf(communications).filter(
    (item) => contactKind(item) === kind && cleanText(item.commValue) !== '' && !isFiller(kind, item.commValue),
  )
  const usable = ofKind.filter(({ commValue }) => isUsableContact(kind, commValue))
  const offered = usable.length > 0 ? usable : ofKind
  return offered.find((item) => item.preferred === true) ?? offered[0]
}

/** The address to use first: preferred, else the first of the address book, else of the older list. */
export function mainAddress(
  answer: CustomerAnswer,
): { address: Address | LegacyAddress; isLegacy: boolean } | undefined {
  const addresses = entriesOf(answer.addresses).filter(hasStreetOrCity)
  const address = addresses.find((item) => item.isPreferred === true) ?? addresses[0]
  if (address !== undefined) return { address, isLegacy: false }
  const legacy = entriesOf(answer.legacyAddresses).find(hasStreetOrCity)
  return legacy === undefined ? undefined : { address: legacy, isLegacy: true }
}

function hasStreetOrCity(address: Address | LegacyAddress): boolean {
  return [address.line1, address.city].some((part) => saysSomething(cleanText(part)))
}
