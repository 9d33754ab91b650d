import * as words from '#words/contract'
import { ExactNumber, numberText } from './exact-json.ts'
import { type Address, type Communication, CustomerInfo, CustomerResponse } from './customer.ts'
import type { LegacyAddress, SecondaryCustomer, Vehicle } from './customer.ts'
import { type ApiError, type ApiWarning, Messages } from './messages.ts'
import type { DealerOrder } from './order.ts'
import { problemMessages, recordMessages } from './sent-messages.ts'
import type { Leaf, Shape } from './shape.ts'

/** Something in the answer that the contract does not say, with the place it stands in. */
export type Oddity = {
  /** For example `dealerOrderInfoList[3].order_amount`. */
  path: string
  problem:
    | 'number sent as text'
    | 'text sent as a number'
    | 'yes or no sent as something else'
    | 'one entry where a list belongs'
    | 'entry that is no object'
    | 'value of a wrong type'
    | 'unknown value'
}

/** One part of the record: read on its own, so that a bad one leaves the others alone. */
export type Section<T> =
  | { state: 'read'; value: T; skipped: number }
  | { state: 'missing' }
  | { state: 'unreadable'; reason: string }

/** What a 200 body holds, section by section. */
export type CustomerAnswer = {
  errors: ApiError[]
  warnings: ApiWarning[]
  info: Section<Omit<CustomerInfo, 'communications' | 'vehicles' | 'secondaryCustomerData'>>
  communications: Section<Communication[]>
  vehicles: Section<Vehicle[]>
  secondaryCustomers: Section<SecondaryCustomer[]>
  orders: Section<DealerOrder[]>
  addresses: Section<Address[]>
  legacyAddresses: Section<LegacyAddress[]>
  oddities: Oddity[]
}

/** A section's entries; none when it was not sent or could not be read. */
export function entriesOf<T>(section: Section<T[]>): T[] {
  return section.state === 'read' ? section.value : []
}

type JsonObject = Record<string, unknown>

/**
 * Reads a 200 body tolerantly: what can be shown is kept, what is odd is kept and named, and only what
 * has no meaning at all is left out. The shapes say what belongs where.
 * The body is taken over: what is returned is made of it.
 * @returns undefined when the body is not an object, and so not the contract's
 */
export function readAnswer(body: unknown): CustomerAnswer | undefined {
  if (!isObject(body)) return undefined
  const oddities: Oddity[] = []
  const said = recordMessages(body)
  const rawInfo = body['customerInfo']
  const info = isObject(rawInfo) ? rawInfo : {}
  const list = <T>(read: Reader, value: unknown, path: string) => readSection<T[]>(read, value, path, oddities)

  // The lists inside customerInfo are sections of their own: reading the object must not read them twice.
  const { communications, vehicles, secondaryCustomerData } = info
  const facts: JsonObject = {}
  for (const [key, field] of Object.entries(CustomerInfo.fields)) {
    if (!('item' in field) && info[key] !== undefined) facts[key] = info[key]
  }
  return {
    errors: readMessages<ApiError>('errors', said, oddities),
    warnings: readMessages<ApiWarning>('warnings', said, oddities),
    info: readSection(READERS.info, isObject(rawInfo) ? facts : rawInfo, 'customerInfo', oddities),
    communications: list(READERS.communications, communications, 'customerInfo.communications'),
    vehicles: list(READERS.vehicles, vehicles, 'customerInfo.vehicles'),
    secondaryCustomers: list(READERS.secondaryCustomers, secondaryCustomerData, 'customerInfo.secondaryCustomerData'),
    orders: list(READERS.orders, body['dealerOrderInfoList'], 'dealerOrderInfoList'),
    addresses: list(READERS.addresses, body['addressListV2'], 'addressListV2'),
    legacyAddresses: list(READERS.legacyAddresses, body['addressList'], 'addressList'),
    oddities,
  }
}

/** The errors and warnings of a body that carries nothing else; none when it is no such body. */
export function readProblemMessages(body: unknown): { errors: ApiError[]; warnings: ApiWarning[] } {
  const said = problemMessages(body)
  return { errors: readMessages('errors', said, []), warnings: readMessages('warnings', said, []) }
}

function readMessages<T>(name: 'errors' | 'warnings', body: JsonObject, oddities: Oddity[]): T[] {
  const value = READERS[name](body[name], '', name, oddities)
  return Array.isArray(value) ? (value as T[]) : []
}

function readSection<T>(read: Reader, value: unknown, path: string, oddities: Oddity[]): Section<T> {
  if (value === undefined || value === null) return { state: 'missing' }
  const before = oddities.length
  const result = read(value, '', path, oddities)
  if (result === undefined) return { state: 'unreadable', reason: words.isOfKind({ path, kind: kindOf(value) }) }
  const skipped = oddities.slice(before).filter((odd) => odd.problem === 'entry that is no object').length
  return { state: 'read', value: result as T, skipped }
}

