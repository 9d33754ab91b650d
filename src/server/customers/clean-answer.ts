import { randomBytes } from 'node:crypto'
import { CustomerResponse } from '#src/contract/customer.ts'
import { Messages } from '#src/contract/messages.ts'
import type { Shape } from '#src/contract/shape.ts'
import { customerName } from '#src/format/name.ts'
import { maskCards } from './mask-cards.ts'

type JsonObject = Record<string, unknown>

/** A 200 body of the platform, cut down to what the contract knows and this look-up may see. */
export type CleanAnswer = {
  json: string
  /** What the customer is called, for the recents. */
  name: string
  /** Orders and addresses of dealers that were not asked; they are left out. */
  foreignRows: number
}

type Scope = {
  customerUUID: string
  /** The numbers of the dealers asked. */
  askedDealerIds: ReadonlySet<string>
  /** The numbers of every dealer of this installation; asked for only when an address names another dealer. */
  knownDealerIds: () => Promise<ReadonlySet<string>>
}

// A number that printing would change: sixteen digits and more, an exponent, a decimal ending in zero, or -0. It
// follows a key. A quote behind a backslash stands inside text, or ends a key that the contract does not have.
const FRAGILE_NUMBER =
  /(?<!\\)("\s*:\s*)(-?(?:(?=[\d.]{16})(?:0|[1-9]\d*)(?:\.\d+)?|(?:0|[1-9]\d*)\.\d*0|(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d+)|-0)(?=\s*[,}])/g
// Unguessable, so that no text of the platform can pass for a number.
const MARK = `${randomBytes(9).toString('base64url')}:`
const MARKED_NUMBER = new RegExp(`"${MARK}([^"]*)"`, 'g')

/**
 * Reads the platform's text and writes it anew: only fields of the contract, numbers digit for digit as they
 * came, card numbers cut to four digits wherever they hide, rows of other dealers left out.
 * @throws SyntaxError when the text is no JSON
 * @returns undefined when it is JSON but no object
 */
export async function cleanAnswer(text: string, scope: Scope): Promise<CleanAnswer | undefined> {
  const value = parseMarked(text)
  if (!isObject(value)) return undefined
  const body = prune(CustomerResponse, value) as JsonObject
  let foreignRows = 0
  const keep = (list: unknown, isOwn: (row: JsonObject) => boolean): unknown => {
    if (!Array.isArray(list)) return isObject(list) && !isOwn(list) ? (foreignRows++, []) : list
    const own = list.filter((row) => !isObject(row) || isOwn(row))
    foreignRows += list.length - own.length
    return own
  }
  body['dealerOrderInfoList'] = keep(body['dealerOrderInfoList'], (order) => {
    const dealer = idText(order['dealer_id'])
    return dealer === undefined || scope.askedDealerIds.has(dealer)
  })
  const isOfAsked = (address: JsonObject) => {
    const dealer = idText(address['dealerID'])
    return dealer === undefined || scope.askedDealerIds.has(dealer)
  }
  const legacy = body['addressList']
  if (!(Array.isArray(legacy) ? legacy : [legacy]).every((address) => !isObject(address) || isOfAsked(address))) {
    const known = await scope.knownDealerIds()
    body['addressList'] = keep(legacy, (address) => isOfAsked(address) || !known.has(idText(address['dealerID']) ?? ''))
  }
  const info = isObject(body['customerInfo']) ? body['customerInfo'] : {}
  const named = {
    fname: plainText(info['fname']),
    lname: plainText(info['lname']),
    company: plainText(info['company']),
  }
  return { json: print(body), name: customerName(named, scope.customerUUID), foreignRows }
}

/** The errors and warnings of a failure's body, cut down to the contract; empty when there is nothing readable. */
export function cleanMessages(text: string): { errors: JsonObject[]; warnings: JsonObject[] } {
  try {
    const value = parseMarked(text)
    const pruned = isObject(value) ? (JSON.parse(print(prune(Messages, value))) as JsonObject) : {}
    const list = (name: string) => (Array.isArray(pruned[name]) ? pruned[name].filter(isObject) : [])
    return { errors: list('errors'), warnings: list('warnings') }
  } catch {
    return { errors: [], warnings: [] }
  }
}

function parseMarked(text: string): unknown {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  // A replacement text, not a function: with a hundred thousand numbers it takes half the time.
  return JSON.parse(json.replace(FRAGILE_NUMBER, `$1"${MARK}$2"`))
}

function print(value: unknown): string {
  return JSON.stringify(value).replace(MARKED_NUMBER, '$1')
}

type Prune = (value: unknown) => unknown
const pruners = new WeakMap<Shape, Prune>()

function prune(shape: Shape, value: unknown): unknown {
  let pruner = pruners.get(shape)
  if (pruner === undefined) {
    pruner = makePruner(shape, '')
    pruners.set(shape, pruner)
  }
  return pruner(value)
}

/** Built once for each shape: large answers are walked by these closures only. */
function makePruner(shape: Shape, name: string): Prune {
  if ('fields' in shape) {
    const fields = new Map(Object.entries(shape.fields).map(([key, field]) => [key, makePruner(field, key)]))
    return (value) => {
      if (!isObject(value)) return withoutContent(value)
      // In place, since most records hold nothing that has to go and a copy of each would cost as much as the rest.
      for (const key in value) {
        const field = fields.get(key)
        if (field === undefined) return onlyFields(value, fields)
        const sent = value[key]
        const pruned = field(sent)
        if (pruned !== sent) value[key] = pruned
      }
      return value
    }
  }
  if ('item' in shape) {
    const element = makePruner(shape.item, name)
    // One entry where a list belongs is passed on as it is: the page says that it is odd.
    return (value) =>
      Array.isArray(value) ? value.map(element) : isObject(value) ? element(value) : withoutContent(value)
  }
  if (name === 'ccNumber') return lastFour
  const isFreeText = shape.kind === 'text' && !CODES.has(name)
  return (value) => {
    if (typeof value === 'string') return isFreeText && !value.startsWith(MARK) ? maskCards(value) : value
    return withoutContent(value)
  }
}

function onlyFields(value: JsonObject, fields: ReadonlyMap<string, Prune>): JsonObject {
  const result: JsonObject = {}
  for (const [key, field] of fields) {
    if (Object.hasOwn(value, key)) result[key] = field(value[key])
  }
  return result
}

/** Text that is a code with digits of its own, in which a card number is not looked for. */
const CODES = new Set(['order_number', 'vin', 'customerKey', 'vehicleKey', 'commValue', 'phone', 'zip', 'zipExt'])

/** What stands where something else belongs keeps its kind, so that the page can name it, and loses its content. */
function withoutContent(value: unknown): unknown {
  if (Array.isArray(value)) return []
  return isObject(value) ? {} : value
}

function lastFour(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return withoutContent(value)
  const sent = typeof value === 'string' && value.startsWith(MARK) ? value.slice(MARK.length) : String(value)
  return sent.replace(/\D/g, '').slice(-4)
}

function idText(value: unknown): string | undefined {
  if (typeof value === 'number') return value === 0 ? undefined : String(value)
  if (typeof value !== 'string' || value === '') return undefined
  const id = value.startsWith(MARK) ? value.slice(MARK.length) : value
  return id === '0' ? undefined : id
}

const plainText = (value: unknown): string | undefined =>
  typeof value === 'string' && !value.startsWith(MARK) ? value : undefined

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
