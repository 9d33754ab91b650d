import { ExactNumber, numberText } from './exact-json.ts'
import { type Address, type Communication, CustomerInfo, CustomerResponse } from './customer.ts'
import type { LegacyAddress, SecondaryCustomer, Vehicle } from './customer.ts'
import { type ApiError, type ApiWarning, Messages } from './messages.ts'
import type { DealerOrder } from './order.ts'
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

type JsonObject = Record<string, unknown>

/**
 * Reads a 200 body tolerantly: what can be shown is kept, what is odd is kept and named, and only what
 * has no meaning at all is left out. The shapes say what belongs where.
 * @returns undefined when the body is not an object, and so not the contract's
 */
export function readAnswer(body: unknown): CustomerAnswer | undefined {
  if (!isObject(body)) return undefined
  const oddities: Oddity[] = []
  const shape = CustomerResponse.fields
  const infoShape = CustomerInfo.fields
  const rawInfo = body['customerInfo']
  const info = isObject(rawInfo) ? rawInfo : {}
  const list = <T>(of: Shape, value: unknown, path: string) => readSection<T[]>(of, value, path, oddities)

  // The lists inside customerInfo are sections of their own: reading the object must not read them twice.
  const { communications, vehicles, secondaryCustomerData, ...facts } = info
  return {
    errors: readMessages<ApiError>('errors', body, oddities),
    warnings: readMessages<ApiWarning>('warnings', body, oddities),
    info: readSection(shape.customerInfo, isObject(rawInfo) ? facts : rawInfo, 'customerInfo', oddities),
    communications: list(infoShape.communications, communications, 'customerInfo.communications'),
    vehicles: list(infoShape.vehicles, vehicles, 'customerInfo.vehicles'),
    secondaryCustomers: list(
      infoShape.secondaryCustomerData,
      secondaryCustomerData,
      'customerInfo.secondaryCustomerData',
    ),
    orders: list(shape.dealerOrderInfoList, body['dealerOrderInfoList'], 'dealerOrderInfoList'),
    addresses: list(shape.addressListV2, body['addressListV2'], 'addressListV2'),
    legacyAddresses: list(shape.addressList, body['addressList'], 'addressList'),
    oddities,
  }
}

/** The errors and warnings of a body that carries nothing else; none when it is no such body. */
export function readProblemMessages(body: unknown): { errors: ApiError[]; warnings: ApiWarning[] } {
  if (!isObject(body)) return { errors: [], warnings: [] }
  return { errors: readMessages('errors', body, []), warnings: readMessages('warnings', body, []) }
}

function readMessages<T>(name: 'errors' | 'warnings', body: JsonObject, oddities: Oddity[]): T[] {
  const value = read(Messages.fields[name], body[name], name, oddities)
  return Array.isArray(value) ? (value as T[]) : []
}

function readSection<T>(shape: Shape, value: unknown, path: string, oddities: Oddity[]): Section<T> {
  if (value === undefined || value === null) return { state: 'missing' }
  const before = oddities.length
  const result = read(shape, value, path, oddities)
  if (result === undefined) return { state: 'unreadable', reason: `${path} is ${describe(value)}` }
  const skipped = oddities.slice(before).filter((odd) => odd.problem === 'entry that is no object').length
  return { state: 'read', value: result as T, skipped }
}

/** Reads one value by its shape; undefined is "not sent" or "no meaning" (then an oddity says so). */
function read(shape: Shape, value: unknown, path: string, oddities: Oddity[]): unknown {
  if (value === undefined || value === null) return value
  if ('fields' in shape) return readObject(shape.fields, value, path, oddities)
  if ('item' in shape) return readList(shape.item, value, path, oddities)
  return readLeaf(shape, value, path, oddities)
}

function readObject(
  fields: Readonly<Record<string, Shape>>,
  value: unknown,
  path: string,
  oddities: Oddity[],
): unknown {
  if (!isObject(value)) {
    oddities.push({ path, problem: 'value of a wrong type' })
    return undefined
  }
  const result: JsonObject = {}
  for (const [key, shape] of Object.entries(fields)) {
    const field = read(shape, Object.hasOwn(value, key) ? value[key] : undefined, `${path}.${key}`, oddities)
    if (field !== undefined) result[key] = field
  }
  return result
}

function readList(item: Shape, value: unknown, path: string, oddities: Oddity[]): unknown {
  let entries = value
  if (isObject(value)) {
    oddities.push({ path, problem: 'one entry where a list belongs' })
    entries = [value]
  }
  if (!Array.isArray(entries)) {
    oddities.push({ path, problem: 'value of a wrong type' })
    return undefined
  }
  return entries.flatMap((entry: unknown, index) => {
    const entryPath = `${path}[${index}]`
    if ('fields' in item && !isObject(entry)) {
      oddities.push({ path: entryPath, problem: 'entry that is no object' })
      return []
    }
    const result = read(item, entry, entryPath, oddities)
    return result === undefined || result === null ? [] : [result]
  })
}

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

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number' || value instanceof ExactNumber) return 'a number'
  if (typeof value === 'boolean') return 'true or false'
  return typeof value === 'string' ? 'text' : 'an object'
}
