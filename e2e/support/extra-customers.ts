import { ExactNumber, printExact } from '#src/contract/exact-json.ts'
import { fullRecord } from '#src/contract/full-record.ts'
import { sampleDealers } from '#src/server/sample/sample-lines.ts'

const [north] = sampleDealers

/** Every field of the contract filled with a value of its own. */
export const full = fullRecord({
  'customerInfo.uuid': 'full-record',
  'customerInfo.dealerId': north.id,
  'customerInfo.communications.commValue': '+16145550117',
  'customerInfo.vehicles.vin': '1M8GDM9AXKP042788',
  'dealerOrderInfoList.dealer_id': north.id,
  'dealerOrderInfoList.dealerOrder_uuid': 'full-order',
  'dealerOrderInfoList.transactions.ccNumber': '4242',
})

const valueAt = (path: string) => String(full.leaves.find((leaf) => leaf.path === path)?.value)
export const fullName = `${valueAt('customerInfo.fname')} ${valueAt('customerInfo.lname')}`

export const bigIds = { customer: '9223372036854775807', vehicle: '9007199254740993', order: '9223372036854775806' }

/** Customers beside the sample, as lines of an import file. */
export const extraLines: readonly string[] = [
  line(full.body),
  line({
    customerInfo: {
      ...info(bigIds.customer, 'Big', 'Numbers'),
      id: new ExactNumber(bigIds.customer),
      vehicles: [{ id: new ExactNumber(bigIds.vehicle), make: 'Honda', model: 'Civic', year: '2020' }],
    },
    dealerOrderInfoList: [
      {
        order_number: 'BIG1',
        dealerOrder_id: new ExactNumber(bigIds.order),
        vehicle_id: new ExactNumber(bigIds.vehicle),
        order_status: 'O',
      },
      { order_number: 'SMALL1', dealerOrder_id: 5, order_status: 'C' },
    ],
  }),
  line({
    errors: [
      { errorCode: 20_001, errorTitle: 'Partial data', errorMessage: 'Two stores did not answer.' },
      { errorCode: 20_001, errorTitle: 'Partial data', errorMessage: 'Two stores did not answer.' },
      { errorCode: 20_002, errorTitle: '<b>Bold</b>', errorMessage: '<img src=x onerror=alert(1)>' },
    ],
    warnings: [1, 2, 3, 4, 5].map((n) => ({
      warningCode: n,
      warningTitle: `Warning ${n}`,
      warningMessage: `Message ${n}`,
    })),
    customerInfo: info('many-messages', 'Messenger', 'Jones'),
    dealerOrderInfoList: [],
  }),
  line({ customerInfo: { ...info('lists-absent', 'Listless', 'Smith') } }),
  line({
    customerInfo: {
      ...info('lists-empty', 'Empty', 'Hand'),
      vehicles: [],
      communications: [],
      secondaryCustomerData: [],
    },
    dealerOrderInfoList: [],
    addressListV2: [],
    addressList: [],
  }),
  line({
    customerInfo: info('many-orders', 'Many', 'Orders'),
    dealerOrderInfoList: Array.from({ length: 250 }, (_, n) => ({
      order_number: `M-${n + 1}`,
      dealerOrder_uuid: `many-${n + 1}`,
      order_status: n % 2 === 0 ? 'O' : 'C',
      order_type: 'RO',
      order_amount: n + 0.5,
      order_date: `20${String(10 + Math.floor(n / 28)).padStart(2, '0')}-03-${String((n % 28) + 1).padStart(2, '0')}`,
      transactions: [],
    })),
  }),
]

function info(uuid: string, fname: string, lname: string) {
  return { uuid, fname, lname, dealerId: north.id }
}

function line(body: unknown): string {
  return printExact({ type: 'customer', ...(body as object) })
}
