import { expect, test } from 'playwright/test'
import { addressLine, addressLines, countryCode } from './address.ts'

const us = { line1: '1 Maple Ave', city: 'Erie', state: 'PA', country: 'US' }
const zips: [zip: string | null, zipExt: string | null, line: string][] = [
  ['16501', '1204', 'Erie, PA 16501-1204'],
  ['165011204', null, 'Erie, PA 16501-1204'],
  ['16501-1204', '1204', 'Erie, PA 16501-1204'],
  ['165011204', '1204', 'Erie, PA 16501-1204'],
  ['16501 1204', null, 'Erie, PA 16501-1204'],
  ['16501-', '', 'Erie, PA 16501'],
  ['16501\u200B', null, 'Erie, PA 16501'],
  ['16501-1204', '9999', 'Erie, PA 16501-1204-9999'],
  ['2138', null, 'Erie, PA 2138'],
  [null, null, 'Erie, PA'],
]
for (const [zip, zipExt, line] of zips) {
  test(`the ZIP ${zip} with extension ${zipExt} reads "${line}"`, () => {
    expect(addressLines({ ...us, zip, zipExt })).toEqual(['1 Maple Ave', line, 'US'])
  })
}

const abroad: [country: string, zip: string, state: string, lines: string[]][] = [
  ['CH', '8001', '', ['1 High St', '8001 Town', 'CH']],
  ['Switzerland', '8001', 'ZH', ['1 High St', '8001 Town', 'ZH', 'Switzerland']],
  ['DEU', '10115', '', ['1 High St', '10115 Town', 'DEU']],
  ['GB', 'sw1a1aa', '', ['1 High St', 'Town', 'SW1A 1AA', 'GB']],
  ['Canada', 'k1a0b1', 'ON', ['1 High St', 'Town ON K1A 0B1', 'Canada']],
  ['MX', '06000', 'CDMX', ['1 High St', '06000 Town, CDMX', 'MX']],
  ['Atlantis', '77', 'XX', ['1 High St', 'Town, XX 77', 'Atlantis']],
]
for (const [country, zip, state, lines] of abroad) {
  test(`an address in ${country} stands in the order of the country`, () => {
    expect(addressLines({ line1: '1 High St', city: 'Town', zip, state, country })).toEqual(lines)
  })
}

test('what is missing leaves no comma behind', () => {
  expect(addressLine({ city: 'Erie' })).toBe('Erie')
  expect(addressLine({ zip: '16501' })).toBe('16501')
  expect(addressLine({ state: 'PA' })).toBe('PA')
  expect(addressLine({ line1: ' ', line2: '\u3164' })).toBe('')
  expect(addressLine({})).toBe('')
})

test('an address that names no country is of the country of the store', () => {
  expect(addressLines({ city: 'Zürich', zip: '8001' }, 'CH')).toEqual(['8001 Zürich'])
})

test('countries are known by code and by name', () => {
  expect(['us', 'U.S.A.', 'United States', 'Deutschland', 'switzerland', 'Narnia'].map(countryCode)).toEqual([
    'US',
    'US',
    'US',
    'DE',
    'CH',
    undefined,
  ])
})
