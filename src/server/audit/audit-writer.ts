import { randomUUID } from 'node:crypto'
import { type Queries, QueryFailed } from '../db/database.ts'
import { gatheredWrites } from '../db/gathered-writes.ts'
import { AUDIT_COLUMNS, type AuditRow } from './audit-row.ts'
import { SEAL_VERSION, type Sealer } from './seal.ts'

// JSON, because a list of lists is no parameter.
const INSERT = `
with added as (
  insert into audit_events (${AUDIT_COLUMNS}, writer, place, seal, seal_version, key_id)
  select ${AUDIT_COLUMNS}, $2, place, decode(seal, 'hex'), $3, $4
  from json_to_recordset($1::json) as row (at timestamptz, event text, outcome text, actor_kind text, actor_id text,
    actor_name text, address text, request_id text, status integer, requester_uuid text, customer_uuid text,
    dealer_uuids text[], detail text, times integer, place bigint, seal text)
  order by place
)
insert into audit_chains (writer, place, last_at, key_id, proof) values ($2, $5, $6, $4, $7)
on conflict (writer) do update set place = excluded.place, last_at = excluded.last_at, proof = excluded.proof`

/**
 * Writes rows of the audit record, each sealed behind the one before.
 * @returns adds a row; resolves when it is committed
 */
export function auditWriter(db: Queries, sealer: Sealer): (row: AuditRow) => Promise<void> {
  let chain = { writer: randomUUID() as string, place: 0, seal: undefined as Buffer | undefined }

  async function write(rows: readonly AuditRow[]): Promise<void> {
    const { writer } = chain
    let { place, seal } = chain
    const sealed = rows.map((row) => {
      place += 1
      seal = sealer.seal({ ...row, writer, place }, seal)
      return { ...row, place, seal: seal.toString('hex') }
    })
    try {
      await db.query(INSERT, [
        JSON.stringify(sealed),
        writer,
        SEAL_VERSION,
        sealer.keyId,
        place,
        rows.at(-1)?.at,
        sealer.proof(writer, place),
      ])
      chain = { writer, place, seal }
    } catch (error) {
      // Whether they were committed may not be known, so nothing is put behind them.
      if (!(error instanceof QueryFailed) || error.isTemporary) {
        chain = { writer: randomUUID(), place: 0, seal: undefined }
      }
      throw error
    }
  }

  return gatheredWrites(write)
}
