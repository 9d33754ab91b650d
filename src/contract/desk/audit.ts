import { Identifier, Text } from '#src/contract/scalars.ts'
import { z } from '#src/contract/zod.ts'

/** What a manager looks for in the record; everything is optional. */
export const AuditFilter = z.object({
  /** Part of a person's name, a username or an identifier. */
  person: z.optional(Text.check(z.maxLength(128, 'must have at most 128 characters'))),
  customer: z.optional(Identifier),
  /** A calendar day on the dealership's clock. */
  day: z.optional(z.iso.date('must be a date like 2026-11-23')),
  /** Only what is out of the ordinary. */
  marked: z.optional(z.literal('true', 'must be true')),
  /** Continues a list: only what was recorded before this one. */
  before: z.optional(z.string().check(z.regex(/^\d{1,18}$/, 'must be a number'))),
})
export type AuditFilter = z.output<typeof AuditFilter>

const AuditEvent = z.object({
  /** int64, as text. */
  id: z.string(),
  /** RFC 3339, UTC, milliseconds. */
  at: z.string(),
  event: z.string(),
  outcome: z.string(),
  actorKind: z.string(),
  actorId: z.nullable(z.string()),
  actorName: z.nullable(z.string()),
  /** From where the request came. */
  address: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  status: z.nullable(z.number()),
  /** Whom a program asked for; for people it is themselves. */
  requesterUUID: z.nullable(z.string()),
  customerUUID: z.nullable(z.string()),
  dealerUUIDs: z.nullable(z.array(z.string())),
  detail: z.nullable(z.string()),
  /** How often the same happened within a minute; refused sign-ins are counted. */
  times: z.number(),
  /** What is out of the ordinary about it. */
  marks: z.array(z.string()),
})
export type AuditEvent = z.output<typeof AuditEvent>

export const AuditEvents = z.object({
  /** Newest first. */
  events: z.array(AuditEvent),
  /** For `before`, when there are older ones. */
  next: z.nullable(z.string()),
})
