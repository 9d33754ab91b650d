import type { Queries } from '../db/database.ts'

export type AuditVerdict = {
  events: number
  writers: number
  /** Events from before there were seals. */
  unsealed: number
  /** Ids (int64, as text) of events that are not as they were written, or that another one should stand before. */
  broken: string[]
}

/**
 * Checks every event of the audit record against its seal. An event that was changed is named, and one that follows on
 * an event that was taken out. What is past its time may have gone from the beginning of a writer's events; whether the
 * latest were taken from the end, only a copy of the log can tell.
 */
export async function verifyAudit(db: Queries): Promise<AuditVerdict> {
  const [counts] = await db.query<{ events: number; writers: number; unsealed: number }>(
    `select count(*)::int as events, count(distinct writer)::int as writers,
       count(*) filter (where seal is null)::int as unsealed from audit_events`,
    [],
  )
  const broken = await db.query<{ id: string }>(
    `select id::text from (
       select id, writer, place, seal, audit_event_text(e) as text,
         lag(seal) over before as last_seal, lag(place) over before as last_place
       from audit_events e where seal is not null
       window before as (partition by writer order by place)
     ) sealed
     where place > 1 and last_place is not null and last_place <> place - 1
        or (place = 1 or last_place is not null)
           and seal <> sha256(coalesce(last_seal, ''::bytea) || convert_to(text, 'UTF8'))
     order by id`,
    [],
  )
  return {
    events: counts?.events ?? 0,
    writers: counts?.writers ?? 0,
    unsealed: counts?.unsealed ?? 0,
    broken: broken.map(({ id }) => id),
  }
}
