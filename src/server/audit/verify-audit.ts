import type { Queries } from '../db/database.ts'
import { AUDIT_COLUMNS } from './audit-row.ts'
import { makeSealer, type Sealer, type SealedRow } from './seal.ts'

export type AuditVerdict = {
  events: number
  writers: number
  /** Events from before there were seals. */
  unsealed: number
  /** Events that were sealed without a key; whoever can write to the database can make such seals. */
  keyless: number
  /** Events that were sealed with another key than those given, and cannot be checked. */
  otherKey: number
  /** Ids (int64, as text) of events that are not as they were written, or that another one should stand before. */
  broken: string[]
  /** Writers whose latest events are missing. */
  cut: string[]
}

/**
 * Checks every event of the audit record against its seal. An event that was changed is named, one that follows on an event
 * that was taken out, and a writer whose latest events were taken away. What is past its time may have gone from the
 * beginning of a writer's events.
 * @param key with which events are sealed now; those from before there was one are checked as well
 */
export async function verifyAudit(db: Queries, key: string | undefined): Promise<AuditVerdict> {
  const sealers = key === undefined ? [makeSealer(undefined)] : [makeSealer(key), makeSealer(undefined)]
  const [counts] = await db.query<Omit<AuditVerdict, 'broken' | 'cut'>>(
    `select count(*)::int as events, count(distinct writer)::int as writers,
       count(*) filter (where seal is null)::int as unsealed,
       count(*) filter (where seal_version is not null and key_id is null)::int as keyless,
       count(*) filter (where key_id is not null and key_id <> all($1::text[]))::int as "otherKey" from audit_events`,
    [sealers.flatMap(({ keyId }) => (keyId === null ? [] : [keyId]))],
  )
  const broken = await brokenDatabaseSeals(db)
  const cut: string[] = []
  for (const sealer of sealers) {
    // oxlint-disable-next-line no-await-in-loop -- the record is read once for each
    const found = await checkSeals(db, sealer)
    broken.push(...found.broken)
    cut.push(...found.cut)
  }
  broken.sort((a, b) => Number(BigInt(a) - BigInt(b)))
  return { events: 0, writers: 0, unsealed: 0, keyless: 0, otherKey: 0, ...counts, broken, cut }
}

/** Of the events that the database itself sealed. */
async function brokenDatabaseSeals(db: Queries): Promise<string[]> {
  const broken = await db.query<{ id: string }>(
    `select id::text from (
       select id, writer, place, seal, audit_event_text(to_jsonb(e), e.at) as text,
         lag(seal) over before as last_seal, lag(place) over before as last_place
       from audit_events e where seal is not null and seal_version is null
       window before as (partition by writer order by place)
     ) sealed
     where place > 1 and last_place is not null and last_place <> place - 1
        or (place = 1 or last_place is not null)
           and seal <> sha256(coalesce(last_seal, ''::bytea) || convert_to(text, 'UTF8'))`,
    [],
  )
  return broken.map(({ id }) => id)
}

const BATCH = 5000

type Row = Omit<SealedRow, 'place'> & { id: string; place: string; seal: Uint8Array }

async function checkSeals(db: Queries, sealer: Sealer): Promise<{ broken: string[]; cut: string[] }> {
  const broken: string[] = []
  const ends = new Map<string, number>()
  let last: { writer: string; place: number; seal: Buffer } | undefined
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each begins where the one before ended
    const rows = await db.query<Row>(
      `select id::text, ${AUDIT_COLUMNS}, writer, place::text, seal
       from audit_events e
       where seal_version is not null and key_id is not distinct from $1 and (writer, place) > ($2::text, $3::text::bigint)
       order by e.writer, e.place limit ${BATCH}`,
      [sealer.keyId, last?.writer ?? '', String(last?.place ?? 0)],
    )
    for (const { id, seal, ...row } of rows) {
      const place = Number(row.place)
      const before = last?.writer === row.writer ? last : undefined
      const isNext = before === undefined || place === before.place + 1
      // The seal of the first one that is left cannot be checked when there were others before it.
      const isChecked = place === 1 || before !== undefined
      const isRight = isNext && (!isChecked || sealer.seal({ ...row, place }, before?.seal).equals(seal))
      if (!isRight) broken.push(id)
      last = { writer: row.writer, place, seal: Buffer.from(seal) }
      ends.set(row.writer, place)
    }
    if (rows.length < BATCH) break
  }
  const chains = await db.query<{ writer: string; place: string; proof: Uint8Array }>(
    'select writer, place::text, proof from audit_chains where key_id is not distinct from $1',
    [sealer.keyId],
  )
  const cut = chains
    .filter(({ writer, place, proof }) => {
      const isProven = sealer.proof(writer, Number(place)).equals(proof)
      return !isProven || ends.get(writer) !== Number(place)
    })
    .map(({ writer }) => writer)
  const noted = new Set(chains.map(({ writer }) => writer))
  return { broken, cut: [...cut, ...[...ends.keys()].filter((writer) => !noted.has(writer))].sort() }
}
