import { createHash, createHmac } from 'node:crypto'
import type { AuditRow } from './audit-row.ts'

/** One row of the audit record, as it is sealed. */
export type SealedRow = AuditRow & {
  writer: string
  /** From 1, without gaps, for each writer. */
  place: number
}

/** Another list of fields is another version; rows of the versions before keep their seals. */
export const SEAL_VERSION = 2

/** What makes and checks seals: HMAC-SHA256 with a key that is not in the database; without one, whoever can write there can seal. */
export type Sealer = {
  /** Names the key without telling it; null without one. */
  keyId: string | null
  /** The seal of a row that stands behind the one with the seal `previous` of the same writer. */
  seal(row: SealedRow, previous: Buffer | undefined): Buffer
  /** Shows that a writer had come as far as `place`. */
  proof(writer: string, place: number): Buffer
}

export function makeSealer(key: string | undefined): Sealer {
  const hmac = () => createHmac('sha256', key ?? '')
  return {
    keyId: key === undefined ? null : createHash('sha256').update(`key of seals ${key}`).digest('hex').slice(0, 8),
    seal: (row, previous) =>
      hmac()
        .update(previous ?? '')
        .update(text(row))
        .digest(),
    proof: (writer, place) =>
      hmac()
        .update(JSON.stringify(['end', writer, place]))
        .digest(),
  }
}

function text(row: SealedRow): string {
  return JSON.stringify([
    SEAL_VERSION,
    row.writer,
    row.place,
    row.at.toISOString(),
    row.event,
    row.outcome,
    row.actor_kind,
    row.actor_id,
    row.actor_name,
    row.address,
    row.request_id,
    row.status,
    row.requester_uuid,
    row.customer_uuid,
    row.dealer_uuids,
    row.detail,
    row.times,
  ])
}
