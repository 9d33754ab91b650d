import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Logger } from 'pino'
import type { Caller } from '../auth/caller.ts'
import type { Queries } from '../db/database.ts'
import { DeskError } from '../errors.ts'

/** Who did it: a person, a program, someone at the server's own command line, or nobody known. */
export type Actor =
  | { kind: 'staff'; id: string; name: string }
  | { kind: 'service'; id: string }
  | { kind: 'operator'; id: string }
  | { kind: 'unknown' }

/** What happened. Nothing personal of a customer is among it but the identifier. */
export type AuditEvent = {
  event: 'look-up' | 'sign-in' | 'sign-out' | 'account' | 'customer' | 'audit'
  outcome: string
  actor: Actor
  /** From where the request came; absent for what happens at the command line. */
  address?: string | undefined
  requestId?: string
  status?: number
  requesterUserUUID?: string
  customerUUID?: string
  dealerUUIDList?: readonly string[]
  detail?: string
}

/** Adds to the record of what people and programs did; nothing can change or take away what is in it. */
export type AuditLog = {
  /** @throws DeskError 503 when the event could not be written: what cannot be accounted for is not done */
  record(event: AuditEvent): Promise<void>
}

export const actorOf = (caller: Caller): Actor =>
  caller.kind === 'staff'
    ? { kind: 'staff', id: caller.uuid, name: caller.name }
    : { kind: 'service', id: caller.username }

/** Whoever runs a command on the server: the name of their account there. */
export function operator(): Actor {
  try {
    return { kind: 'operator', id: userInfo().username }
  } catch {
    return { kind: 'operator', id: 'unknown' }
  }
}

export function auditLog(db: Queries, log: Logger, now: () => Date): AuditLog {
  // Events of one writer are sealed one after the other; writers do not wait for each other.
  const writer = randomUUID()
  return {
    async record({ actor, ...event }) {
      try {
        await db.query(
          `insert into audit_events (at, event, outcome, actor_kind, actor_id, actor_name, address, request_id, status,
             requester_uuid, customer_uuid, dealer_uuids, detail, writer)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::text[], $13, $14)`,
          [
            now(),
            event.event,
            event.outcome,
            actor.kind,
            'id' in actor ? actor.id : null,
            'name' in actor ? actor.name : null,
            event.address ?? null,
            event.requestId ?? null,
            event.status ?? null,
            event.requesterUserUUID ?? null,
            event.customerUUID ?? null,
            event.dealerUUIDList ?? null,
            event.detail ?? null,
            writer,
          ],
        )
      } catch (error) {
        log.error({ err: error, requestId: event.requestId }, 'an audit event could not be written')
        throw new DeskError(
          503,
          'NOT_RECORDED',
          'This could not be recorded, and what is not recorded is not answered. Try again; if it stays, report the reference of this answer.',
          { retryAfterSeconds: 5 },
        )
      }
    },
  }
}
