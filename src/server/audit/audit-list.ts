import type { AuditEvent, AuditFilter } from '#src/contract/desk/audit.ts'
import { asNamed } from '../auth/username.ts'
import type { Queries } from '../db/database.ts'
import { AUDIT_COLUMNS, type AuditRow } from './audit-row.ts'

/** Whose record it is: of the dealers that the reader has. */
type Reader = { dealerUUIDs: readonly string[]; timeZone: string }

/**
 * Events that match, newest first: those about a dealer of the reader's, or of people who have one of them.
 * Each condition can be answered from an index; the record is long.
 */
export async function listAudit(
  db: Queries,
  filter: AuditFilter,
  { dealerUUIDs, timeZone }: Reader,
  limit: number,
): Promise<AuditEvent[]> {
  const params: unknown[] = [dealerUUIDs]
  const param = (value: unknown) => `$${params.push(value)}`
  const conditions = [
    `(dealer_uuids && $1::text[] or (actor_kind in ('operator', 'unknown') and dealer_uuids is null)
      or actor_id in (select staff_uuid from staff_dealers where dealer_uuid = any($1::text[]))
      or actor_kind = 'service' and dealer_uuids is null
        and actor_id in (select username from service_account_dealers where dealer_uuid = any($1::text[])))`,
  ]
  if (filter.person !== undefined) {
    const [typed, folded] = asNamed(filter.person).map(param)
    const people = `(select uuid from staff where strpos(lower(name), lower(${typed})) > 0
      or username in (${typed}, ${folded}) union select ${typed} union select ${folded})`
    conditions.push(`(actor_id in ${people} or requester_uuid in ${people})`)
  }
  if (filter.customer !== undefined) conditions.push(`customer_uuid = ${param(filter.customer)}`)
  if (filter.day !== undefined) {
    const day = param(filter.day)
    const zone = param(timeZone)
    conditions.push(`at >= (${day}::text::date)::timestamp at time zone ${zone}`)
    conditions.push(`at < (${day}::text::date + 1)::timestamp at time zone ${zone}`)
  }
  if (filter.marked !== undefined) conditions.push('audit_events.id in (select event_id from audit_marks)')
  if (filter.before !== undefined) conditions.push(`audit_events.id < ${param(filter.before)}::text::bigint`)
  const rows = await db.query<AuditRow & { id: string; marks: string[] }>(
    `select id::text, ${AUDIT_COLUMNS},
       array(select rule from audit_marks where event_id = audit_events.id order by rule) as marks
     from audit_events where ${conditions.join(' and ')}
     order by audit_events.id desc limit ${param(limit)}`,
    params,
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    event: row.event,
    outcome: row.outcome,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    address: row.address,
    requestId: row.request_id,
    status: row.status,
    requesterUUID: row.requester_uuid,
    customerUUID: row.customer_uuid,
    dealerUUIDs: row.dealer_uuids && [...row.dealer_uuids],
    detail: row.detail,
    times: row.times,
    marks: row.marks,
  }))
}
