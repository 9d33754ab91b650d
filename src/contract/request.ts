import { Identifier } from './scalars.ts'
import { z } from './zod.ts'

export const CustomerRequest = z.object({
  requesterUserUUID: Identifier,
  dealerUUIDList: z
    .array(Identifier, 'must be a list of dealer UUIDs')
    .check(z.minLength(1, 'must name at least one dealer'), z.maxLength(500, 'must name at most 500 dealers')),
})
export type CustomerRequest = z.output<typeof CustomerRequest>

export const ExcludeOrderType = z.optional(z.enum(['true', 'false'], 'must be true or false'))
