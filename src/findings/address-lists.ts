import * as words from '#words/findings'
import type { Address, LegacyAddress } from '#src/contract/customer.ts'
import { entriesOf } from '#src/contract/read-answer.ts'
import { addressLine, countryCode } from '#src/format/address.ts'
import { cleanText, fold } from '#src/format/text.ts'
import type { Examined, Finding } from './finding.ts'
import { joinedByAnd } from './joined.ts'

/** How an entry of the address book and one of the older list go together. */
export type AddressPair =
  | { state: 'same' | 'written-differently'; current: Address; legacy: LegacyAddress }
  | { state: 'differs'; in: string[]; current: Address; legacy: LegacyAddress }
  | { state: 'only-current'; current: Address }
  | { state: 'only-legacy'; legacy: LegacyAddress }

/** An address of the record with what each list has of it; an entry without any text stands alone. */
export type AddressPlace = {
  current?: Address
  legacy?: LegacyAddress
  state: AddressPair['state'] | 'empty'
  in: readonly string[]
}

/** Both lists as one, in which each entry stands once: what only the older list has first, as the pairs come, empty ones last. */
export function addressPlaces(current: readonly Address[], legacy: readonly LegacyAddress[]): AddressPlace[] {
  const places = reconcileAddresses(current, legacy).map((pair): AddressPlace => ({ in: [], ...pair }))
  const placed = new Set(places.flatMap((place) => [place.current, place.legacy]))
  return [
    ...places,
    ...current
      .filter((entry) => !placed.has(entry))
      .map((entry): AddressPlace => ({ state: 'empty', in: [], current: entry })),
    ...legacy
      .filter((entry) => !placed.has(entry))
      .map((entry): AddressPlace => ({ state: 'empty', in: [], legacy: entry })),
  ]
}

/** Entries of the older list that the address book does not have, or has otherwise. */
export function addressLists({ answer, country }: Examined): Finding[] {
  const [current, legacy] = [entriesOf(answer.addresses), entriesOf(answer.legacyAddresses)]
  if (current.length === 0 || legacy.length === 0) return []
  const finding = (reason: string): Finding => ({
    rule: 'addresses',
    weight: 'contact',
    reason,
    place: { tab: 'addresses' },
  })
  return reconcileAddresses(current, legacy).flatMap((pair) => {
    if (pair.state === 'only-legacy') {
      return [finding(words.onlyLegacy({ address: addressLine(pair.legacy, country) }))]
    }
    if (pair.state !== 'differs') return []
    return [
      finding(
        words.differsIn({
          parts: joinedByAnd(pair.in),
          address: addressLine(pair.current, country),
          legacy: addressLine(pair.legacy, country),
        }),
      ),
    ]
  })
}

