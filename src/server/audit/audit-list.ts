import type { AuditEvent, AuditFilter } from '#src/contract/audit.ts'
import type { Queries } from '../db/database.ts'

type Row = {
  id: string
  at: Date
  event: string
  outcome: string
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  address: string | null
  request_id: string | null
  status: number | null
  customer_uuid: string | null
  dealer_uuids: string[] | null
  detail: string | null
}

/**
 * Events that match, newest first.
 * @param timeZone whose calendar days are meant
 */
export async function listAudit(
  db: Queries,
  filter: AuditFilter,
  timeZone: string,
  limit: number,
): Promise<AuditEvent[]> {
  const rows = await db.query<Row>(
    `select id::text, at, event, outcome, actor_kind, actor_id, actor_name, address, request_id, status,
       customer_uuid, dealer_uuids, detail
     from audit_events
     where ($1::text is null or strpos(lower(coalesce(actor_name, '')), lower($1)) > 0 or actor_id = $1
            or actor_id in (select uuid from staff where lower(username) = lower($1)))
       and ($2::text is null or customer_uuid = $2)
       and ($3::text is null or at >= ($3::text::date)::timestamp at time zone $4)
       and ($3::text is null or at < ($3::text::date + 1)::timestamp at time zone $4)
       and ($5::text is null or audit_events.id < $5::text::bigint)
     order by audit_events.id desc limit $6`,
    [filter.person ?? null, filter.customer ?? null, filter.day ?? null, timeZone, filter.before ?? null, limit],
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
    customerUUID: row.customer_uuid,
    dealerUUIDs: row.dealer_uuids,
    detail: row.detail,
  }))
}

/** Lets go of what is older than it has to be kept. @returns how many events */
export async function purgeAudit(db: Queries, keptDays: number, now: Date): Promise<number> {
  const oldest = new Date(now.getTime() - keptDays * 86_400_000)
  const rows = await db.query('delete from audit_events where at < $1 returning 1', [oldest])
  return rows.length
}
