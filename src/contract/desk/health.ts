import { z } from '#src/contract/zod.ts'

/** Whether look-ups can be answered now. */
export const Readiness = z.object({
  status: z.enum(['ready', 'not ready']),
  /** The version of the schema in the database; absent while the database does not answer. */
  schemaVersion: z.optional(z.int()),
  /**
   * The way to the platform, where look-ups are forwarded. `closed`: they go through; `open`: none does; `half-open`: one
   * may, to see whether the platform is back.
   */
  upstream: z.optional(z.enum(['closed', 'open', 'half-open'])),
})
export type Readiness = z.output<typeof Readiness>
