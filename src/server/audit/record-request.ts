import type { Context } from 'hono'
import type { Deps, Env } from '../deps.ts'
import type { AuditEvent } from './audit-log.ts'

/**
 * Records what a request did, with where it came from and its reference.
 * @throws DeskError 503 when it could not be written
 */
export function recordRequest(
  c: Context<Env>,
  deps: Deps,
  event: Omit<AuditEvent, 'address' | 'requestId'>,
): Promise<void> {
  return deps.audit.record({ ...event, address: c.get('address'), requestId: c.get('requestId') })
}
