import { expect, test } from 'playwright/test'
import { formatMoney } from './money.ts'

const cases: [amount: string, currency: string, text: string][] = [
  ['812.1', 'USD', '$812.10'],
  ['0', 'USD', '$0.00'],
  ['-50', 'USD', '\u2212$50.00'],
  ['1234567.5', 'CAD', '$1,234,567.50'],
  ['90071992547409930.25', 'USD', '$90,071,992,547,409,930.25'],
  ['0.125', 'USD', '$0.125'],
  ['1e3', 'EUR', '€1,000.00'],
  ['not a number', 'USD', 'not a number'],
]
for (const [amount, currency, text] of cases) {
  test(`${amount} ${currency} reads ${text}`, () => {
    expect(formatMoney(amount, currency)).toBe(text)
  })
}
