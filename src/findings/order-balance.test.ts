import { expect, test } from 'playwright/test'
import type { DealerOrder } from '#src/contract/order.ts'
import { notCovered, orderBalance, orderStatus } from './order-balance.ts'

const order = (amount: string | null, tenders: (string | null)[], more: Partial<DealerOrder> = {}): DealerOrder => ({
  order_amount: amount,
  order_status: 'O',
  transactions: tenders.map((transactionAmount) => ({ transactionAmount })),
  ...more,
})

test('tenders that add up match, to the last digit', () => {
  expect(orderBalance(order('0.3', ['0.1', '0.2']))).toEqual({ state: 'matches', tenders: '0.3' })
})

test('says by how much tenders are lower or higher', () => {
  expect(orderBalance(order('812.1', ['250', '150']))).toEqual({ state: 'lower', tenders: '400', difference: '412.1' })
  expect(orderBalance(order('10', ['30', '-5']))).toEqual({ state: 'higher', tenders: '25', difference: '15' })
})

test('an order without tenders has none listed', () => {
  expect(orderBalance(order('5', []))).toEqual({ state: 'none-listed' })
})

test('refuses to compare what it cannot', () => {
  const reasons = [
    order('5', [null]),
    order(null, ['5']),
    order('much', ['5']),
    order('5', ['a few']),
    { ...order('5', ['5']), dealerOrder_id: '1', transactions: [{ transactionAmount: '5', dealerOrderId: '2' }] },
    { ...order('5', []), transactions: null },
  ].map((item) => orderBalance(item).state)
  expect(new Set(reasons)).toEqual(new Set(['cannot-compare']))
})

test('only open orders count as not covered', () => {
  const closed = order('100', ['1'], { order_status: 'C' })
  expect(notCovered([order('812.1', ['400']), order('10', []), closed])).toEqual({
    amount: '422.1',
    orders: 2,
    notCompared: 0,
  })
  expect(notCovered([closed])).toEqual({ amount: '0', orders: 0, notCompared: 0 })
})

test('open orders that cannot be compared are counted, not taken as nothing', () => {
  const odd = [order('5', [null]), order(null, []), order('much', []), { ...order('5', []), transactions: null }]
  expect(notCovered([...odd, order('0', []), order('-5', [])])).toEqual({ amount: '0', orders: 0, notCompared: 4 })
})

test('statuses are understood as letters and words, and nothing is guessed', () => {
  const statuses = ['O', 'open\u200B', ' Invoiced', 'c', 'ON_HOLD', null].map((order_status) =>
    orderStatus({ order_status }),
  )
  expect(statuses).toEqual(['open', 'open', 'invoiced', 'closed', undefined, undefined])
})
