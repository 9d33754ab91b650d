import type { Queries } from '../db/database.ts'
import { type ImportLine, ImportProblem } from './import-line.ts'

type DealerLine = Extract<ImportLine, { type: 'dealer' }>

/** The dealers that there are, and those of a file on top of them; stored at the end, all at once. */
export async function dealerLoader(tx: Queries) {
  const rows = await tx.query<{ uuid: string; id: string }>('select uuid, id::text from dealers', [])
  const idOf = new Map(rows.map(({ uuid, id }) => [uuid, id]))
  const uuidOf = new Map(rows.map(({ uuid, id }) => [id, uuid]))
  const added = new Map<string, DealerLine>()
  const renumbered: [before: string, now: string][] = []

  return {
    /** @throws ImportProblem when the number is another dealer's */
    add(line: DealerLine): void {
      const owner = uuidOf.get(line.id)
      if (owner !== undefined && owner !== line.uuid) throw new ImportProblem(`id ${line.id} belongs to another dealer`)
      const before = idOf.get(line.uuid)
      if (before !== undefined && before !== line.id) {
        uuidOf.delete(before)
        renumbered.push([before, line.id])
      }
      idOf.set(line.uuid, line.id)
      uuidOf.set(line.id, line.uuid)
      added.set(line.uuid, line)
    },
    /** Whether a dealer has this number (int64, as text). */
    has: (id: string): boolean => uuidOf.has(id),
    /** @throws ImportProblem for the first that is no dealer */
    check(uuids: readonly string[]): void {
      const unknown = uuids.find((uuid) => !idOf.has(uuid))
      if (unknown !== undefined)
        throw new ImportProblem(`dealerUUIDs names ${unknown}, which is no dealer; dealers come first`)
    },
    async store(): Promise<void> {
      const lines = [...added.values()]
      if (lines.length === 0) return
      for (const change of renumbered) {
        // oxlint-disable no-await-in-loop -- one after the other, as the file has them
        await tx.query('update customer_records set dealer_id = $2::bigint where dealer_id = $1::bigint', change)
        await tx.query('update staged_customers set dealer_id = $2::bigint where dealer_id = $1::bigint', change)
        // oxlint-enable no-await-in-loop
      }
      await tx.query(
        `insert into dealers (uuid, id, name) select * from unnest($1::text[], $2::text[]::bigint[], $3::text[])
         on conflict (uuid) do update set id = excluded.id, name = excluded.name
         where (dealers.id, dealers.name) is distinct from (excluded.id, excluded.name)`,
        [lines.map(({ uuid }) => uuid), lines.map(({ id }) => id), lines.map(({ name }) => name)],
      )
    },
  }
}
