import { userInfo } from 'node:os'
import type { Logger } from 'pino'
import type { Caller } from '../auth/caller.ts'
import type { Queries } from '../db/database.ts'
import { DeskError } from '../errors.ts'
import { auditWriter } from './audit-writer.ts'
import { refusedSignIns } from './refused-sign-ins.ts'
import { makeSealer } from './seal.ts'

/** Who did it: a person, a program, someone at the server's own command line, or nobody known. */
export type Actor =
  | { kind: 'staff'; id: string; name: string }
  | { kind: 'service'; id: string }
  | { kind: 'operator'; id: string }
  | { kind: 'unknown' }

/** What happened. Nothing personal of a customer is among it but the identifier. */
export type AuditEvent = {
  event: 'look-up' | 'sign-in' | 'sign-out' | 'account' | 'customer' | 'audit' | 'staff' | 'taken'
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
  /** Writes what is only counted so far. */
  close(): Promise<void>
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

/** @param key seals the events; it is kept outside the database */
export function auditLog(db: Queries, log: Logger, now: () => Date, key?: string): AuditLog {
  const write = auditWriter(db, makeSealer(key))
  const refused = refusedSignIns(write, (error) => {
    log.error({ err: error }, 'the number of refused sign-ins could not be written')
  })
  return {
    async record({ actor, ...event }) {
      const row = {
        at: now(),
        event: event.event,
        outcome: event.outcome,
        actor_kind: actor.kind,
        actor_id: 'id' in actor ? actor.id : null,
        actor_name: 'name' in actor ? actor.name : null,
        address: event.address ?? null,
        request_id: event.requestId ?? null,
        status: event.status ?? null,
        requester_uuid: event.requesterUserUUID ?? null,
        customer_uuid: event.customerUUID ?? null,
        dealer_uuids: event.dealerUUIDList ?? null,
        detail: event.detail ?? null,
        times: 1,
      }
      try {
        await (event.event === 'sign-in' && event.outcome !== 'done' ? refused.add(row) : write(row))
      } catch (error) {
        log.error({ err: error, requestId: event.requestId }, 'an audit event could not be written')
        throw new DeskError(503, 'NOT_RECORDED', (words) => words.notRecorded(), { retryAfterSeconds: 5 })
      }
    },
    close: () => refused.close(),
  }
}
