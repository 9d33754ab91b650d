import { Messages } from './messages.ts'
import { DealerOrder } from './order.ts'
import { Bool, DateTime, Identifier, Int64, kinds, Text } from './scalars.ts'
import { z } from './zod.ts'

const opt = z.nullish
const list = <T extends z.ZodMiniType>(item: T) => opt(z.array(item, 'must be a list'))

export const Communication = z.object({
  commValue: opt(Text),
  commType: opt(Text),
  commLabel: opt(Text),
  preferred: opt(Bool),
  id: opt(Int64),
})
export type Communication = z.output<typeof Communication>

export const Vehicle = z.object({
  model: opt(Text),
  year: opt(Text),
  make: opt(Text),
  engine: opt(Text),
  bodyStyle: opt(Text),
  trim: opt(Text),
  vin: opt(Text),
  id: opt(Int64),
  // On this platform: the customer owns the vehicle at present. It says nothing about the VIN.
  isValid: opt(Bool),
  uuid: opt(Identifier),
  vehicleKey: opt(Text),
  imageUrl: opt(Text),
})
export type Vehicle = z.output<typeof Vehicle>

export const SecondaryCustomer = z.object({
  fname: opt(Text),
  lname: opt(Text),
  customerKey: opt(Text),
  guid: opt(Identifier),
  customerId: opt(Int64),
})
export type SecondaryCustomer = z.output<typeof SecondaryCustomer>

export const CustomerInfo = z.object({
  id: opt(Int64),
  fname: opt(Text),
  lname: opt(Text),
  customerKey: opt(Text),
  uuid: opt(Identifier),
  company: opt(Text),
  dealerId: opt(Int64),
  communications: list(Communication),
  vehicles: list(Vehicle),
  secondaryCustomerData: list(SecondaryCustomer),
})
export type CustomerInfo = z.output<typeof CustomerInfo>

const addressTypes = ['COMMON', 'PRIMARY', 'BILLING', 'OTHER'] as const
const AddressType = z.enum(addressTypes, `must be one of ${addressTypes.join(', ')}`)
kinds.add(AddressType, { kind: 'enum' })

/** An entry of the current address book. */
export const Address = z.object({
  line1: opt(Text),
  line2: opt(Text),
  city: opt(Text),
  zip: opt(Text),
  addressType: opt(Text),
  type: opt(AddressType),
  country: opt(Text),
  updateTS: opt(DateTime),
  uuid: opt(Identifier),
  isValid: opt(Bool),
  isPreferred: opt(Bool),
  state: opt(Text),
})
export type Address = z.output<typeof Address>

/** An entry of the older address list. */
export const LegacyAddress = z.object({
  id: opt(Int64),
  dealerID: opt(Int64),
  line1: opt(Text),
  line2: opt(Text),
  city: opt(Text),
  zip: opt(Text),
  zipExt: opt(Text),
  addressType: opt(Text),
  phone: opt(Text),
  stateCode: opt(Text),
  stateDescription: opt(Text),
  countryCode: opt(Text),
  country: opt(Text),
})
export type LegacyAddress = z.output<typeof LegacyAddress>

/** The body of a 200. */
export const CustomerResponse = z.extend(Messages, {
  customerInfo: opt(CustomerInfo),
  dealerOrderInfoList: list(DealerOrder),
  addressListV2: list(Address),
  addressList: list(LegacyAddress),
})
export type CustomerResponse = z.output<typeof CustomerResponse>
