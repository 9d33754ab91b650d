import { Identifier, Text } from '#src/contract/scalars.ts'
import { z } from '#src/contract/zod.ts'

const StaffAccess = z.object({
  uuid: Identifier,
  username: Text,
  name: Text,
  isManager: z.boolean(),
  isDisabled: z.boolean(),
  /** Of the reader's own dealers. */
  dealerUUIDs: z.array(z.string()),
  /** RFC 3339, UTC; null when the record knows of none. */
  lastLookUpAt: z.nullable(z.string()),
  lastSignInAt: z.nullable(z.string()),
  /** Neither signed in nor looked anybody up for 90 days. */
  isUnused: z.boolean(),
})
export type StaffAccess = z.output<typeof StaffAccess>

/** Who has access to the dealers of a manager. */
export const StaffList = z.object({ staff: z.array(StaffAccess) })
