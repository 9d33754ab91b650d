import { MAX_DEALERS } from '../request.ts'
import { Identifier } from '../scalars.ts'
import { z } from '../zod.ts'

/** The parts of a record that are told apart when it is looked at again. */
export const LOOK_PARTS = [
  'info',
  'contacts',
  'vehicles',
  'linkedCustomers',
  'orders',
  'addresses',
  'legacyAddresses',
] as const
export type LookPart = (typeof LOOK_PARTS)[number]

/** So many things of one record are compared; the digests of more would not fit into a body. */
export const MAX_LOOK_THINGS = 8000

// Letters and digits that stand for a thing or for what it says; no value of a record passes.
const Digest = z.string('must be text').check(z.regex(/^[A-Za-z0-9_-]{16}$/, 'must be a digest of 16 characters'))

/** A thing of the record: which it is, and what it says, both as digests that the page made. */
const Thing = z.object({ key: Digest, digest: Digest })
const Things = z.optional(
  z.array(Thing).check(z.maxLength(MAX_LOOK_THINGS, `must name at most ${MAX_LOOK_THINGS} things`)),
)

/** What somebody sees of a customer now; a part that could not be read is left out. */
export const Look = z.object({
  dealerUUIDList: z
    .array(Identifier, 'must be a list of dealer UUIDs')
    .check(
      z.minLength(1, 'must name at least one dealer'),
      z.maxLength(MAX_DEALERS, `must name at most ${MAX_DEALERS} dealers`),
    ),
  excludeOrderType: z.boolean('must be true or false'),
  parts: z.object({
    info: Things,
    contacts: Things,
    vehicles: Things,
    linkedCustomers: Things,
    orders: Things,
    addresses: Things,
    legacyAddresses: Things,
  } satisfies Record<LookPart, typeof Things>),
})
export type Look = z.output<typeof Look>

const Keys = z.array(z.object({ part: z.enum(LOOK_PARTS), key: Digest }))

/** What is new since the same person's last look with the same dealers and kinds of orders: keys of things, never values. */
export const SinceLastLook = z.object({
  /** `first`: there was none in the last 30 days; `not-comparable`: there was one with other dealers or kinds of orders. */
  state: z.enum(['first', 'compared', 'not-comparable']),
  /** RFC 3339, UTC; absent for a first look. */
  lastLookedAt: z.optional(z.string()),
  added: Keys,
  changed: Keys,
  /** How many things of a part are not there any more. */
  gone: z.array(z.object({ part: z.enum(LOOK_PARTS), count: z.number() })),
})
export type SinceLastLook = z.output<typeof SinceLastLook>
