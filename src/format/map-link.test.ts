import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { mapLink } from './map-link.ts'

const template = 'https://maps.example.test/find?q={address}&z=17'

test('an address goes into the query as it is written', () => {
  expect(mapLink(template, ['12 Oak & Elm St #4', 'Erie, PA 16501'])).toBe(
    'https://maps.example.test/find?q=12%20Oak%20%26%20Elm%20St%20%234%2C%20Erie%2C%20PA%2016501&z=17',
  )
})

test('whatever is in an address, it leads to the host of the setting, and arrives whole', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), (lines) => {
      const { host, searchParams } = new URL(mapLink(template, lines))
      expect(host).toBe('maps.example.test')
      expect([...searchParams.keys()]).toEqual(['q', 'z'])
      expect(searchParams.get('q')).toBe(lines.join(', '))
    }),
    { numRuns: 100, seed: 1 },
  )
})
