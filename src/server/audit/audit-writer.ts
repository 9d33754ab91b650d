import { randomUUID } from 'node:crypto'
import { type Queries, QueryFailed } from '../db/database.ts'
import { AUDIT_COLUMNS, type AuditRow } from './audit-row.ts'
import { SEAL_VERSION, type Sealer } from './seal.ts'

/** Events in one statement. More would make the first of them wait for the last. */
const MOST_AT_ONCE = 200

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
 * Writes rows of the audit record in the order in which they come: while one statement is under way the next ones gather, and
 * go out together. Each waits until its own row is committed.
 */
export function auditWriter(db: Queries, sealer: Sealer): (row: AuditRow) => Promise<void> {
  type Waiting = { row: AuditRow; done: () => void; failed: (error: unknown) => void }
  let waiting: Waiting[] = []
  let isWriting = false
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

  /** One row that the database does not take must not take others with it. */
  async function writeEach(batch: readonly Waiting[]): Promise<void> {
    try {
      await write(batch.map(({ row }) => row))
    } catch (error) {
      if (batch.length === 1 || !(error instanceof QueryFailed) || error.isTemporary) {
        for (const { failed } of batch) failed(error)
        return
      }
      // oxlint-disable-next-line no-await-in-loop -- each stands behind the one before
      for (const one of batch) await writeEach([one])
      return
    }
    for (const { done } of batch) done()
  }

  async function run(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE)
      waiting = waiting.slice(MOST_AT_ONCE)
      // oxlint-disable-next-line no-await-in-loop -- one statement at a time: each row is sealed behind the one before
      await writeEach(batch)
    }
    isWriting = false
  }

  return (row) =>
    new Promise((done, failed) => {
      waiting.push({ row, done, failed })
      if (!isWriting) void run()
    })
}
