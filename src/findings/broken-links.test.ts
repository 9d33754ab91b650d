import { expect, test } from 'playwright/test'
import { brokenLinks } from './broken-links.ts'
import { examined } from './testing/examined.ts'

const customerInfo = {
  uuid: 'me',
  id: '100',
  vehicles: [
    { uuid: 'v1', id: '1' },
    { uuid: 'v2', id: '2' },
  ],
  secondaryCustomerData: [{ guid: 'wife', customerId: '200' }],
}
const reasons = (...dealerOrderInfoList: unknown[]) =>
  brokenLinks(examined({ customerInfo, dealerOrderInfoList })).map(({ reason }) => reason)

test('a record whose parts belong together has nothing to say', () => {
  expect(
    reasons(
      { vehicle_uuid: 'v1', vehicle_id: '1', customer_uuid: 'ME', customer_id: '100', dealer_id: '17' },
      { vehicle_id: '0', customer_id: '200', customer_uuid: 'wife', dealer_id: null },
      { dealerOrder_id: '5', transactions: [{ dealerOrderId: '5', customerId: '100' }, { dealerOrderId: '0' }] },
    ),
  ).toEqual([])
})

test('what is named and not there is said, with its id', () => {
  expect(
    reasons(
      { order_number: 'R1', vehicle_id: '77' },
      { order_number: 'R2', vehicle_uuid: 'v1', vehicle_id: '2' },
      { order_number: 'R3', customer_uuid: 'somebody' },
      { order_number: 'R4', dealer_id: '99' },
      { order_number: 'R5', dealerOrder_id: '5', transactions: [{ dealerOrderId: '6' }, { customerId: '300' }] },
    ),
  ).toEqual([
    "Order R1 names a vehicle that is not in this customer's list (id 77)",
    'Order R2 names two vehicles: UUID v1 and id 2 are not the same one',
    'Order R3 names customer somebody, who is not among the linked ones',
    'Order R4 names dealer 99, which was not searched',
    'Order R5 has a tender of order id 6',
    'Order R5 has a tender of customer 300, who is not among the linked ones',
  ])
})

test('the same thing on many orders is one finding', () => {
  const orders = Array.from({ length: 30 }, (_, n) => ({ order_number: `R${n}`, vehicle_id: '77' }))
  expect(reasons(...orders)).toEqual([
    "Order R0 names a vehicle that is not in this customer's list (id 77) (and 29 more orders)",
  ])
})
