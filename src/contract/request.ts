import { Identifier } from './scalars.ts'
import { z } from './zod.ts'

/** More than anybody has; a list of them all still fits into a body. */
export const MAX_DEALERS = 2000

export const CustomerRequest = z.object({
  requesterUserUUID: Identifier,
  dealerUUIDList: z
    .array(Identifier, 'must be a list of dealer UUIDs')
    .check(
      z.minLength(1, 'must name at least one dealer'),
      z.maxLength(MAX_DEALERS, `must name at most ${MAX_DEALERS} dealers`),
    ),
})
export type CustomerRequest = z.output<typeof CustomerRequest>

export const ExcludeOrderType = z.optional(z.enum(['true', 'false'], 'must be true or false'))