/** Pairs the two lists, best matches first; what has no partner stands alone. Legacy entries without one come first. */
export function reconcileAddresses(current: readonly Address[], legacy: readonly LegacyAddress[]): AddressPair[] {
  const ours = current.map((address) => ({ address, parts: partsOf(address) })).filter(({ parts }) => parts.all !== '')
  const theirs = legacy.map((address) => ({ address, parts: partsOf(address) })).filter(({ parts }) => parts.all !== '')
  const candidates = ours
    .flatMap((our) => theirs.map((their) => ({ our, their, score: likeness(our.parts, their.parts) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const taken = new Set<unknown>()
  const pairs: AddressPair[] = []
  for (const { our, their } of candidates) {
    if (taken.has(our) || taken.has(their)) continue
    taken.add(our).add(their)
    pairs.push(asPair(our.address, our.parts, their.address, their.parts))
  }
  const onlyLegacy = theirs.filter((their) => !taken.has(their))
  const onlyCurrent = ours.filter((our) => !taken.has(our))
  return [
    ...onlyLegacy.map((their): AddressPair => ({ state: 'only-legacy', legacy: their.address })),
    ...pairs,
    ...onlyCurrent.map((our): AddressPair => ({ state: 'only-current', current: our.address })),
  ]
}

type Parts = { street: string; unit: string; city: string; state: string; zip: string; country: string; all: string }

// USPS Publication 28: how streets, directions and units are shortened.
const SHORT: Readonly<Record<string, string>> = {
  ...{ street: 'st', avenue: 'ave', av: 'ave', boulevard: 'blvd', drive: 'dr', road: 'rd', lane: 'ln', court: 'ct' },
  ...{ place: 'pl', square: 'sq', terrace: 'ter', parkway: 'pkwy', highway: 'hwy', circle: 'cir', trail: 'trl' },
  ...{
    north: 'n',
    south: 's',
    east: 'e',
    west: 'w',
    northeast: 'ne',
    northwest: 'nw',
    southeast: 'se',
    southwest: 'sw',
  },
  ...{ saint: 'st', mount: 'mt', fort: 'ft', po: 'po', box: 'box', route: 'rte', suite: 'ste', apartment: 'apt' },
}
const UNIT = /\b(?:apt|unit|ste|rm|room|fl|floor|no)\s+([a-z0-9-]+)\b|#\s*([a-z0-9-]+)/

function partsOf(address: Address | LegacyAddress): Parts {
  const lines = shortened(`${cleanText(address.line1)} ${cleanText(address.line2)}`)
  const unit = UNIT.exec(lines)
  const zipExt = 'zipExt' in address ? cleanText(address.zipExt) : ''
  const zip = `${cleanText(address.zip)}${zipExt}`.replace(/[^a-z\d]/gi, '').toLowerCase()
  const sent = 'state' in address ? cleanText(address.state) : ''
  const legacyState = 'stateCode' in address ? cleanText(address.stateCode) || cleanText(address.stateDescription) : ''
  const state = fold(sent || legacyState)
  const named = cleanText(address.country) || ('countryCode' in address ? cleanText(address.countryCode) : '')
  const parts = {
    street: lines.replace(UNIT, ' ').replace(/\s+/g, ' ').trim(),
    unit: unit?.[1] ?? unit?.[2] ?? '',
    city: shortened(cleanText(address.city)),
    state: STATES[state] ?? state,
    // A ZIP+4 is the same place as its five digits.
    zip: /^\d{9,}$/.test(zip) ? zip.slice(0, 5) : zip,
    country: (named === '' ? '' : (countryCode(named) ?? named)).toLowerCase(),
  }
  return { ...parts, all: parts.street + parts.city + parts.zip }
}

function shortened(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}#-]+/gu, ' ')
    .split(' ')
    .map((word) => SHORT[word] ?? word)
    .join(' ')
    .trim()
}

/** None at all for places that share neither street nor ZIP and number. */
function likeness(a: Parts, b: Parts): number {
  const houseNumber = (parts: Parts) => /^\d+/.exec(parts.street)?.[0] ?? ''
  const isStreet = a.street !== '' && a.street === b.street
  const isNumberAndZip = houseNumber(a) !== '' && houseNumber(a) === houseNumber(b) && a.zip !== '' && a.zip === b.zip
  if (!isStreet && !isNumberAndZip) return 0
  const equal = (['street', 'unit', 'city', 'state', 'zip', 'country'] as const).filter((name) => a[name] === b[name])
  return (isStreet ? 4 : 0) + equal.length
}

const COMPARED = {
  street: words.partStreet(),
  unit: words.partUnit(),
  city: words.partCity(),
  state: words.partState(),
  zip: words.partZip(),
} as const

function asPair(current: Address, a: Parts, legacy: LegacyAddress, b: Parts): AddressPair {
  const names = Object.keys(COMPARED) as (keyof typeof COMPARED)[]
  // What one list does not say is no difference; a unit is.
  const differing = names.filter(
    (name) => a[name] !== b[name] && (name === 'unit' || (a[name] !== '' && b[name] !== '')),
  )
  if (differing.length > 0) return { state: 'differs', in: differing.map((name) => COMPARED[name]), current, legacy }
  const isSame = addressLine(current) === addressLine(legacy)
  return { state: isSame ? 'same' : 'written-differently', current, legacy }
}

const STATES: Readonly<Record<string, string>> = {
  ...{
    alabama: 'al',
    alaska: 'ak',
    arizona: 'az',
    arkansas: 'ar',
    california: 'ca',
    colorado: 'co',
    connecticut: 'ct',
  },
  ...{
    delaware: 'de',
    florida: 'fl',
    georgia: 'ga',
    hawaii: 'hi',
    idaho: 'id',
    illinois: 'il',
    indiana: 'in',
    iowa: 'ia',
  },
  ...{
    kansas: 'ks',
    kentucky: 'ky',
    louisiana: 'la',
    maine: 'me',
    maryland: 'md',
    massachusetts: 'ma',
    michigan: 'mi',
  },
  ...{ minnesota: 'mn', mississippi: 'ms', missouri: 'mo', montana: 'mt', nebraska: 'ne', nevada: 'nv', ohio: 'oh' },
  ...{ 'new hampshire': 'nh', 'new jersey': 'nj', 'new mexico': 'nm', 'new york': 'ny', oklahoma: 'ok', oregon: 'or' },
  ...{
    'north carolina': 'nc',
    'north dakota': 'nd',
    pennsylvania: 'pa',
    'rhode island': 'ri',
    tennessee: 'tn',
    texas: 'tx',
  },
  ...{ 'south carolina': 'sc', 'south dakota': 'sd', utah: 'ut', vermont: 'vt', virginia: 'va', washington: 'wa' },
  ...{ 'west virginia': 'wv', wisconsin: 'wi', wyoming: 'wy', 'district of columbia': 'dc' },
}
