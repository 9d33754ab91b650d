import { expect, test } from 'playwright/test'
import { findAll, findAllInSteps } from './find-all.ts'
import { examined } from './testing/examined.ts'

const odd = examined({
  customerInfo: {
    uuid: 'me',
    communications: [{ commValue: '999-999-9999', commType: 'PHONE' }],
    vehicles: [
      { vin: '1HGCM82643A004352', year: '2003', make: 'Honda', model: 'Accord' },
      { vin: '1HGCM82643A004352' },
      { vin: 'AB123', year: '1965' },
    ],
  },
  dealerOrderInfoList: [
    {
      order_number: 'R1',
      order_status: 'O',
      order_amount: '5',
      order_date: '9999-12-31',
      transactions: [],
      customer_id: 7,
    },
  ],
})

test('the most pressing comes first: money, contact, identity, data', () => {
  expect(findAll(odd, new Set()).map(({ rule }) => rule)).toEqual([
    'order-tenders',
    'contact',
    'vin',
    'vin',
    'vin',
    'dates',
    'contract',
  ])
})

test('a rule can be switched off', () => {
  const rules = findAll(odd, new Set(['vin', 'contract'])).map(({ rule }) => rule)
  expect(rules).toEqual(['order-tenders', 'contact', 'dates'])
})

test('in steps it is the same', async () => {
  expect(await findAllInSteps(odd, new Set())).toEqual(findAll(odd, new Set()))
})

test('no finding tells more of a card than its last four digits', () => {
  const card = examined({
    dealerOrderInfoList: [
      {
        order_number: 'R1',
        transactions: ['1', '2'].map((transactionId) => ({ transactionId, transactionAmount: '5', ccNumber: '4242' })),
      },
    ],
  })
  expect(JSON.stringify(findAll(card, new Set()))).not.toMatch(/\d{5,}/)
})
