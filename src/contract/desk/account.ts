import { Text } from '#src/contract/scalars.ts'
import { z } from '#src/contract/zod.ts'
import { SecondFactor } from './second-factor.ts'
import { TypedPassword } from './session.ts'

export const PasswordChange = z.object({ currentPassword: TypedPassword, newPassword: TypedPassword })
export type PasswordChange = z.output<typeof PasswordChange>

const AccountSession = z.object({
  id: z.string(),
  /** RFC 3339, UTC. */
  startedAt: z.string(),
  /** To the minute, about. */
  lastUsedAt: z.string(),
  /** Roughly, as the browser says. */
  browser: z.nullable(Text),
  system: z.nullable(Text),
  /** From where the sign-in came. */
  address: z.nullable(Text),
  /** Whether it is the one that asks. */
  isThis: z.boolean(),
})
export type AccountSession = z.output<typeof AccountSession>

/** The account of the person who is signed in, as far as they can change it themselves. */
export const Account = z.object({
  username: Text,
  /** Whether there is one here; people of an identity provider have theirs there. */
  hasPassword: z.boolean(),
  /** Whether the password was given within minutes; else it is asked for before factors are changed. */
  isConfirmed: z.boolean(),
  /** Null where there are none, or somebody else asks for them. */
  secondFactor: z.nullable(SecondFactor),
  /** Those that have not ended, this one first, then the one used last. */
  sessions: z.array(AccountSession),
})
export type Account = z.output<typeof Account>
