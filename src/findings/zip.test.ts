import { expect, test } from 'playwright/test'
import { zipHint } from './zip.ts'

test('an American ZIP of four digits is hinted at, others are not', () => {
  expect(zipHint('2138', 'US')).toContain('4 digits')
  expect(zipHint(' 2138 ', null)).toContain('4 digits')
  expect([zipHint('02138', 'US'), zipHint('8001', 'Switzerland'), zipHint(undefined, 'US')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
