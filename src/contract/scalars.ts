import { ExactNumber, numberText } from './exact-json.ts'
import { IDENTIFIER, IDENTIFIER_RULE } from './identifier.ts'
import type { Kind } from './shape.ts'
import { z } from './zod.ts'

/** What a leaf of the contract is, for the OpenAPI document. */
export const kinds = z.registry<{ kind: Kind }>()

const MAX_INT64 = 9223372036854775807n
const MIN_INT64 = -9223372036854775808n

/** True for the text of a whole number that fits int64. */
export function isInt64Text(text: string): boolean {
  if (!/^-?\d{1,19}$/.test(text)) return false
  const value = BigInt(text)
  return value >= MIN_INT64 && value <= MAX_INT64
}

const isNumber = (value: unknown): value is number | ExactNumber =>
  typeof value === 'number' || value instanceof ExactNumber

const exactNumber = (accepts: (text: string) => boolean, message: string) =>
  z.pipe(
    z.custom<number | ExactNumber>((value) => isNumber(value) && accepts(numberText(value)), message),
    z.transform(numberText),
  )

/** Whether PostgreSQL and every screen can hold a text: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text)

export const Text = z.string('must be text').check(
  z.refine(isStorable, {
    error: 'must not hold the NUL character or half a surrogate pair',
  }),
)

export const Identifier = z.string('must be text').check(z.regex(IDENTIFIER, IDENTIFIER_RULE))

/** int64 on the wire, its decimal text in memory: above 2^53 a double is wrong. */
export const Int64 = exactNumber(isInt64Text, 'must be a whole number (int64)')
export const Int32 = exactNumber(
  (text) => /^-?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= 2147483648 && Number(text) !== 2147483648,
  'must be a whole number (int32)',
)
/** A JSON number on the wire, its decimal text in memory, so that money is never rounded. */
export const Decimal = exactNumber((text) => Number.isFinite(Number(text)), 'must be a number')
export const Bool = z.boolean('must be true or false')
/** RFC 3339 date-time, kept as it came. */
export const DateTime = z.string('must be text').check(
  z.refine((text) => isDateTime(text), {
    error: 'must be a date-time such as 2025-04-07T07:51:23.970Z',
  }),
)

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/

function isDateTime(text: string): boolean {
  const match = RFC3339.exec(text)
  if (match === null || Number.isNaN(Date.parse(text))) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

for (const [schema, kind] of [
  [Text, 'text'],
  [Identifier, 'identifier'],
  [Int64, 'int64'],
  [Int32, 'int32'],
  [Decimal, 'decimal'],
  [Bool, 'boolean'],
  [DateTime, 'date-time'],
] as const) {
  kinds.add(schema, { kind })
}
