import { expect, test } from 'playwright/test'
import { addressLine, addressLines } from './address.ts'

test('a postal block has no blank lines and joins zip and extension', () => {
  expect(
    addressLines({
      line1: '1 Maple Ave',
      line2: ' ',
      city: 'Erie',
      stateCode: 'PA',
      zip: '16501',
      zipExt: '1204',
      country: '',
    }),
  ).toEqual(['1 Maple Ave', 'Erie, PA 16501-1204'])
})

test('what is missing leaves no comma behind', () => {
  expect(addressLine({ city: 'Erie' })).toBe('Erie')
  expect(addressLine({ zip: '16501' })).toBe('16501')
  expect(addressLine({})).toBe('')
})
