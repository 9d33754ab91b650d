import { randomBytes } from 'node:crypto'
import { CustomerResponse } from '#src/contract/customer.ts'
import { parseExact } from '#src/contract/exact-json.ts'
import { Messages } from '#src/contract/messages.ts'
import { isInt64Text } from '#src/contract/scalars.ts'
import { problemMessages, recordMessages } from '#src/contract/sent-messages.ts'
import type { Leaf, Shape } from '#src/contract/shape.ts'
import { contactKind } from '#src/format/contact.ts'
import { customerName } from '#src/format/name.ts'
import { DEFAULT_LANGUAGE, type Words, wordsOf } from '../language.ts'
import { plainExcerpt, sayable } from './excerpt.ts'
import { maskCards } from './mask-cards.ts'
import { maskPhones } from './mask-phones.ts'

type JsonObject = Record<string, unknown>

/** A 200 body of the platform, cut down to what the contract knows and this look-up may see. */
export type CleanAnswer = {
  json: string
  holds: 'the customer' | 'nothing' | 'another customer' | 'customer of another dealer'
  /** What the customer is called, for the recents. */
  name: string
  /** Orders and addresses of dealers that were not asked; they are left out. */
  foreignRows: number
}

type Scope = {
  customerUUID: string
  /** The numbers of the dealers asked. */
  askedDealerIds: ReadonlySet<string>
  /** The numbers of every dealer of this installation; asked for only when the answer names another dealer. */
  knownDealerIds: () => Promise<ReadonlySet<string>>
  /** Cuts this server's own secrets out of what the platform says. */
  hideSecrets: (text: string) => string
  /** Those of the person who asked. */
  words?: Words | undefined
}

// A number that printing would change: sixteen digits and more, an exponent, a decimal ending in zero or so small that
// it is printed with an exponent, or -0. It
// follows a key. A quote behind a backslash stands inside text, or ends a key that the contract does not have.
const FRAGILE_NUMBER =
  /(?<!\\)("\s*:\s*)(-?(?:(?=[\d.]{16})(?:0|[1-9]\d*)(?:\.\d+)?|(?:0|[1-9]\d*)\.\d*0|0\.0{6}\d*|(?:0|[1-9]\d*)(?:\.\d+)?[eE][+-]?\d+)|-0)(?=\s*[,}])/g
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
  Object.assign(value, messagesOfRecord(value))
  const body = prune(CustomerResponse, value) as JsonObject
  for (const list of [body['errors'], body['warnings']]) cleanTexts(list, scope.hideSecrets, scope.words)
  const info = isObject(body['customerInfo']) ? body['customerInfo'] : {}
  const named = {
    fname: plainText(info['fname']),
    lname: plainText(info['lname']),
    company: plainText(info['company']),
  }
  const name = customerName(named, scope.customerUUID)
  const answer = (holds: CleanAnswer['holds'], what: JsonObject, foreignRows = 0) => ({
    json: print(what),
    holds,
    name,
    foreignRows,
  })

  const uuid = plainText(info['uuid'])
  if (uuid && uuid.toLowerCase() !== scope.customerUUID.toLowerCase()) {
    // Who it is may be said, so that they can be opened under their own address; nothing more.
    const { errors, warnings } = body
    return answer('another customer', { errors, warnings, customerInfo: { uuid } })
  }
  const isOfAsked = (dealer: unknown) => dealer === undefined || scope.askedDealerIds.has(dealer as string)
  const isAskedOrUnknown = async (dealer: unknown) =>
    isOfAsked(dealer) || !(await scope.knownDealerIds()).has(dealer as string)
  if (!(await isAskedOrUnknown(dealerOf(info['dealerId'])))) return answer('customer of another dealer', {})

  let foreignRows = 0
  const keep = (list: unknown, isOwn: (row: JsonObject) => boolean): unknown => {
    if (!Array.isArray(list)) return isObject(list) && !isOwn(list) ? (foreignRows++, []) : list
    const own = list.filter((row) => !isObject(row) || isOwn(row))
    foreignRows += list.length - own.length
    return own
  }
  body['dealerOrderInfoList'] = keep(body['dealerOrderInfoList'], (order) => isOfAsked(dealerOf(order['dealer_id'])))
  const legacy = body['addressList']
  const isOwnAddress = (address: JsonObject) => isOfAsked(dealerOf(address['dealerID']))
  if (!(Array.isArray(legacy) ? legacy : [legacy]).every((address) => !isObject(address) || isOwnAddress(address))) {
    const known = await scope.knownDealerIds()
    body['addressList'] = keep(
      legacy,
      (address) => isOwnAddress(address) || !known.has(dealerOf(address['dealerID']) as string),
    )
  }
  const isEmpty =
    Object.values(info).every((field) => field === undefined) && LISTS.every((list) => isEmptyList(body[list]))
  return answer(isEmpty ? 'nothing' : 'the customer', body, foreignRows)
}

const LISTS = ['dealerOrderInfoList', 'addressListV2', 'addressList'] as const

const isEmptyList = (list: unknown): boolean =>
  list === undefined || list === null || (Array.isArray(list) && list.length === 0)

/** What the platform says in place of a customer, in the contract's shape; empty when that is nothing readable. */
export type CleanMessages = {
  errors: JsonObject[]
  warnings: JsonObject[]
  /** Whether there is a list of errors, as the contract has it. */
  holdsErrors: boolean
}

/**
 * The errors and warnings of a failure's body, of whatever shape, cut down to the contract. Plain text is an error of its
 * own; of a page of HTML nothing is passed on.
 */
