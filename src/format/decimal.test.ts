import { expect, test } from 'playwright/test'
import { compareDecimals, plainDecimal, subtractDecimals, sumDecimals } from './decimal.ts'

test('adds exactly', () => {
  expect(sumDecimals(['0.1', '0.2'])).toBe('0.3')
  expect(sumDecimals(['90071992547409.93', '0.01', '-0.94'])).toBe('90071992547409')
  expect(sumDecimals([])).toBe('0')
})

test('subtracts and compares exactly', () => {
  expect(subtractDecimals('812.10', '400')).toBe('412.1')
  expect(subtractDecimals('0.3', '0.30')).toBe('0')
  expect(compareDecimals('10', '9.99')).toBe(1)
  expect(compareDecimals('-1', '1e0')).toBe(-1)
  expect(compareDecimals('1.0', '1')).toBe(0)
})

test('text that is no number has no sum and sorts last', () => {
  expect(sumDecimals(['1', 'x'])).toBeUndefined()
  expect(subtractDecimals('1', '')).toBeUndefined()
  expect(compareDecimals('x', '1')).toBe(1)
})

test('reads exponents, but not ones that only cost memory', () => {
  expect(plainDecimal('1.25e2')).toBe('125')
  expect(plainDecimal('5e-3')).toBe('0.005')
  expect(plainDecimal('1e9999')).toBeUndefined()
})

test('small and large, short and long amounts add up alike', () => {
  // The second sum has one text that takes the long way, and with it all of them.
  const amounts = [
    '0',
    '-0',
    '0.5',
    '.5'.padStart(2, '0'),
    '00.10',
    '-0.01',
    '99999999999.99',
    '-99999999999.99',
    '12',
    '7.25',
  ]
  for (const a of amounts) {
    for (const b of amounts) {
      expect(sumDecimals([a, b]), `${a} + ${b}`).toBe(sumDecimals([a, b, '1e0', '-1']))
      expect(subtractDecimals(a, b), `${a} - ${b}`).toBe(subtractDecimals(`${a}e0`, b))
      expect(compareDecimals(a, b), `${a} and ${b}`).toBe(compareDecimals(`${a}e0`, b))
    }
  }
  expect(sumDecimals(Array.from({ length: 2000 }, () => '99999999999.99'))).toBe('199999999999980')
})
