import type { Unshared } from '../db/database.ts'
import { daysBefore } from '../days-before.ts'
import { inPieces } from '../db/delete-in-pieces.ts'

/** So many months ahead have a table of their own. */
const MONTHS_AHEAD = 3
const ROWS_AT_ONCE = 2000

/**
 * Makes the tables of the months to come and lets go of what is older than it has to be kept: whole months, and rows of no
 * month one by one. In short steps, and waits for nobody.
 * @param mayGoOn asked between steps
 * @returns how many months and rows went
 */
export async function keepAudit(
  db: Unshared,
  keptDays: number,
  now: Date,
  mayGoOn: () => boolean = () => true,
): Promise<{ months: number; rows: number }> {
  const oldest = daysBefore(now, keptDays)
  const months = await db.transaction(async (tx) => {
    await tx.query("set local lock_timeout = '500ms'")
    await tx.query('select make_audit_months($1::date, $2::integer)', [now, MONTHS_AHEAD])
    const [dropped] = await tx.query<{ months: number }>('select drop_audit_months($1::timestamptz) as months', [
      oldest,
    ])
    return dropped?.months ?? 0
  })
  const rows = await inPieces(ROWS_AT_ONCE, mayGoOn, async () => {
    const [deleted] = await db.query<{ rows: number }>(
      'select delete_old_audit_events($1::timestamptz, $2::integer) as rows',
      [oldest, ROWS_AT_ONCE],
    )
    return deleted?.rows ?? 0
  })
  return { months, rows }
}