export function cleanMessages(
  text: string,
  contentType: string,
  hideSecrets: Scope['hideSecrets'],
  words?: Words,
): CleanMessages {
  const said = problemMessages(parseOrExcerpt(text, contentType))
  const { errors, warnings } = prune(Messages, { errors: said.errors, warnings: said.warnings }) as CleanMessages
  for (const list of [errors, warnings]) cleanTexts(list, hideSecrets, words)
  return { errors, warnings, holdsErrors: said.holdsErrors }
}

function parseOrExcerpt(text: string, contentType: string): unknown {
  try {
    return parseExact(text)
  } catch {
    return plainExcerpt(text, contentType)
  }
}

/** The lists of a 200 in the contract's shape. Nothing of a number is lost: the few that are marked are read anew. */
function messagesOfRecord(body: JsonObject): JsonObject {
  const isRecord = isObject(body['customerInfo']) || LISTS.some((list) => body[list] !== undefined)
  const { errors, warnings, customerInfo } = body
  const exact = parseExact(print(isRecord ? { errors, warnings } : body)) as JsonObject
  const said = recordMessages(isRecord ? { ...exact, customerInfo: customerInfo ?? {} } : exact)
  return {
    errors: said.errors === exact['errors'] ? errors : said.errors,
    warnings: said.warnings === exact['warnings'] ? warnings : said.warnings,
  }
}

function cleanTexts(list: unknown, hideSecrets: Scope['hideSecrets'], words = wordsOf(DEFAULT_LANGUAGE)): void {
  for (const message of Array.isArray(list) ? list : [list]) {
    if (!isObject(message)) continue
    for (const [name, text] of Object.entries(message)) {
      if (typeof text === 'string' && !text.startsWith(MARK)) message[name] = sayable(hideSecrets(text), words)
    }
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
    const holdsContact = fields.has('commValue')
    return (value) => {
      if (!isObject(value)) return outOfPlace(value)
      if (holdsContact && isOtherThanPhone(value)) value['commValue'] = pruneOther(value['commValue'])
      // In place, since most records hold nothing that has to go and a copy of each would cost as much as the rest.
      for (const key in value) {
        const field = fields.get(key)
        const sent = value[key]
        // What is undefined is not printed.
        const pruned = field?.(sent)
        if (pruned !== sent) value[key] = pruned
      }
      return value
    }
  }
  if ('item' in shape) {
    const element = makePruner(shape.item, name)
    // One entry where a list belongs is passed on as it is: the page says that it is odd.
    return (value) => (Array.isArray(value) ? value.map(element) : isObject(value) ? element(value) : outOfPlace(value))
  }
  if (name === 'ccNumber') return lastFour
  const maskText = maskerOf(shape, name)
  return (value) => {
    if (typeof value === 'string' && !value.startsWith(MARK)) return maskText(value)
    // Text sent as a number is shown as text, and so would be a card.
    if (shape.kind === 'text' && (typeof value === 'string' || typeof value === 'number')) {
      const number = typeof value === 'string' ? value.slice(MARK.length) : String(value)
      const masked = maskText(number)
      return masked === number ? value : masked
    }
    return withoutContent(value)
  }
}

/** How card numbers are cut out of the text of a field, of which some have long numbers of their own. */
function maskerOf({ kind }: Leaf, name: string): (text: string) => string {
  if (PHONES.has(name)) return maskPhones
  if (kind === 'identifier' || CODES.has(name)) return (text) => text
  if (kind === 'int64') return (text) => (isInt64Text(text) ? text : maskCards(text))
  return maskCards
}

/** Text that is a code with digits of its own, in which a card number is not looked for. */
const CODES = new Set(['order_number', 'vin', 'customerKey', 'vehicleKey', 'zip', 'zipExt'])
/** Text that holds telephone numbers, where nothing else is said of it. */
const PHONES = new Set(['commValue', 'phone'])

const pruneOther = makePruner({ kind: 'text' }, '')

/** Whether a communication says of itself that it is no telephone number. */
function isOtherThanPhone(contact: JsonObject): boolean {
  const [commType = '', commValue = ''] = [plainText(contact['commType']), plainText(contact['commValue'])]
  const kind = contactKind({ commType, commValue })
  return commType.trim() !== '' && kind !== 'phone' && kind !== 'fax'
}

/** What stands where something else belongs keeps its kind, so that the page can name it, and loses its content. */
function withoutContent(value: unknown): unknown {
  if (Array.isArray(value)) return []
  return isObject(value) ? {} : value
}

/** The same where an object or a list belongs: a text there may be anything, a page of an error included. */
function outOfPlace(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(MARK) ? 0 : ''
  return typeof value === 'number' ? 0 : withoutContent(value)
}

function lastFour(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return withoutContent(value)
  const sent = typeof value === 'string' && value.startsWith(MARK) ? value.slice(MARK.length) : String(value)
  return sent.replace(/\D/g, '').slice(-4)
}

/** The number of a dealer as its decimal text; undefined when none is named, `null` when it is no number at all. */
function dealerOf(value: unknown): string | null | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const sent = String(value)
  const number = (sent.startsWith(MARK) ? sent.slice(MARK.length) : sent).trim()
  const id = /^(\d+)(?:\.0*)?$/.exec(number)?.[1]?.replace(/^0+(?=\d)/, '')
  if (id === undefined) return null
  return id === '0' ? undefined : id
}

const plainText = (value: unknown): string | undefined =>
  typeof value === 'string' && !value.startsWith(MARK) ? value : undefined

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
