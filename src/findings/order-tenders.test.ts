import { expect, test } from 'playwright/test'
import { orderTenders } from './order-tenders.ts'
import { examined } from './testing/examined.ts'

const order = (order_number: string, order_amount: string | null, tenders: (string | null)[], order_status = 'O') => ({
  order_number,
  order_amount,
  order_status,
  dealerOrder_uuid: `uuid-${order_number}`,
  transactions: tenders.map((transactionAmount) => ({ transactionAmount })),
})
const reasons = (...orders: unknown[]) =>
  orderTenders(examined({ dealerOrderInfoList: orders })).map(({ reason }) => reason)

test('an open order that its tenders do not cover says by how much, with the arithmetic', () => {
  expect(reasons(order('R1', '812.10', ['400']), order('R2', '10', ['12.5']), order('R3', '99', []))).toEqual([
    'Order R1: tenders listed are $412.10 lower than the order ($812.10 − $400.00)',
    'Order R2: tenders listed are $2.50 higher than the order ($12.50 − $10.00)',
    'Order R3: $99.00, and no tenders listed',
  ])
})

test('nothing is said of orders that match, are closed, or cannot be compared', () => {
  expect(
    reasons(
      order('R1', '0.3', ['0.1', '0.2']),
      order('R2', '99', [], 'C'),
      order('R3', '99', [null]),
      order('R4', null, ['5']),
      order('R5', '0', []),
    ),
  ).toEqual([])
})

test('amounts that differ by a hundred times on most orders are said once and not compared', () => {
  const [finding, ...others] = orderTenders(
    examined({
      dealerOrderInfoList: [order('R1', '10', ['1000']), order('R2', '25', ['2500']), order('R3', '7', ['3'])],
    }),
  )
  expect(finding).toMatchObject({ rule: 'amount-units', weight: 'money' })
  expect(finding?.reason).toContain('On 2 of 3 orders')
  expect(others).toEqual([])
})

test('a finding leads to its order', () => {
  const [finding] = orderTenders(examined({ dealerOrderInfoList: [order('R1', '5', [])] }))
  expect(finding?.place).toEqual({ tab: 'orders', order: 'uuid-R1' })
})
