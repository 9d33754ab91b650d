import type { Database } from '../db/database.ts'

/** So many months ahead have a table of their own. */
const MONTHS_AHEAD = 3
const ROWS_AT_ONCE = 5000
const LOCK = 726_110_418

/**
 * Makes the tables of the months to come and lets go of what is older than it has to be kept: whole months, and rows of no
 * month one by one. One process does it at a time, in short steps, and waits for nobody.
 * @returns how many months and rows went
 */
export async function keepAudit(db: Database, keptDays: number, now: Date): Promise<{ months: number; rows: number }> {
  const oldest = new Date(now.getTime() - keptDays * 86_400_000)
  const gone = { months: 0, rows: 0 }
  const isMine = await db.transaction(async (tx) => {
    const [lock] = await tx.query<{ is_mine: boolean }>(`select pg_try_advisory_xact_lock(${LOCK}) as is_mine`, [])
    if (lock?.is_mine !== true) return false
    await tx.query("set local lock_timeout = '500ms'")
    await tx.query('select make_audit_months($1::date, $2::integer)', [now, MONTHS_AHEAD])
    const [dropped] = await tx.query<{ months: number }>('select drop_audit_months($1::timestamptz) as months', [
      oldest,
    ])
    gone.months = dropped?.months ?? 0
    return true
  })
  if (!isMine) return gone
  for (let rows = ROWS_AT_ONCE; rows === ROWS_AT_ONCE; gone.rows += rows) {
    // oxlint-disable-next-line no-await-in-loop -- in small pieces, so that nobody waits for a large one
    const [deleted] = await db.query<{ rows: number }>(
      'select delete_old_audit_events($1::timestamptz, $2::integer) as rows',
      [oldest, ROWS_AT_ONCE],
    )
    rows = deleted?.rows ?? 0
  }
  return gone
}
