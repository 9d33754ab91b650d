import { CustomerResponse } from '#src/contract/customer.ts'
import { parseExact } from '#src/contract/exact-json.ts'
import { jsonBreak } from '#src/contract/json-break.ts'
import { issueText } from '#src/contract/issue-text.ts'
import { Identifier, Int64, Text } from '#src/contract/scalars.ts'
import { schemaOf } from '#src/contract/schema.ts'
import { z } from '#src/contract/zod.ts'
import { usernameProblem } from '../auth/username.ts'

const username = Text.check(
  z.refine((typed) => usernameProblem(typed) === undefined, {
    error: ({ input }) => usernameProblem(String(input)) ?? '',
  }),
)
const secret = z.string('must be text').check(z.minLength(1, 'must not be empty'))
const identifiers = z.array(Identifier, 'must be a list of dealer UUIDs')

const DealerLine = z.object({ uuid: Identifier, id: Int64, name: Text })
const UserLine = z.object({
  uuid: Identifier,
  username,
  name: Text,
  dealerUUIDs: identifiers,
  // Without one the person cannot sign in with a password; an existing password stays.
  password: z.nullish(secret),
  // Managers read the audit record. Absent: stays as it is, for a new person no.
  manager: z.nullish(z.boolean('must be true or false')),
})
const ServiceLine = z.object({ username, password: secret, dealerUUIDs: identifiers })
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
  | { type: 'customer'; uuid: string; dealerId: string; json: string }

/** What is wrong with one line of an import file, for whoever wrote the file. */
export class ImportProblem extends Error {
  override name = 'ImportProblem'
}

/**
 * Reads one line of an import file. A customer stays the JSON text it was: only its check is parsed.
 * @throws ImportProblem with the reason
 */
export function parseImportLine(text: string): ImportLine {
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
  if (kind !== 'customer') return { type: kind, ...result.data } as ImportLine
  const info = (result.data as CustomerResponse).customerInfo
  if (!info?.uuid) throw new ImportProblem('customerInfo.uuid must be there: a customer is found by it')
  if (!info.dealerId) throw new ImportProblem('customerInfo.dealerId must be there: it says whose customer this is')
  return { type: 'customer', uuid: info.uuid, dealerId: info.dealerId, json: text }
}

function parseJson(text: string): unknown {
  try {
    return parseExact(text)
  } catch {
    const place = jsonBreak(text)
    throw new ImportProblem(`is not JSON${place === undefined ? '' : ` (${place})`}`)
  }
}
