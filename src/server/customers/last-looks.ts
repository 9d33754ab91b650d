import { createHash, createHmac, randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Look, LOOK_PARTS, type LookPart, type SinceLastLook } from '#src/contract/desk/look.ts'
import type { Database, Queries } from '../db/database.ts'
import { daysBefore } from '../days-before.ts'
import { deleteInPieces } from '../db/delete-in-pieces.ts'

/** Looks that follow each other this closely are one visit: a reload does not make everything old. */
const VISIT_MS = 10 * 60_000
/** A look is compared only with what the person was really shown: their look-up, as it is recorded, was not long ago. */
const SHOWN_MS = 60 * 60_000
/** So many hashes are made at once; other requests come in between. */
const AT_ONCE = 500

/** For each part that could be read, the hash of what each thing says by the hash of which thing it is. */
type Snapshot = Partial<Record<LookPart, Record<string, string>>>
type Row = { key: Uint8Array; base_at: Date | null; base: Snapshot | null; latest_at: Date; latest: Snapshot }

const NOTHING = { added: [], changed: [], gone: [] }

/** What people saw of customers when they last looked. */
export type LastLooks = {
  /**
   * Notes what a person sees now and compares it with their last visit. Where no look-up of theirs found the customer
   * lately, nothing is noted.
   * @param look with its dealers each once and in a fixed order, as they tell which looks are alike
   */
  compare(staffUUID: string, customerUUID: string, look: Look): Promise<SinceLastLook>
}

/** @param keptDays how long a look is kept when no other follows */
export function lastLooks(db: Database, keptDays: number, now: () => Date): LastLooks {
  return {
    async compare(staffUUID, customerUUID, look) {
      const at = now()
      if (!(await wasShown(db, staffUUID, customerUUID, new Date(at.getTime() - SHOWN_MS)))) {
        return { state: 'first', ...NOTHING }
      }
      const scope = scopeOf(look)
      const where = [staffUUID, customerUUID, scope]
      const [known] = await db.query<{ key: Uint8Array }>(
        'select key from last_looks where staff_uuid = $1 and customer_uuid = $2 and scope = $3',
        where,
      )
      // A key of its own for each row: no hash can be found again in that of another person or customer.
      const made = known?.key ?? randomBytes(32)
      const seen = await hashed(look.parts, made)
      return db.transaction(async (tx) => {
        await tx.query('delete from last_looks where staff_uuid = $1 and customer_uuid = $2 and latest_at < $3', [
          staffUUID,
          customerUUID,
          daysBefore(at, keptDays),
        ])
        await tx.query(
          `insert into last_looks (staff_uuid, customer_uuid, scope, key, latest_at, latest) values ($1, $2, $3, $4, $5, '{}')
           on conflict do nothing`,
          [...where, made, at],
        )
        const [row] = await tx.query<Row>(
          `select key, base_at, base, latest_at, latest from last_looks
           where staff_uuid = $1 and customer_uuid = $2 and scope = $3 for update`,
          where,
        )
        if (row === undefined) throw new Error('a look that was noted is not there')
        // Another first look at the same time made the key.
        const parts = Buffer.from(row.key).equals(Buffer.from(made)) ? seen : await hashed(look.parts, row.key)
        const isNewVisit = at.getTime() - row.latest_at.getTime() > VISIT_MS
        const base = isNewVisit ? { at: row.latest_at, parts: row.latest } : { at: row.base_at, parts: row.base }
        await tx.query(
          `update last_looks set base_at = $4, base = $5::jsonb, latest_at = $6, latest = $7::jsonb
           where staff_uuid = $1 and customer_uuid = $2 and scope = $3`,
          // A part that could not be read this time stays as it was.
          [...where, base.at, JSON.stringify(base.parts), at, JSON.stringify({ ...row.latest, ...snapshotOf(parts) })],
        )
        if (base.at !== null && base.parts !== null) {
          return { state: 'compared', lastLookedAt: base.at.toISOString(), ...differences(parts, base.parts) }
        }
        const other = await latestOther(tx, staffUUID, customerUUID, scope)
        return other === undefined
          ? { state: 'first', ...NOTHING }
          : { state: 'not-comparable', lastLookedAt: other.toISOString(), ...NOTHING }
      })
    },
  }
}

