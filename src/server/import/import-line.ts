import { CustomerResponse } from '#src/contract/customer.ts'
import { ExactNumber, parseExact } from '#src/contract/exact-json.ts'
import { jsonBreak } from '#src/contract/json-break.ts'
import { issueText } from '#src/contract/issue-text.ts'
import { Identifier, Int64, Text } from '#src/contract/scalars.ts'
import { schemaOf } from '#src/contract/schema.ts'
import type { Shape } from '#src/contract/shape.ts'
import { z } from '#src/contract/zod.ts'
import { type StoredParts, storedParts } from '../customers/stored-parts.ts'
import { isPasswordHash } from '../auth/password.ts'
import { usernameProblem } from '../auth/username.ts'
import { markPoints, nestedProblem, storableProblem } from './storable.ts'

/** A clock that no place on Earth has and PostgreSQL does not take. */
const FAR_OFFSET = /[+-](?:1[6-9]|2\d):\d{2}$/

const username = Text.check(
  z.refine((typed) => usernameProblem(typed) === undefined, {
    error: ({ input }) => usernameProblem(String(input)) ?? '',
  }),
)
const secret = z.string('must be text').check(z.minLength(1, 'must not be empty'))
const passwordHash = z
  .string('must be text')
  .check(z.refine((hash) => isPasswordHash(hash), 'must be one that npm run export wrote'))
const flag = z.boolean('must be true or false')
const identifiers = z.array(Identifier, 'must be a list of dealer UUIDs')

const DealerLine = z.object({ uuid: Identifier, id: Int64, name: Text })
/** What proves who signs in: a password, or its hash where only that is known. */
const proof = { password: z.nullish(secret), passwordHash: z.nullish(passwordHash) }
const isOne = z.refine<{ password?: unknown; passwordHash?: unknown }>((line) => !line.password || !line.passwordHash, {
  path: ['passwordHash'],
  error: 'must not be there beside password',
})
const UserLine = z
  .object({
    uuid: Identifier,
    username,
    name: Text,
    dealerUUIDs: identifiers,
    // Without one the person cannot sign in with a password; an existing password stays.
    ...proof,
    // Managers read the audit record; who is disabled does not come in. Absent: stays as it is, for a new person no.
    manager: z.nullish(flag),
    disabled: z.nullish(flag),
  })
  .check(isOne)
const ServiceLine = z.object({ username, ...proof, dealerUUIDs: identifiers, disabled: z.nullish(flag) }).check(
  isOne,
  z.refine((line) => Boolean(line.password ?? line.passwordHash), { path: ['password'], error: 'must be text' }),
)
const kinds = {
  dealer: DealerLine,
  user: UserLine,
  service: ServiceLine,
  customer: schemaOf(CustomerResponse),
} as const

export type ImportLine =
  | ({ type: 'dealer' } & z.output<typeof DealerLine>)
  | ({ type: 'user' } & z.output<typeof UserLine>)
  | ({ type: 'service' } & z.output<typeof ServiceLine>)
  | { type: 'customer'; uuid: string; dealerId: string; parts: StoredParts }

/** What is wrong with one line of an import file, for whoever wrote the file. */
export class ImportProblem extends Error {
  override name = 'ImportProblem'
}

/** A bad line: the file's line number and the reason. Nothing of the file has been kept. */
export class ImportFailure extends Error {
  override name = 'ImportFailure'
  constructor(line: number, reason: string) {
    super(`Line ${line}: ${reason}. Nothing was imported.`)
  }
}

/**
 * Reads one line of an import file.
 * @throws ImportProblem with the reason
 */
export function parseImportLine(line: string): ImportLine {
  // Some programs begin a file with a byte order mark, and files can be put together.
  const text = line.startsWith('\uFEFF') ? line.slice(1) : line
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ImportProblem('must be one JSON object')
  }
  const type = (value as Record<string, unknown>)['type']
  if (typeof type !== 'string' || !Object.hasOwn(kinds, type)) {
    throw new ImportProblem('"type" must be "dealer", "user", "service" or "customer"')
  }
  const kind = type as keyof typeof kinds
  const result = kinds[kind].safeParse(value)
  if (!result.success) throw new ImportProblem(issueText(result.error, 'the line'))
  const problem = storableProblem(value)
  if (problem !== undefined) throw new ImportProblem(problem)
  if (kind !== 'customer') return { type: kind, ...result.data } as ImportLine
  const place = numberForObject(CustomerResponse, value)
  if (place !== undefined) throw new ImportProblem(`${place} must be an object`)
  const { customerInfo: info, addressListV2 } = result.data as CustomerResponse
  if (!info?.uuid) throw new ImportProblem('customerInfo.uuid must be there: a customer is found by it')
  if (!info.dealerId) throw new ImportProblem('customerInfo.dealerId must be there: it says whose customer this is')
  const far = (addressListV2 ?? []).findIndex(({ updateTS }) => updateTS && FAR_OFFSET.test(updateTS))
  if (far >= 0) throw new ImportProblem(`addressListV2[${far}].updateTS must have an offset of less than 16 hours`)
  return {
    type: 'customer',
    uuid: info.uuid,
    dealerId: info.dealerId,
    parts: storedParts(value as Record<string, unknown>),
  }
}

/** Where a number stands in the place of an object: one that is kept as its text is an object to the schema as well. */
function numberForObject(shape: Shape, value: unknown, path = ''): string | undefined {
  if (value === null || value === undefined) return undefined
  if ('item' in shape) {
    const places = (value as unknown[]).map((item, index) => numberForObject(shape.item, item, `${path}[${index}]`))
    return places.find((place) => place !== undefined)
  }
  if (!('fields' in shape)) return undefined
  if (value instanceof ExactNumber) return path
  const places = Object.entries(shape.fields).map(([name, field]) =>
    numberForObject(field, (value as Record<string, unknown>)[name], path === '' ? name : `${path}.${name}`),
  )
  return places.find((place) => place !== undefined)
}

function parseJson(text: string): unknown {
  try {
    return parseExact(markPoints(text))
  } catch (error) {
    if (error instanceof RangeError) throw new ImportProblem(nestedProblem())
    const place = jsonBreak(text)
    throw new ImportProblem(`is not JSON${place === undefined ? '' : ` (${place})`}`)
  }
}
