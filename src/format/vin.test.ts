import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { cleanVin, lookAlikes } from './vin.ts'

const cases = [
  '1HGCM82633A004352',
  ' 1hgcm82633a004352 ',
  '1HG CM826 33A 004352',
  '1HGCM826-33A004352',
  '1HGCM826\u201333A\u2011004352',
  '\u202E1HGCM82633A004352\u202C',
  '1HGCM82633\u00ADA00\u200B4352',
  '*1HGCM82633A004352*',
  '１ＨＧＣＭ８２６３３Ａ００４３５２',
]
for (const sent of cases) {
  test(`the VIN sent as ${JSON.stringify(sent)} is its 17 characters`, () => {
    expect(cleanVin(sent)).toBe('1HGCM82633A004352')
  })
}

test('letters of other alphabets stay, and are named', () => {
  const vin = cleanVin('1HGСM82633А004352')
  expect(vin).toBe('1HGСM82633А004352')
  expect(lookAlikes(vin)).toEqual([
    { letter: 'С', looksLike: 'C' },
    { letter: 'А', looksLike: 'A' },
  ])
})

test('blanks, hyphens, case and hidden marks change nothing, in any place', () => {
  const mark = fc.constantFrom(' ', '-', '\u200B', '\u202E', '\u00A0', '\u2011', '')
  const character = fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789abcdefgh')
  fc.assert(
    fc.property(fc.array(fc.tuple(character, mark), { minLength: 17, maxLength: 17 }), (pairs) => {
      const vin = cleanVin(pairs.flat().join(''))
      expect(vin).toBe(
        pairs
          .map(([letter]) => letter)
          .join('')
          .toUpperCase(),
      )
      expect(cleanVin(vin)).toBe(vin)
    }),
    { numRuns: 100, seed: 1 },
  )
})
