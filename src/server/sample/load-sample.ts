import type { Database } from '../db/database.ts'
import { importLines } from '../import/import-lines.ts'
import { sampleDealers, sampleLines } from './sample-lines.ts'

/** Fills an empty database with the sample dealership. @returns whether the sample is in the database */
export async function loadSample(db: Database): Promise<boolean> {
  const dealers = await db.query<{ uuid: string }>('select uuid from dealers', [])
  if (dealers.length > 0) return dealers.some((dealer) => dealer.uuid === sampleDealers[0].uuid)
  await importLines(db, sampleLines())
  return true
}