/** Lets go of looks that are past their time. */
export function purgeLooks(db: Queries, keptDays: number, now: Date, mayGoOn?: () => boolean): Promise<number> {
  const params = [daysBefore(now, keptDays)]
  return deleteInPieces(db, { table: 'last_looks', where: 'latest_at < $1', params }, mayGoOn)
}

async function wasShown(db: Queries, staffUUID: string, customerUUID: string, since: Date): Promise<boolean> {
  const shown = await db.query(
    `select 1 from audit_events where customer_uuid = $1 and actor_kind = 'staff' and actor_id = $2
       and event = 'look-up' and outcome = 'found' and at >= $3 limit 1`,
    [customerUUID, staffUUID, since],
  )
  return shown.length > 0
}

async function latestOther(
  tx: Queries,
  staffUUID: string,
  customerUUID: string,
  scope: Uint8Array,
): Promise<Date | undefined> {
  const [row] = await tx.query<{ latest_at: Date }>(
    `select latest_at from last_looks where staff_uuid = $1 and customer_uuid = $2 and scope <> $3
     order by latest_at desc limit 1`,
    [staffUUID, customerUUID, scope],
  )
  return row?.latest_at
}

function scopeOf({ dealerUUIDList, excludeOrderType }: Look): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify([dealerUUIDList, excludeOrderType]))
    .digest()
}

/** A thing as it was sent, with the hash of which it is and that of what it says. */
type HashedThing = { key: string; hash: string; says: string }
type HashedParts = Partial<Record<LookPart, HashedThing[]>>

async function hashed(parts: Look['parts'], key: Uint8Array): Promise<HashedParts> {
  const result: HashedParts = {}
  let made = 0
  for (const part of LOOK_PARTS) {
    const things = parts[part]
    if (things === undefined) continue
    const list: HashedThing[] = []
    for (const thing of things) {
      list.push({ key: thing.key, hash: hashOf(key, part, thing.key), says: hashOf(key, part, thing.digest) })
      made += 1
      // oxlint-disable-next-line no-await-in-loop -- so that others get a turn
      if (made % AT_ONCE === 0) await setImmediate()
    }
    result[part] = list
  }
  return result
}

/** Nine bytes: that two of 8,000 things get the same one happens once in a hundred million million records. */
function hashOf(key: Uint8Array, part: LookPart, text: string): string {
  return createHmac('sha256', key).update(`${part}:${text}`).digest().subarray(0, 9).toString('base64url')
}

function snapshotOf(parts: HashedParts): Snapshot {
  const entries = Object.entries(parts).map(([part, things]) => [
    part,
    Object.fromEntries(things.map(({ hash, says }) => [hash, says])),
  ])
  return Object.fromEntries(entries) as Snapshot
}

function differences(now: HashedParts, before: Snapshot): Pick<SinceLastLook, 'added' | 'changed' | 'gone'> {
  const result: Pick<SinceLastLook, 'added' | 'changed' | 'gone'> = { added: [], changed: [], gone: [] }
  for (const part of LOOK_PARTS) {
    const [then, things] = [before[part], now[part]]
    // A part that could not be read in one of the two is not compared.
    if (then === undefined || things === undefined) continue
    for (const { key, hash, says } of things) {
      if (then[hash] === undefined) result.added.push({ part, key })
      else if (then[hash] !== says) result.changed.push({ part, key })
    }
    const present = new Set(things.map(({ hash }) => hash))
    const count = Object.keys(then).filter((hash) => !present.has(hash)).length
    if (count > 0) result.gone.push({ part, count })
  }
  return result
}