/**
 * Reads one value; undefined is "not sent" or "no meaning" (then an oddity says so). Its place is the two parts
 * together, which are joined only when there is something to say of it: a large answer has half a million places.
 */
type Reader = (value: unknown, path: string, key: string, oddities: Oddity[]) => unknown

function readerOf(shape: Shape): Reader {
  const made =
    'fields' in shape ? objectReader(shape.fields) : 'item' in shape ? listReader(shape.item) : leafReader(shape)
  return (value, path, key, oddities) =>
    value === undefined || value === null ? value : made(value, path, key, oddities)
}

// Made once, and used for every answer.
const READERS = {
  errors: readerOf(Messages.fields.errors),
  warnings: readerOf(Messages.fields.warnings),
  info: readerOf(CustomerResponse.fields.customerInfo),
  communications: readerOf(CustomerInfo.fields.communications),
  vehicles: readerOf(CustomerInfo.fields.vehicles),
  secondaryCustomers: readerOf(CustomerInfo.fields.secondaryCustomerData),
  orders: readerOf(CustomerResponse.fields.dealerOrderInfoList),
  addresses: readerOf(CustomerResponse.fields.addressListV2),
  legacyAddresses: readerOf(CustomerResponse.fields.addressList),
}

/** Writes into the object that it is given: a copy of each would cost as much as all the rest. */
function objectReader(fields: Readonly<Record<string, Shape>>): Reader {
  const entries = Object.entries(fields).map(([key, shape]) => ({ key, suffix: `.${key}`, read: readerOf(shape) }))
  return (value, path, key, oddities) => {
    const place = path + key
    if (!isObject(value)) {
      oddities.push({ path: place, problem: 'value of a wrong type' })
      return undefined
    }
    for (const entry of entries) {
      const sent = value[entry.key]
      if (sent === undefined || sent === null) continue
      const field = entry.read(sent, place, entry.suffix, oddities)
      if (field !== sent) value[entry.key] = field
    }
    return value
  }
}

function listReader(item: Shape): Reader {
  const read = readerOf(item)
  const holdsObjects = 'fields' in item
  return (value, path, key, oddities) => {
    const place = path + key
    let entries = value
    if (isObject(value)) {
      oddities.push({ path: place, problem: 'one entry where a list belongs' })
      entries = [value]
    }
    if (!Array.isArray(entries)) {
      oddities.push({ path: place, problem: 'value of a wrong type' })
      return undefined
    }
    const result: unknown[] = []
    for (const [index, entry] of entries.entries()) {
      if (holdsObjects && !isObject(entry)) {
        oddities.push({ path: `${place}[${index}]`, problem: 'entry that is no object' })
        continue
      }
      const field = read(entry, place, `[${index}]`, oddities)
      if (field !== undefined && field !== null) result.push(field)
    }
    return result
  }
}

function leafReader(leaf: Leaf): Reader {
  switch (leaf.kind) {
    case 'int64':
    case 'int32':
    case 'decimal':
      return (value, path, key, oddities) =>
        typeof value === 'number' ? String(value) : readLeaf(leaf, value, path + key, oddities)
    case 'boolean':
      return (value, path, key, oddities) =>
        typeof value === 'boolean' ? value : readLeaf(leaf, value, path + key, oddities)
    case 'enum':
      return (value, path, key, oddities) => readLeaf(leaf, value, path + key, oddities)
    default:
      return (value, path, key, oddities) =>
        typeof value === 'string' ? value : readLeaf(leaf, value, path + key, oddities)
  }
}

/** A leaf that is not what its kind says, or has to be looked up. */
function readLeaf({ kind, values }: Leaf, value: unknown, path: string, oddities: Oddity[]): unknown {
  const odd = (problem: Oddity['problem'], result: unknown): unknown => {
    oddities.push({ path, problem })
    return result
  }
  const number = typeof value === 'number' || value instanceof ExactNumber ? numberText(value) : undefined
  switch (kind) {
    case 'int64':
    case 'int32':
    case 'decimal':
      if (number !== undefined) return number
      return typeof value === 'string' ? odd('number sent as text', value) : odd('value of a wrong type', undefined)
    case 'boolean':
      if (typeof value === 'boolean') return value
      if (value === 'true' || number === '1') return odd('yes or no sent as something else', true)
      if (value === 'false' || number === '0') return odd('yes or no sent as something else', false)
      return odd('value of a wrong type', undefined)
    case 'enum':
      if (typeof value !== 'string') return odd('value of a wrong type', number)
      return values?.includes(value) === true ? value : odd('unknown value', value)
    default:
      if (typeof value === 'string') return value
      if (number !== undefined) return odd('text sent as a number', number)
      if (typeof value === 'boolean') return odd('value of a wrong type', String(value))
      return odd('value of a wrong type', undefined)
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
}

function kindOf(value: unknown): 'list' | 'number' | 'boolean' | 'text' | 'object' {
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number' || value instanceof ExactNumber) return 'number'
  if (typeof value === 'boolean') return 'boolean'
  return typeof value === 'string' ? 'text' : 'object'
}
