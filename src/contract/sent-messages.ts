import { ExactNumber, numberText } from './exact-json.ts'

/** What one error or warning says, whatever its fields are called. */
type Said = { code?: string | undefined; title?: string | undefined; message?: string | undefined }
type JsonObject = Record<string, unknown>
type Kind = 'errors' | 'warnings'

/** A message in the contract's shape. A code is a number where it is one, else text, which the contract does not have. */
export type ContractMessage = Record<string, string | number>

// Names as services spell them, the contract's first, without capitals and signs.
const CODE = ['errorcode', 'warningcode', 'code', 'errcode', 'faultcode']
const TITLE = ['errortitle', 'warningtitle', 'title', 'error', 'summary', 'reason', 'type', 'status']
const MESSAGE = [
  'errormessage',
  'warningmessage',
  'message',
  'messages',
  'msg',
  'errormsg',
  'errordescription',
  'faultstring',
  'detail',
  'description',
  'details',
  'text',
]
/** What the rest of a message may be wrapped in. */
const WRAPPERS = ['error', 'fault', 'problem', 'exception', 'detail', 'extensions', 'innererror']
const LISTS: Readonly<Record<Kind, readonly string[]>> = {
  errors: ['errors', 'errorlist', 'faults'],
  warnings: ['warnings', 'warning', 'warninglist'],
}
const DEEPEST = 4

/**
 * The errors or warnings of a record in the contract's shape. Text in place of an object, an object in place of the list,
 * other names, and lists of texts are put into it; a list that has it already comes back as it is.
 */
export function contractMessages(kind: Kind, sent: unknown): unknown {
  if (Array.isArray(sent) && sent.every((entry) => isOfContract(kind, entry))) return sent
  if (typeof sent !== 'string' && !Array.isArray(sent) && !isObject(sent)) return sent
  return entriesOf(sent, DEEPEST).map((said) => asMessage(kind, said))
}

/**
 * Everything that the body of a refusal says: `errors` and `warnings` of any shape, `{message, code}`, `{error: {…}}`,
 * `{fault: {…}}`, problem details (RFC 9457), or plain text. `holdsErrors` tells whether it has a list of errors.
 */
export function problemMessages(body: unknown): {
  errors: ContractMessage[]
  warnings: ContractMessage[]
  holdsErrors: boolean
} {
  const { errors, warnings, holdsErrors } = problemOf(body, DEEPEST)
  return {
    errors: errors.map((said) => asMessage('errors', said)),
    warnings: warnings.map((said) => asMessage('warnings', said)),
    holdsErrors,
  }
}

/** The parts of a record; where none was sent, whatever else was is why. */
const RECORD = ['customerInfo', 'dealerOrderInfoList', 'addressListV2', 'addressList'] as const

/** The same for a whole 200 body, which may be a refusal all the same. Its numbers are those of `parseExact`. */
export function recordMessages(body: JsonObject): { errors: unknown; warnings: unknown } {
  const [errors, warnings] = [
    contractMessages('errors', body['errors']),
    contractMessages('warnings', body['warnings']),
  ]
  const isRecord = RECORD.some((part) => body[part] !== undefined && body[part] !== null)
  if (isRecord || (Array.isArray(errors) && errors.length > 0)) return { errors, warnings }
  const said = problemMessages(body)
  return {
    errors: said.errors.length > 0 ? said.errors : errors,
    warnings:
      Array.isArray(warnings) && warnings.length > 0 ? warnings : said.warnings.length > 0 ? said.warnings : warnings,
  }
}

type Problem = { errors: Said[]; warnings: Said[]; holdsErrors: boolean }

function problemOf(body: unknown, depth: number): Problem {
  if (!isObject(body)) {
    // A list of numbers is no list of codes.
    const errors = entriesOf(body, depth).filter((said) => (said.title ?? said.message) !== undefined)
    return { errors, warnings: [], holdsErrors: Array.isArray(body) && errors.length > 0 }
  }
  const byName = namesOf(body)
  const listed = (kind: Kind) => LISTS[kind].flatMap((name) => entriesOf(byName.get(name), depth))
  const [errors, warnings] = [listed('errors'), listed('warnings')]
  const holdsErrors = errors.length > 0
  const rest = Object.entries(body).filter(([name]) => !LISTS.warnings.includes(plain(name)))
  const error = byName.get('error')
  const own = Array.isArray(error) ? entriesOf(error, depth) : [sayingOf(Object.fromEntries(rest), depth)]
  const news = own.filter(
    (said) =>
      (said.title ?? said.message ?? (holdsErrors ? undefined : said.code)) !== undefined &&
      !errors.some(({ title, message }) => [title, message].includes(said.message ?? said.title)),
  )
  if (holdsErrors || news.length > 0 || warnings.length > 0 || depth === 0) {
    return { errors: [...news, ...errors], warnings, holdsErrors }
  }
  // In an envelope, as `{data: {errors: […]}}`.
  const within = Object.values(body).filter(isObject)
  const found = within.map((value) => problemOf(value, depth - 1))
  return (
    found.find(({ errors: { length }, warnings: more }) => length + more.length > 0) ?? {
      errors,
      warnings,
      holdsErrors,
    }
  )
}

