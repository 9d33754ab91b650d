import { CustomerInfo, CustomerResponse, LegacyAddress, SecondaryCustomer } from '#src/contract/customer.ts'
import { ExactNumber, numberText } from '#src/contract/exact-json.ts'
import { DealerOrder } from '#src/contract/order.ts'
import type { Shape } from '#src/contract/shape.ts'

/** Whether a list that is kept in rows was sent, and as one. */
type ListState = 'absent' | 'null' | 'list'

/**
 * A 200 body as it is stored: JSON text out of which an answer is joined. `body` ends within customerInfo, before the number of
 * its dealer (which can change), that of an order before its order type and its last brace; the dealers (int64, as text) say who
 * may see a row.
 */
export type StoredParts = {
  fname: string | null
  lname: string | null
  company: string | null
  body: string
  links: ListState
  orders: ListState
  legacyAddresses: ListState
  linkRows: { guid: string | null; body: string }[]
  orderRows: { dealerId: string | null; body: string; orderType: string }[]
  legacyAddressRows: { dealerId: string | null; body: string }[]
}

type Values = Readonly<Record<string, unknown>>

/**
 * @param sent a 200 body as {@link parseExact} reads it, checked against the contract; what the contract does not know is left
 *   out, and of a card number only the last four digits are kept (PCI DSS 3.5.1)
 */
export function storedParts(sent: Values): StoredParts {
  const info = (sent['customerInfo'] ?? {}) as Values
  const { secondaryCustomerData: _links, dealerId: _dealerId, ...ownInfo } = CustomerInfo.fields
  const { dealerOrderInfoList: _orders, addressList: _legacy, customerInfo: _info, ...rest } = CustomerResponse.fields
  const { order_type: orderType, ...orderFields } = DealerOrder.fields
  const start = members(rest, sent)
  return {
    fname: textOrNull(info['fname']),
    lname: textOrNull(info['lname']),
    company: textOrNull(info['company']),
    body: `{${start === '' ? '' : `${start},`}"customerInfo":{${members(ownInfo, info)}`,
    links: stateOf(info, 'secondaryCustomerData'),
    orders: stateOf(sent, 'dealerOrderInfoList'),
    legacyAddresses: stateOf(sent, 'addressList'),
    linkRows: rowsOf(info['secondaryCustomerData']).map((link) => ({
      guid: textOrNull(link['guid']),
      body: print(SecondaryCustomer, link),
    })),
    orderRows: rowsOf(sent['dealerOrderInfoList']).map((order) => ({
      dealerId: numberOrNull(order['dealer_id']),
      body: `{${members(orderFields, order)}`,
      orderType: members({ order_type: orderType }, order),
    })),
    legacyAddressRows: rowsOf(sent['addressList']).map((address) => ({
      dealerId: numberOrNull(address['dealerID']),
      body: print(LegacyAddress, address),
    })),
  }
}

const rowsOf = (list: unknown): Values[] => (Array.isArray(list) ? (list as Values[]) : [])
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const numberOrNull = (value: unknown): string | null =>
  typeof value === 'number' || value instanceof ExactNumber ? numberText(value) : null

const stateOf = (values: Values, name: string): ListState =>
  values[name] === undefined ? 'absent' : values[name] === null ? 'null' : 'list'

/** The members of an object, as JSON without braces. */
function members(fields: Readonly<Record<string, Shape>>, values: Values): string {
  const printed: string[] = []
  for (const name of Object.keys(fields)) {
    const value = values[name]
    const shape = fields[name]
    if (value === undefined || shape === undefined) continue
    printed.push(`"${name}":${name === 'ccNumber' ? lastFour(value) : print(shape, value)}`)
  }
  return printed.join(',')
}

function print(shape: Shape, value: unknown): string {
  if (value === null) return 'null'
  if (value instanceof ExactNumber || typeof value === 'number') return withoutMark(numberText(value))
  if ('item' in shape) return `[${(value as unknown[]).map((item) => print(shape.item, item)).join(',')}]`
  if ('fields' in shape) return `{${members(shape.fields, value as Values)}}`
  return JSON.stringify(value)
}

/** What the import marks whole numbers with a point with, so that they are not read as whole ones. */
const withoutMark = (number: string): string => number.replace(/(\.0+)e0$/, '$1')

const lastFour = (ccNumber: unknown): string =>
  ccNumber === null ? 'null' : JSON.stringify(String(ccNumber).replace(/\D/g, '').slice(-4))
