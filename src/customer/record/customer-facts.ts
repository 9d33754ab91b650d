import type { Address, Communication, LegacyAddress } from '#src/contract/customer.ts'
import type { CustomerAnswer, Section } from '#src/contract/read-answer.ts'
import { contactKind } from '#src/format/contact.ts'

/** The phone and the e-mail address to use first: the preferred one of its kind, else the first. */
export function mainContact(
  communications: Section<Communication[]>,
  kind: 'phone' | 'e-mail',
): Communication | undefined {
  const ofKind = listOf(communications).filter(
    (item) => contactKind(item) === kind && (item.commValue?.trim() ?? '') !== '',
  )
  return ofKind.find((item) => item.preferred === true) ?? ofKind[0]
}

/** The address to use first: preferred, else the first of the address book, else of the older list. */
export function mainAddress(
  answer: CustomerAnswer,
): { address: Address | LegacyAddress; isLegacy: boolean } | undefined {
  const addresses = listOf(answer.addresses).filter(hasStreetOrCity)
  const address = addresses.find((item) => item.isPreferred === true) ?? addresses[0]
  if (address !== undefined) return { address, isLegacy: false }
  const legacy = listOf(answer.legacyAddresses).find(hasStreetOrCity)
  return legacy === undefined ? undefined : { address: legacy, isLegacy: true }
}

function hasStreetOrCity(address: Address | LegacyAddress): boolean {
  return [address.line1, address.city].some((part) => (part?.trim() ?? '') !== '')
}

/** A section's entries; none when it was not sent or could not be read. */
export function listOf<T>(section: Section<T[]>): T[] {
  return section.state === 'read' ? section.value : []
}