/** One message of each text and object; none of what says nothing. An object of lists says something of each field. */
function entriesOf(sent: unknown, depth: number): Said[] {
  if (depth === 0 || sent === undefined || sent === null) return []
  if (Array.isArray(sent))
    return sent.flatMap((entry) => (isObject(entry) && isEmpty(entry) ? [{}] : entriesOf(entry, depth - 1)))
  if (!isObject(sent)) {
    const text = textOf(sent, depth)
    return text === undefined ? [] : [typeof sent === 'string' ? { message: text } : { code: text }]
  }
  if (isEmpty(sent)) return []
  const said = isMapOfFields(sent) ? {} : sayingOf(sent, depth)
  if (Object.values(said).some((part) => part !== undefined)) return [said]
  const fields = Object.entries(sent).flatMap(([title, value]): Said[] =>
    Array.isArray(value) || !isObject(value)
      ? [{ title, message: textOf(value, depth) }].filter(({ message }) => message !== undefined)
      : entriesOf(value, depth - 1).map((entry) => ({ ...entry, title: entry.title ?? title })),
  )
  return fields.length > 0 ? fields : [{}]
}

/** Field names with what is wrong with each: `{"zip": ["is too short"]}`. */
function isMapOfFields(sent: JsonObject): boolean {
  const known = [...CODE, ...TITLE.slice(0, 2), ...MESSAGE.slice(0, 4)]
  return Object.entries(sent).every(([name, value]) => Array.isArray(value) && !known.includes(plain(name)))
}

function sayingOf(sent: JsonObject, depth: number): Said {
  const byName = namesOf(sent)
  const first = (names: readonly string[], read: (value: unknown, name: string) => string | undefined) => {
    for (const name of names) {
      const text = read(byName.get(name), name)
      if (text !== undefined) return text
    }
    return undefined
  }
  const said: Said = {
    code: first(CODE, (value) => (isScalar(value) ? textOf(value, depth) : undefined)),
    title: first(TITLE, titleOf),
    message: first(MESSAGE, (value) => textOf(value, depth)),
  }
  for (const name of depth > 1 ? WRAPPERS : []) {
    const value = byName.get(name)
    if (!isObject(value)) continue
    const inner = sayingOf(value, depth - 1)
    said.code ??= inner.code
    said.title ??= inner.title
    said.message ??= inner.message
  }
  // A title is what stands above a message; alone it is one.
  if (said.message === undefined && byName.has('error')) return { ...said, title: undefined, message: said.title }
  return said
}

function titleOf(value: unknown, name: string): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  // The number of the answer, or the address of a page about the kind of problem, is no title.
  const isTitle =
    (name !== 'status' && name !== 'type') || !/^(?:\d+$|[a-z]+:|(?:error|fail\w*|ok|success)$)/i.test(text)
  return text === '' || !isTitle ? undefined : text
}

/** What a value says: a text, a number, or all texts in it one after the other. */
function textOf(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (typeof value === 'number' || value instanceof ExactNumber) return numberText(value)
  if (typeof value !== 'object' || value === null || depth === 0) return undefined
  const said = isObject(value) ? sayingOf(value, depth - 1) : {}
  const whole = said.message ?? said.title
  if (whole !== undefined) return whole
  const texts = Object.values(value).map((part) => textOf(part, depth - 1))
  const all = texts.filter((text) => text !== undefined)
  return all.length === 0
    ? undefined
    : all.reduce((before, text) => before + (/[.!?:]$/.test(before) ? ' ' : '. ') + text)
}

function asMessage(kind: Kind, { code, title, message }: Said): ContractMessage {
  const name = kind === 'errors' ? 'error' : 'warning'
  return {
    ...(code === undefined ? {} : { [`${name}Code`]: isInt32(code) ? Number(code) : code }),
    ...(title === undefined ? {} : { [`${name}Title`]: title }),
    ...(message === undefined ? {} : { [`${name}Message`]: message }),
  }
}

/** Null is no message in the contract either; whoever reads the list says so. */
function isOfContract(kind: Kind, entry: unknown): boolean {
  if (entry === null) return true
  if (!isObject(entry)) return false
  const name = kind === 'errors' ? 'error' : 'warning'
  const own = [`${name}Code`, `${name}Title`, `${name}Message`]
  const sent = own.map((part) => entry[part]).filter((part) => part !== undefined)
  const isWhole = sent.length === own.length || Object.keys(entry).length === sent.length
  return isWhole && sent.every((part) => part === null || isScalar(part)) && !isLong(entry[`${name}Code`])
}

const isLong = (code: unknown): boolean =>
  (typeof code === 'number' || code instanceof ExactNumber) && !isInt32(numberText(code))
const isInt32 = (text: string): boolean => /^-?(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) === (Number(text) | 0)
const isScalar = (value: unknown): boolean =>
  ['string', 'number'].includes(typeof value) || value instanceof ExactNumber
const isEmpty = (value: JsonObject): boolean => Object.keys(value).length === 0
const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '')
const namesOf = (value: JsonObject): Map<string, unknown> =>
  new Map(Object.entries(value).map(([name, part]) => [plain(name), part]))

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
}
