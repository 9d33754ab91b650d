import { expect, test } from 'playwright/test'
import { parseExact } from '#src/contract/exact-json.ts'
import { readAnswer } from '#src/contract/read-answer.ts'
import { sampleDealers, sampleLines } from './sample-lines.ts'
import { sampleCustomers } from './sample-links.ts'
import { findAll } from '#src/findings/find-all.ts'

/** The rules that have something to say of each customer of the sample dealership. */
const fired = new Map(
  [...sampleLines()]
    .filter((line) => line.includes('"type":"customer"'))
    .map((line) => {
      const answer = readAnswer(parseExact(line))
      if (answer?.info.state !== 'read') throw new Error('a customer of the sample cannot be read')
      const customerUUID = answer.info.value.uuid ?? ''
      const dealerIds = new Set(sampleDealers.map(({ id }) => String(id)))
      const surroundings = { currency: 'USD', country: 'US', now: Date.now(), timeZone: 'UTC' }
      const findings = findAll({ answer, customerUUID, dealerIds, ...surroundings }, new Set())
      return [customerUUID, [...new Set(findings.map(({ rule }) => rule))]]
    }),
)

test('the customers of the sample that have something odd are found, and only they', () => {
  const made = Object.fromEntries(Object.entries(sampleCustomers).map(([name, uuid]) => [name, fired.get(uuid)]))
  expect(made).toEqual({
    regular: ['order-tenders'],
    fleet: ['order-tenders'],
    warnings: ['contact', 'addresses'],
    companyOnly: [],
    noVehicles: [],
    manyVehicles: [],
    refunds: [],
    unpaid: ['order-tenders'],
    legacyAddress: [],
    longName: [],
    nulls: [],
    pastVehicle: ['links', 'vin'],
    household: [],
  })
})

test('of the hundreds that are made at random nothing is said but of open orders without tenders', () => {
  const named = new Set<string>(Object.values(sampleCustomers))
  const others = [...fired].filter(([uuid]) => !named.has(uuid))
  expect(others.length).toBeGreaterThan(100)
  expect(new Set(others.flatMap(([, rules]) => rules))).toEqual(new Set(['order-tenders']))
})
