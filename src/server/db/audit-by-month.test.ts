import { expect, test } from 'playwright/test'
import { auditLog } from '../audit/audit-log.ts'
import { keepAudit } from '../audit/keep-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { makeLogger } from '../start.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { audit } from './migrations/002-audit.ts'
import { accounts } from './migrations/003-accounts.ts'
import { initial } from './migrations/001-initial.ts'
import { sealedAudit } from './migrations/004-sealed-audit.ts'

/** As the version before wrote an event. */
const insert = (at: string, detail: string) => `
  insert into audit_events (at, event, outcome, actor_kind, actor_id, dealer_uuids, detail, writer)
  values ('${at}', 'account', 'done', 'operator', 'root', array['d'], '${detail}', 'old writer')`

test('a record of the version before stays whole, is added to by both versions, and goes when its time is over', async () => {
  const db = await openEmbedded()
  for (const step of [initial, audit, accounts, sealedAudit]) await db.query(step)
  await db.query(`create table schema_version (version integer primary key, migrated_at timestamptz not null default now());
    insert into schema_version (version) select generate_series(1, 4)`)
  for (const at of ['2025-01-05', '2025-03-01T12:00:00.123Z', new Date().toISOString()]) {
    await db.query(insert(at, 'before'))
  }
  await migrate(db)
  const log = makeLogger({ write: () => {} })
  await auditLog(db, log, () => new Date()).record({
    event: 'account',
    outcome: 'done',
    actor: { kind: 'operator', id: 'root' },
  })
  await db.query(insert(new Date().toISOString(), 'of an older version that still serves'))
  const verdict = { writers: 2, unsealed: 0, keyless: 1, otherKey: 0, broken: [], cut: [] }
  expect(await verifyAudit(db, undefined)).toEqual({ events: 5, ...verdict })
  const details = await db.query<{ id: string; detail: string }>(
    'select id::text, detail from audit_events order by id',
    [],
  )
  expect(details.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5'])

  expect(await keepAudit(db, 400, new Date())).toEqual({ months: 0, rows: 2 })
  expect(await verifyAudit(db, undefined)).toEqual({ events: 3, ...verdict })
  await db.close()
})
