import {
  Address,
  Communication,
  CustomerInfo,
  CustomerResponse,
  LegacyAddress,
  SecondaryCustomer,
  Vehicle,
} from '#src/contract/customer.ts'
import { ApiError, ApiWarning } from '#src/contract/messages.ts'
import { DealerOrder, Transaction } from '#src/contract/order.ts'
import type { Fields } from '#src/contract/shape.ts'

const fieldsOf = (shape: Fields): string[] => Object.keys(shape.fields)

/** A list of the contract, where a body holds it and which table keeps its entries. */
type RecordList = { name: string; table: string; level: 'body' | 'info'; fields: string[] }

/** The lists of a 200 body that hang directly on the customer. Names never come from outside. */
export const customerLists: readonly RecordList[] = [
  { name: 'errors', table: 'answer_errors', level: 'body', fields: fieldsOf(ApiError) },
  { name: 'warnings', table: 'answer_warnings', level: 'body', fields: fieldsOf(ApiWarning) },
  { name: 'dealerOrderInfoList', table: 'dealer_orders', level: 'body', fields: fieldsOf(DealerOrder) },
  { name: 'addressListV2', table: 'addresses', level: 'body', fields: fieldsOf(Address) },
  { name: 'addressList', table: 'legacy_addresses', level: 'body', fields: fieldsOf(LegacyAddress) },
  { name: 'communications', table: 'communications', level: 'info', fields: fieldsOf(Communication) },
  { name: 'vehicles', table: 'vehicles', level: 'info', fields: fieldsOf(Vehicle) },
  {
    name: 'secondaryCustomerData',
    table: 'secondary_customers',
    level: 'info',
    fields: fieldsOf(SecondaryCustomer),
  },
]

export const transactionFields = fieldsOf(Transaction)
/** Those of an order itself; its transactions are rows of their own. */
export const orderFields = fieldsOf(DealerOrder).filter((name) => name !== 'transactions')
/** Every field of the body and of customerInfo; the two levels share no name. */
export const customerFields = [...fieldsOf(CustomerResponse), ...fieldsOf(CustomerInfo)].filter(
  (name) => name !== 'customerInfo',
)
