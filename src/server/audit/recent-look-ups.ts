import type { Queries } from '../db/database.ts'

/** The outcome of a look-up that came too soon; it does not push the next one further away. */
export const TOO_SOON = 'too-soon'

export const MINUTE_MS = 60_000

/** SQL for a person's look-ups since an instant, newest first, as the audit record has them: all processes count together. */
export const recentLookUps = (staffUUID: string, since: string): string => `
  select at from audit_events where actor_id = ${staffUUID} and at > ${since} and event = 'look-up' and outcome <> '${TOO_SOON}'
  order by at desc`

/** How often a person has taken something along since an instant. */
export async function countTaken(db: Queries, staffUUID: string, since: Date): Promise<number> {
  const [row] = await db.query<{ taken: number }>(
    "select count(*)::int as taken from audit_events where actor_id = $1 and at > $2 and event = 'taken'",
    [staffUUID, since],
  )
  return row?.taken ?? 0
}
