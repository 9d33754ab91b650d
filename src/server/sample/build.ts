import type { CustomerResponse } from '#src/contract/customer.ts'
import { ExactNumber } from '#src/contract/exact-json.ts'
import type { DealerOrder, Transaction } from '#src/contract/order.ts'
import type { WireValueOf } from '#src/contract/shape.ts'
import { vinCheckDigit, vinYearCode } from '#src/findings/decode-vin.ts'
import type { Random } from './random.ts'
import { MODELS, PARTS, type PLACES, REPAIRS, STREETS } from './word-lists.ts'

/** The record as it goes over the wire: numbers are numbers. */
export type Body = WireValueOf<typeof CustomerResponse>
export type Info = NonNullable<Body['customerInfo']>
type Item<L> = NonNullable<L> extends readonly (infer T)[] ? T : never
export type Vehicle = Item<Info['vehicles']>
export type Communication = Item<Info['communications']>
export type Order = WireValueOf<typeof DealerOrder>
type Tender = WireValueOf<typeof Transaction>
export type Address = Item<Body['addressListV2']>
export type LegacyAddress = Item<Body['addressList']>

const BASE62 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const VIN_CHARS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'
const PLANTS = 'ABCDEFGHKLMNPRSTUVWX'

/** An opaque identifier of 43 characters, as the platform makes them. */
export const makeUUID = (random: Random): string => random.text(BASE62, 43)

/** An int64 that no double can hold. */
export const bigId = (text: string): ExactNumber => new ExactNumber(text)

/** A VIN whose check digit and model year are right; position 7 says whether the year is before 2010. */
export function makeVin(random: Random, wmi: string, year: number): string {
  const drawn = random.text(VIN_CHARS, 5)
  const cycle = VIN_CHARS.indexOf(drawn.charAt(3)) % 10
  const told = year < 2010 ? String(cycle) : VIN_CHARS.charAt(cycle)
  const before = `${wmi}${drawn.slice(0, 3)}${told}${drawn.slice(4)}`
  const after = `${vinYearCode(year)}${random.text(PLANTS, 1)}${random.text('0123456789', 6)}`
  return `${before}${vinCheckDigit(`${before}0${after}`)}${after}`
}

/** Numbers 555-0100 to 555-0199 are kept free for fiction in every area code. */
export function makePhone(random: Random, areaCode: string): string {
  return `+1${areaCode}55501${random.text('0123456789', 2)}`
}

export function makeVehicle(random: Random, id: number, over: Partial<Vehicle> = {}): Vehicle {
  const model = random.pick(MODELS)
  const year = random.between(2009, 2026)
  return {
    model: model.model,
    year: String(year),
    make: model.make,
    engine: model.engine,
    bodyStyle: model.body,
    trim: random.pick(model.trims),
    vin: makeVin(random, model.wmi, year),
    id,
    isValid: true,
    uuid: makeUUID(random),
    vehicleKey: `V${id}`,
    imageUrl: null,
    ...over,
  }
}

export type Place = (typeof PLACES)[number]

export function makeAddress(random: Random, place: Place, over: Partial<Address> = {}): Address {
  return {
    line1: `${random.between(12, 9890)} ${random.pick(STREETS)}`,
    line2: random.chance(0.2) ? `Apt ${random.between(1, 40)}` : null,
    city: place.city,
    zip: place.zip,
    addressType: 'HOME',
    type: 'COMMON',
    country: place.country,
    updateTS: `${random.between(2021, 2026)}-0${random.between(1, 9)}-${random.between(10, 28)}T${random.between(10, 22)}:${random.between(10, 59)}:23.970Z`,
    uuid: makeUUID(random),
    isValid: true,
    isPreferred: true,
    state: place.state,
    ...over,
  }
}

/** The same address in the spelling of the older list. */
export function asLegacy(address: Address, id: number, dealerID: number, place: Place): LegacyAddress {
  return {
    id,
    dealerID,
    line1: address.line1?.toUpperCase() ?? null,
    line2: address.line2 ?? '',
    city: address.city?.toUpperCase() ?? null,
    zip: address.zip ?? null,
    zipExt: '',
    addressType: 'H',
    phone: '',
    stateCode: place.state,
    stateDescription: place.stateName,
    countryCode: place.country,
    country: place.country === 'US' ? 'United States' : 'Canada',
  }
}

export type OrderWish = {
  id: number
  dealerId: number
  dealerCode: string
  customer: { id: number; uuid: string }
  vehicle: Vehicle | undefined
  /** Wall-clock day, `2025-09-27`. */
  day: string
  type: 'RO' | 'PO'
  status: 'O' | 'I' | 'C'
}

export function makeOrder(random: Random, wish: OrderWish, over: Partial<Order> = {}): Order {
  const amount = random.between(2995, 260_000) / 100
  const time = () =>
    `${String(random.between(7, 18)).padStart(2, '0')}:${random.between(10, 59)}:${random.between(10, 59)}`
  const ordered = `${wish.day} ${time()}`
  return {
    dealerOrder_id: wish.id,
    dealer_id: wish.dealerId,
    customer_id: wish.customer.id,
    dealerassociate_id: random.between(300, 340),
    vehicle_id: wish.vehicle?.id ?? null,
    order_number: `${wish.type}${wish.dealerCode}-${String(wish.id % 1_000_000).padStart(6, '0')}`,
    order_type: wish.type,
    order_date: ordered,
    order_amount: amount,
    order_status: wish.status,
    description: random.pick(wish.type === 'RO' ? REPAIRS : PARTS),
    created_date: ordered,
    close_date: wish.status === 'C' ? `${wish.day} ${time()}` : null,
    dealerOrder_uuid: makeUUID(random),
    tag_or_hat: wish.type === 'RO' ? `T${random.between(100, 399)}` : null,
    dealerOrderStatusFilter: wish.status === 'O' ? ['IN_SERVICE'] : [],
    updated_date: ordered,
    transactions: wish.status === 'O' ? [] : makeTenders(random, wish, amount),
    customer_uuid: wish.customer.uuid,
    vehicle_uuid: wish.vehicle?.uuid ?? null,
    dealerAssociate_uuid: makeUUID(random),
    ...over,
  }
}

/** Tenders that add up to the amount, mostly: one order in twelve is off. */
function makeTenders(random: Random, wish: OrderWish, amount: number): Tender[] {
  const cents = Math.round(amount * 100)
  const first = random.chance(0.3) ? random.between(1, cents - 1) : cents
  const parts = first === cents ? [cents] : [first, cents - first]
  if (random.chance(1 / 12)) parts[0] = Math.max(1, (parts[0] ?? cents) - random.between(100, 2000))
  return parts.map((part, index) => makeTender(random, wish, index, part / 100))
}

export function makeTender(
  random: Random,
  wish: OrderWish,
  index: number,
  amount: number,
  over: Partial<Tender> = {},
): Tender {
  return {
    tenderDataId: wish.id * 10 + index,
    dealerOrderId: wish.id,
    customerId: wish.customer.id,
    transactionId: bigId(String(9_007_199_254_740_993n + BigInt(wish.id * 10 + index))),
    deviceId: random.between(101, 140),
    transactionTypeId: random.between(1, 5),
    transactionAmount: amount,
    ccNumber: random.chance(0.7) ? random.text('0123456789', 4) : null,
    ...over,
  }
}
