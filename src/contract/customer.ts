import { Messages } from './messages.ts'
import { DealerOrder } from './order.ts'
import { boolean, dateTime, fields, identifier, int64, listOf, oneOf, text, type ValueOf } from './shape.ts'

export const Communication = fields({
  commValue: text,
  commType: text,
  commLabel: text,
  preferred: boolean,
  id: int64,
})
export type Communication = ValueOf<typeof Communication>

export const Vehicle = fields({
  model: text,
  year: text,
  make: text,
  engine: text,
  bodyStyle: text,
  trim: text,
  vin: text,
  id: int64,
  // On this platform: the customer owns the vehicle at present. It says nothing about the VIN.
  isValid: boolean,
  uuid: identifier,
  vehicleKey: text,
  imageUrl: text,
})
export type Vehicle = ValueOf<typeof Vehicle>

export const SecondaryCustomer = fields({
  fname: text,
  lname: text,
  customerKey: text,
  guid: identifier,
  customerId: int64,
})
export type SecondaryCustomer = ValueOf<typeof SecondaryCustomer>

export const CustomerInfo = fields({
  id: int64,
  fname: text,
  lname: text,
  customerKey: text,
  uuid: identifier,
  company: text,
  dealerId: int64,
  communications: listOf(Communication),
  vehicles: listOf(Vehicle),
  secondaryCustomerData: listOf(SecondaryCustomer),
})
export type CustomerInfo = ValueOf<typeof CustomerInfo>

/** An entry of the current address book. */
export const Address = fields({
  line1: text,
  line2: text,
  city: text,
  zip: text,
  addressType: text,
  type: oneOf('COMMON', 'PRIMARY', 'BILLING', 'OTHER'),
  country: text,
  updateTS: dateTime,
  uuid: identifier,
  isValid: boolean,
  isPreferred: boolean,
  state: text,
})
export type Address = ValueOf<typeof Address>

/** An entry of the older address list. */
export const LegacyAddress = fields({
  id: int64,
  dealerID: int64,
  line1: text,
  line2: text,
  city: text,
  zip: text,
  zipExt: text,
  addressType: text,
  phone: text,
  stateCode: text,
  stateDescription: text,
  countryCode: text,
  country: text,
})
export type LegacyAddress = ValueOf<typeof LegacyAddress>

/** The body of a 200. */
export const CustomerResponse = fields({
  ...Messages.fields,
  customerInfo: CustomerInfo,
  dealerOrderInfoList: listOf(DealerOrder),
  addressListV2: listOf(Address),
  addressList: listOf(LegacyAddress),
})
export type CustomerResponse = ValueOf<typeof CustomerResponse>
