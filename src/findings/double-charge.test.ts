import { expect, test } from 'playwright/test'
import { doubleCharge } from './double-charge.ts'
import { examined } from './testing/examined.ts'

const tender = (transactionId: string, transactionAmount: string, more = {}) => ({
  transactionId,
  tenderDataId: `9${transactionId}`,
  transactionAmount,
  ccNumber: '4242',
  transactionTypeId: '1',
  ...more,
})
const reasons = (...lists: unknown[][]) =>
  doubleCharge(
    examined({ dealerOrderInfoList: lists.map((transactions, n) => ({ order_number: `R${n + 1}`, transactions })) }),
  ).map(({ reason }) => reason)

test('two charges of one amount on one card are said once, with both ids', () => {
  expect(reasons([tender('1', '89.95'), tender('2', '89.95'), tender('3', '5')])).toEqual([
    'Order R1: $89.95 2 times on the same card, as transactions 1 and 2',
  ])
})

test('a charge and its refund, other cards and cash are no double charge', () => {
  expect(reasons([tender('1', '89.95'), tender('2', '89.95'), tender('3', '-89.95')])).toEqual([])
  expect(reasons([tender('1', '89.95'), tender('2', '89.95', { ccNumber: '1881' })])).toEqual([])
  expect(reasons([tender('1', '20', { ccNumber: '' }), tender('2', '20', { ccNumber: '' })])).toEqual([])
})

test('the same row twice is listed twice, not charged twice', () => {
  expect(reasons([tender('1', '89.95'), tender('1', '89.95')])).toEqual(['Order R1: transaction 1 is listed twice'])
})

test('one transaction under two orders is said', () => {
  expect(reasons([tender('7', '5')], [tender('7', '5')])).toEqual([
    'Transaction 7 stands under more than one order: R1 and R2',
  ])
})
