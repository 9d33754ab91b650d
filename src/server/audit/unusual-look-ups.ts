import type { UnusualRule } from '#src/contract/desk/unusual.ts'
import type { Database, Queries } from '../db/database.ts'
import { daysBefore } from '../days-before.ts'
import { deleteInPieces } from '../db/delete-in-pieces.ts'
import { findUnusual, type PersonEvent, type UnusualLimits, USUAL_DAYS } from './find-unusual.ts'

/** Look-ups of so long ago are looked at again: days begin and end by the dealership's clock. */
const LOOKED_AT_DAYS = 2
/** Who reads the record again within this time sees what was found then. */
const FRESH_MS = 10_000
/** Of one person; those of longer ago are left out. */
const MOST_EVENTS = 20_000

/** Marks what is out of the ordinary in the audit record. Nothing is blocked by it, and the record stays as it is. */
export type UnusualLookUps = {
  /** Looks through what is new; not again within ten seconds. @returns how many events were marked */
  look(): Promise<number>
}

export function unusualLookUps(
  db: Database,
  { limits, timeZone }: { limits: UnusualLimits; timeZone: string },
  now: () => Date,
  onMark: (rule: UnusualRule) => void,
): UnusualLookUps {
  let lookedAt = 0
  let underWay: Promise<number> | undefined

  async function lookThrough(): Promise<number> {
    const until = now()
    const since = daysBefore(until, LOOKED_AT_DAYS)
    const people = await db.query<{ actor_id: string }>(
      `select distinct actor_id from audit_events
       where at >= $1 and actor_kind = 'staff' and event in ('look-up', 'taken')`,
      [since],
    )
    let marked = 0
    for (const { actor_id } of people) {
      // oxlint-disable-next-line no-await-in-loop -- one person after the other, so that nobody waits for it
      marked += await lookAt(actor_id, since, until)
    }
    lookedAt = until.getTime()
    return marked
  }

  async function lookAt(person: string, since: Date, until: Date): Promise<number> {
    const rows = await db.query<PersonEvent & { at: Date }>(
      `select id::text, at, to_char(at at time zone $4, 'YYYY-MM-DD') as day,
         extract(hour from at at time zone $4)::integer as hour, event, outcome, customer_uuid, dealer_uuids
       from audit_events where actor_id = $1 and actor_kind = 'staff' and at > $2 and at <= $3
         and event in ('look-up', 'taken') order by audit_events.at desc, audit_events.id desc limit ${MOST_EVENTS}`,
      [person, daysBefore(since, USUAL_DAYS), until, timeZone],
    )
    const atOf = new Map(rows.map(({ id, at }) => [id, at]))
    const marks = findUnusual(rows.toReversed(), limits).filter(({ id }) => Number(atOf.get(id)) >= since.getTime())
    if (marks.length === 0) return 0
    const added = await db.query<{ rule: UnusualRule }>(
      `insert into audit_marks (event_id, rule, at)
       select id::bigint, rule, at from json_to_recordset($1::json) as mark (id text, rule text, at timestamptz)
       on conflict do nothing returning rule`,
      [JSON.stringify(marks.map((mark) => ({ ...mark, at: atOf.get(mark.id) })))],
    )
    for (const { rule } of added) onMark(rule)
    return added.length
  }

  return {
    look() {
      if (now().getTime() - lookedAt < FRESH_MS && underWay === undefined) return Promise.resolve(0)
      underWay ??= lookThrough().finally(() => (underWay = undefined))
      return underWay
    },
  }
}

/** Marks go with the events that they are about. */
export function purgeMarks(db: Queries, keptDays: number, now: Date, mayGoOn?: () => boolean): Promise<number> {
  const params = [daysBefore(now, keptDays)]
  return deleteInPieces(db, { table: 'audit_marks', where: 'at < $1', params }, mayGoOn)
}
