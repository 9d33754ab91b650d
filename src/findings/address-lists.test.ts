import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { addressLists, addressPlaces, reconcileAddresses } from './address-lists.ts'
import { examined } from './testing/examined.ts'

const ours = {
  line1: '429 East Figueroa Street',
  line2: 'Apartment 1',
  city: 'Santa Barbara',
  state: 'CA',
  zip: '93101',
  country: 'US',
}
const theirs = {
  line1: '429 E FIGUEROA ST APT 1',
  city: 'SANTA BARBARA',
  stateDescription: 'California',
  zip: '93101',
  zipExt: '2200',
  countryCode: 'USA',
}

test('the same place written differently is the same place', () => {
  expect(reconcileAddresses([ours], [theirs])).toMatchObject([{ state: 'written-differently' }])
})

test('another unit, ZIP or city is a difference', () => {
  const differing = (change: object) => reconcileAddresses([ours], [{ ...theirs, ...change }])[0]
  expect(differing({ line1: '429 E Figueroa St #2' })).toMatchObject({ state: 'differs', in: ['unit'] })
  expect(differing({ line1: '429 E Figueroa St' })).toMatchObject({ state: 'differs', in: ['unit'] })
  expect(differing({ zip: '93109' })).toMatchObject({ state: 'differs', in: ['ZIP'] })
  expect(differing({ city: 'Goleta' })).toMatchObject({ state: 'differs', in: ['city'] })
})

test('what only the older list has comes first, and nothing is said where a list is empty', () => {
  const old = { line1: '9 Oak Rd', city: 'Reno', stateCode: 'NV', zip: '89501' }
  expect(reconcileAddresses([ours], [theirs, old]).map(({ state }) => state)).toEqual([
    'only-legacy',
    'written-differently',
  ])
  expect(addressLists(examined({ addressListV2: [ours], addressList: [old] })).map(({ reason }) => reason)).toEqual([
    'Only in the legacy list: 9 Oak Rd, Reno, NV 89501',
  ])
  expect(addressLists(examined({ addressListV2: [], addressList: [old] }))).toEqual([])
})

test('a difference shows both sides', () => {
  const [finding] = addressLists(
    examined({ addressListV2: [ours], addressList: [{ ...theirs, line1: '429 E Figueroa St Apt 2' }] }),
  )
  expect(finding?.reason).toMatch(
    /^Differs in unit: 429 East Figueroa Street, Apartment 1, .*; in the legacy list 429 E Figueroa St Apt 2, /,
  )
})

test('swapping the lists mirrors the pairs', () => {
  const address = fc.record({
    line1: fc.constantFrom('1 Oak St', '1 OAK STREET', '2 Elm Ave Apt 3', '2 Elm Avenue #4', '9 Pine Rd'),
    city: fc.constantFrom('Erie', 'ERIE', 'Reno'),
    zip: fc.constantFrom('16501', '165011204', '89501'),
  })
  const lists = fc.uniqueArray(address, { maxLength: 4, selector: (item) => JSON.stringify(item) })
  const mirror: Record<string, string> = { 'only-current': 'only-legacy', 'only-legacy': 'only-current' }
  fc.assert(
    fc.property(lists, lists, (a, b) => {
      const states = reconcileAddresses(a, b).map(({ state }) => mirror[state] ?? state)
      expect(
        reconcileAddresses(b, a)
          .map(({ state }) => state)
          .sort(),
      ).toEqual(states.sort())
    }),
    { numRuns: 100, seed: 1 },
  )
})

test('each entry of both lists has one place, those without any text too', () => {
  const entry = fc.record({
    line1: fc.constantFrom('1 Oak St', '1 OAK STREET', '2 Elm Ave Apt 3', '', null),
    zip: fc.constantFrom('16501', '165011204', '', undefined),
  })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 5 }), fc.array(entry, { maxLength: 5 }), (a, b) => {
      const places = addressPlaces(a, b)
      const of = (side: 'current' | 'legacy') => places.flatMap((place) => place[side] ?? [])
      expect(new Set(of('current'))).toEqual(new Set(a))
      expect(of('current')).toHaveLength(a.length)
      expect(new Set(of('legacy'))).toEqual(new Set(b))
      expect(of('legacy')).toHaveLength(b.length)
    }),
    { numRuns: 100, seed: 1 },
  )
})
