import type { Queries } from './database.ts'

/** So many rows go at once: nobody waits long for them, and the embedded database has the process back soon. */
const ROWS_AT_ONCE = 2000

/**
 * Deletes the rows of a table that are past their time, in pieces that are committed each by itself.
 * @param rows `where` with its `params`, in SQL of the code's own
 * @param mayGoOn asked between pieces
 * @returns how many went
 */
export async function deleteInPieces(
  db: Queries,
  { table, where, params }: { table: string; where: string; params: readonly unknown[] },
  mayGoOn: () => boolean = () => true,
): Promise<number> {
  const sql = `with gone as (
      delete from ${table} where ctid = any (array(select ctid from ${table} where ${where} limit ${ROWS_AT_ONCE})) returning 1)
    select count(*)::int as rows from gone`
  return inPieces(ROWS_AT_ONCE, mayGoOn, async () => {
    const [deleted] = await db.query<{ rows: number }>(sql, params)
    return deleted?.rows ?? 0
  })
}

/** Does a piece after the other until one is not full. @returns the sum */
export async function inPieces(size: number, mayGoOn: () => boolean, piece: () => Promise<number>): Promise<number> {
  let sum = 0
  for (let rows = size; rows === size && mayGoOn(); sum += rows) {
    // oxlint-disable-next-line no-await-in-loop -- in small pieces, so that nobody waits for a large one
    rows = await piece()
  }
  return sum
}
