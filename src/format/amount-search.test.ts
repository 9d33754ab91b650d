import { expect, test } from 'playwright/test'
import { isWantedAmount, joinAmounts, wantedAmount } from './amount-search.ts'

const amounts = ['1234.5', '99', '12345', '-50']
const cases: [typed: string, found: string[]][] = [
  ['$1,234.50', ['1234.5']],
  ['1,234.50', ['1234.5']],
  ['1234.50', ['1234.5']],
  ['1234.5', ['1234.5']],
  ['1,234', ['1234.5']],
  ['1.234,50', ['1234.5']],
  ['1234,5', ['1234.5']],
  ['$99', ['99']],
  ['99.00', ['99']],
  ['99$', ['99']],
  ['USD99', ['99']],
  ['12,345', ['12345']],
  ['12345', ['12345']],
  ['1234', ['1234.5', '12345']],
  ['50', ['-50']],
  ['-$50', ['-50']],
  ['(50.00)', ['-50']],
  ['-99', []],
  ['RO-99', []],
  ['.', []],
]
for (const [typed, found] of cases) {
  test(`"${typed}" finds ${found.join(' and ') || 'no amount'}`, () => {
    const wanted = wantedAmount(typed)
    expect(amounts.filter((amount) => wanted !== undefined && isWantedAmount(amount, wanted))).toEqual(found)
  })
}

test('a sign with a blank behind it belongs to its amount', () => {
  expect(joinAmounts('open $ 1,234.50')).toBe('open $1,234.50')
  expect(joinAmounts('1\u00A0234.50')).toBe('1234.50')
})

test('an amount that is copied from a page in French is found', () => {
  const wanted = wantedAmount(joinAmounts('1\u00A0234,50\u00A0$'))
  expect(amounts.filter((amount) => wanted !== undefined && isWantedAmount(amount, wanted))).toEqual(['1234.5'])
})
