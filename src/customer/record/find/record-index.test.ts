import { expect, test } from 'playwright/test'
import { readAnswer } from '#src/contract/read-answer.ts'
import { findEntries, foundBeside, recordIndex, soughtOf } from './record-index.ts'

const answer = readAnswer({
  customerInfo: {
    uuid: 'me',
    fname: 'José',
    lname: 'Ruiz',
    customerKey: 'K-77',
    communications: [{ commValue: '+16145550117', commType: 'PHONE', commLabel: 'cell' }],
    vehicles: [{ year: '2003', make: 'Honda', model: 'Accord', vin: '1HGCM82633A004352' }],
    secondaryCustomerData: [{ fname: 'Rosa', lname: 'Ruiz', guid: 'rosa' }],
  },
  dealerOrderInfoList: [
    {
      order_number: 'RO1-000112',
      order_amount: '812.1',
      order_date: '9/27/2025',
      tag_or_hat: '7',
      description: 'Brake pads',
      transactions: [{ ccNumber: '4242', transactionAmount: '400' }],
    },
  ],
  addressListV2: [{ line1: '1 Maple Ave', city: 'Erie', zip: '16501' }],
})
if (answer === undefined) throw new Error('no answer')
const entries = recordIndex(answer, 'me', 'UTC', 'US')
const found = (typed: string) => findEntries(entries, typed).map(({ label }) => label)

const cases: [typed: string, label: string][] = [
  ['jose ruiz', 'José Ruiz'],
  ['k77', 'José Ruiz'],
  ['(614) 555-0117', 'Mobile +16145550117'],
  ['555 0117', 'Mobile +16145550117'],
  ['3A00 4352', '2003 Honda Accord'],
  ['3a-004352', '2003 Honda Accord'],
  ['accord 2003', '2003 Honda Accord'],
  ['#RO1-000112', 'Order RO1-000112'],
  ['ro1000112', 'Order RO1-000112'],
  ['$812.10', 'Order RO1-000112'],
  ['400.00', 'Order RO1-000112'],
  ['4242', 'Order RO1-000112'],
  ['brake', 'Order RO1-000112'],
  ['Sep 27, 2025', 'Order RO1-000112'],
  ['maple', '1 Maple Ave, Erie 16501'],
  ['rosa', 'Linked customer Rosa Ruiz'],
]
for (const [typed, label] of cases) {
  test(`"${typed}" finds ${label}`, () => {
    expect(found(typed)).toContain(label)
  })
}

test('what is not there, and nothing, finds nothing', () => {
  expect(found('zebra')).toEqual([])
  expect(found('  ')).toEqual([])
  expect(found('#')).toEqual([])
})

test('what was looked for and does not stand in the name of a find is said beside it', () => {
  const beside = (typed: string) =>
    findEntries(entries, typed).flatMap((entry) => foundBeside(entry, soughtOf(typed), (amount) => `$${amount}`))
  expect(beside('accord')).toEqual([])
  expect(beside('brake 4242')).toEqual(['Brake pads', '4242'])
  expect(beside('$812.10')).toEqual(['$812.1'])
  expect(beside('3a-004352')).toEqual(['1HGCM82633A004352'])
})
