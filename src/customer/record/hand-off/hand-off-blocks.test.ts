import { expect, test } from 'playwright/test'
import { readAnswer } from '#src/contract/read-answer.ts'
import { handOffBlocks, handOffPath, handOffText, offeredOrders, USUAL_BLOCKS } from './hand-off-blocks.ts'

const body = {
  customerInfo: {
    uuid: 'me',
    fname: 'Ana',
    lname: 'Ruiz',
    customerKey: 'K-77',
    communications: [
      { commValue: '(614) 555-0117', commType: 'PHONE', preferred: true },
      { commValue: 'ana@example.test', commType: 'EMAIL' },
    ],
    vehicles: [{ uuid: 'car', year: '2003', make: 'Honda', model: 'Accord', vin: '1HGCM82633A004352' }],
  },
  dealerOrderInfoList: [
    { order_number: 'RO1', dealerOrder_uuid: 'one', order_status: 'C', order_date: '2025-01-01', transactions: [] },
    {
      order_number: 'RO2',
      dealerOrder_uuid: 'two',
      order_status: 'O',
      order_type: 'RO',
      order_date: '2025-03-01',
      order_amount: '812.1',
      tag_or_hat: '7',
      vehicle_uuid: 'car',
      transactions: [{ transactionAmount: '400', ccNumber: '4242' }],
    },
    { order_number: 'RO3', dealerOrder_uuid: 'three', order_status: 'O', order_date: '2025-02-01', transactions: [] },
  ],
}

function record() {
  const answer = readAnswer(structuredClone(body))
  if (answer === undefined) throw new Error('no answer')
  return answer
}

const search = { customerUUID: 'me', dealers: ['north'], excludeOrderType: false }

test('a card is about an order that is open on the page, else about the newest open one', () => {
  const numbers = (shown: string[]) => offeredOrders(record(), shown, 'UTC').map(({ order_number: number }) => number)
  expect(numbers([])).toEqual(['RO2', 'RO3'])
  expect(numbers(['one'])).toEqual(['RO1', 'RO2', 'RO3'])
  expect(numbers(['three'])).toEqual(['RO3', 'RO2'])
})

test('it says who, which order with its tag, which vehicle and what the tenders come to', () => {
  const [order] = offeredOrders(record(), [], 'UTC')
  const blocks = handOffBlocks({ answer: record(), customerUUID: 'me', order, currency: 'USD' })
  const usual = blocks.filter(({ name }) => USUAL_BLOCKS.includes(name))
  expect(handOffText(usual, `https://desk.test${handOffPath(search, order)}`).split('\n')).toEqual([
    'Ana Ruiz · key K-77',
    'Order RO2 · Open · Repair order · tag 7',
    '2003 Honda Accord · VIN …3A004352',
    '$812.10 · Tenders listed · $412.10 lower than the order',
    'https://desk.test/customers/me/orders?dealer=north&order=two',
  ])
})

test('how to reach the customer is left off unless somebody wants it, and a card never has a card number', () => {
  const [order] = offeredOrders(record(), [], 'UTC')
  const blocks = handOffBlocks({ answer: record(), customerUUID: 'me', order, currency: 'USD' })
  const [usual, all] = [blocks.filter(({ name }) => USUAL_BLOCKS.includes(name)), blocks]
  expect(handOffText(usual, '')).not.toMatch(/555|example\.test/)
  expect(handOffText(all, '')).toContain('Phone, preferred: (614) 555-0117\nE-mail: ana@example.test')
  expect(handOffText(all, '')).not.toContain('4242')
})

test('without an order it is about the customer and the one vehicle', () => {
  const blocks = handOffBlocks({ answer: record(), customerUUID: 'me', order: undefined, currency: 'USD' })
  expect(blocks.map(({ name }) => name)).toEqual(['customer', 'vehicle', 'phone', 'email'])
  expect(handOffPath(search, undefined)).toBe('/customers/me?dealer=north')
})

test('values of any length fit a chat message of 1,000 characters', () => {
  const answer = record()
  const endless = { order_number: 'R'.repeat(5000), tag_or_hat: 'T'.repeat(5000), order_amount: '9'.repeat(300) }
  const blocks = handOffBlocks({ answer, customerUUID: 'u'.repeat(128), order: endless, currency: 'USD' })
  expect(handOffText(blocks, '').length).toBeLessThan(800)
})
