import { Identifier, Text } from '#src/contract/scalars.ts'
import { Preferences } from './preferences.ts'
import { z } from '#src/contract/zod.ts'

/** Longest password that is hashed, in characters; anything longer is refused before it costs time. */
const MAX_PASSWORD_LENGTH = 128

/** Whatever somebody may have typed as a password. */
export const TypedPassword = Text.check(
  z.minLength(1, 'must not be empty'),
  z.refine(
    (password) => password.length <= 4 * MAX_PASSWORD_LENGTH && [...password].length <= MAX_PASSWORD_LENGTH,
    `must have at most ${MAX_PASSWORD_LENGTH} characters`,
  ),
)

export const Credentials = z.object({
  username: Text.check(z.minLength(1, 'must not be empty'), z.maxLength(128, 'must have at most 128 characters')),
  password: TypedPassword,
})
export type Credentials = z.output<typeof Credentials>

export const DealerName = z.object({
  uuid: Identifier,
  // The number that orders carry; text, because it is an int64.
  id: z.string(),
  name: Text,
})
export type DealerName = z.output<typeof DealerName>

const SampleLink = z.object({ title: Text, path: z.string() })

/** Who is signed in, what they may ask for, and how this installation reads amounts and dates. */
export const Session = z.object({
  user: z.object({ uuid: Identifier, name: Text }),
  /** Managers read the audit record. */
  isManager: z.boolean(),
  dealers: z.array(DealerName),
  currency: z.string(),
  timeZone: z.string(),
  /** Minutes without a sign of life after which the page locks itself. */
  idleMinutes: z.number(),
  /** From where pictures of vehicles may be shown: `host` or `host:port`. */
  imageHosts: z.array(z.string()),
  /** Where the map link of an address leads, with `{address}` in place of it; absent where there is to be none. */
  mapUrl: z.optional(z.string()),
  /** Rules about records that this installation has switched off, by name. */
  findingsOff: z.array(z.string()),
  /** What the person chose, on whichever computer; so that the first thing drawn is as they want it. */
  preferences: Preferences,
  /** Present while the sample dealership is on. */
  sample: z.optional(z.object({ links: z.array(SampleLink) })),
})
export type Session = z.output<typeof Session>

const RecentCustomer = z.object({
  customerUUID: Identifier,
  /** The name at the time of the look-up. */
  name: Text,
  /** RFC 3339, UTC. */
  lookedUpAt: z.string(),
})

export const RecentCustomers = z.object({ customers: z.array(RecentCustomer) })
