import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { decodeVin, vinCheckDigit, vinYearCode } from './decode-vin.ts'

const cases: [what: string, vin: string, says: ReturnType<typeof decodeVin>][] = [
  ['a car: position 7 is a digit', '1HGCM82633A004352', { makes: ['Honda'], years: [2003], plant: 'A' }],
  ['a car: position 7 is a letter', '5YJSA1DG9DFP14705', { makes: ['Tesla'], years: [2013], plant: 'F' }],
  ['a maker nobody here knows', '1M8GDM9AXKP042788', { makes: [], years: [1989, 2019], plant: 'P' }],
  ['a check digit that does not fit', '1HGCM82643A004352', { makes: ['Honda'], years: [], plant: undefined }],
  ['a car of Europe', 'WVWZZZ1JZ3W386752', { makes: ['Volkswagen'], years: [], plant: undefined }],
  ['as it is read out', ' 1hgcm-82633 a004352', { makes: ['Honda'], years: [2003], plant: 'A' }],
  ['a placeholder', '11111111111111111', { makes: [], years: [], plant: undefined }],
  ['half a VIN', '33A004352', { makes: [], years: [], plant: undefined }],
  ['nothing', '', { makes: [], years: [], plant: undefined }],
]
for (const [what, vin, says] of cases) {
  test(`${what}: ${vin || '(none)'}`, () => {
    expect(decodeVin(vin, 2026)).toEqual(says)
  })
}

/** With the check digit that the rest calls for. */
const checked = (vin: string): string => `${vin.slice(0, 8)}${vinCheckDigit(vin)}${vin.slice(9)}`

test('pickups, heavy trucks and motorcycles may be of either cycle, but of no year to come', () => {
  const years = (vin: string) => decodeVin(checked(vin), 2026).years
  expect(years('1FTEW1EP0KFA12345')).toEqual([1989, 2019])
  expect(years('1HD1KBM00KB612345')).toEqual([1989, 2019])
  expect(years('1FTEW1EP0YFA12345')).toEqual([2000])
})

test('a sister make shares the code of another', () => {
  expect(decodeVin(checked('1C4RJFBG0FC123456'), 2026).makes).toEqual(['Chrysler', 'Dodge', 'Jeep'])
})

const character = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789')

test('no car is told a model year but the one that its VIN was made for', () => {
  const parts = fc.record({
    year: fc.integer({ min: 1981, max: 2027 }),
    descriptor: fc.string({ unit: character, minLength: 5, maxLength: 5 }),
    serial: fc.string({ unit: character, minLength: 7, maxLength: 7 }),
    cycle: fc.nat({ max: 9 }),
  })
  fc.assert(
    fc.property(parts, ({ year, descriptor, serial, cycle }) => {
      const told = year < 2010 ? String(cycle) : 'ABCDEFGHJK'.charAt(cycle)
      const vin = checked(`1HG${descriptor.slice(0, 3)}${told}${descriptor.slice(4)}0${vinYearCode(year)}${serial}`)
      expect(decodeVin(vin, 2026)).toEqual({ makes: ['Honda'], years: [year], plant: serial.charAt(0) })
    }),
    { numRuns: 100, seed: 1 },
  )
})

test('whatever is sent, years lie between 1980 and the next, and a plant only beside a check digit that fits', () => {
  const sent = fc.oneof(fc.string(), fc.string({ unit: character, minLength: 17, maxLength: 17 }))
  fc.assert(
    fc.property(sent, (vin) => {
      const { years, plant } = decodeVin(vin, 2026)
      expect(years.every((year) => year >= 1980 && year <= 2027)).toBe(true)
      if (plant !== undefined) expect(vinCheckDigit(vin.toUpperCase())).toBe(vin.charAt(8).toUpperCase())
    }),
    { numRuns: 300, seed: 1 },
  )
})
