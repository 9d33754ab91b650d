import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { createApp } from '../app.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { readConfig } from '../config.ts'
import { assembleDeps, closeDeps, makeLogger } from '../start.ts'
import { json } from '../testing/desk.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate, migrateIn } from './migrate.ts'

const RELEASED = 10
const AUDIT_KEY = 'a key of the record that is long enough'

/** Every row of every table, by table. */
async function contents(db: Database): Promise<Record<string, object[]>> {
  const tables = await db.query<{ name: string }>(
    "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
    [],
  )
  const result: Record<string, object[]> = {}
  for (const { name } of tables) {
    if (name === 'schema_version') continue
    // oxlint-disable-next-line no-await-in-loop -- one connection
    const rows = await db.query<{ row: object }>(
      `select to_jsonb(t) as row from "${name}" t order by to_jsonb(t)::text collate "C"`,
    )
    result[name] = rows.map(({ row }) => row)
  }
  return result
}

test('a database of the version before is opened by this one, and everything is there and of use', async () => {
  const db = await openEmbedded()
  await db.transaction((tx) => migrateIn(tx, RELEASED))
  await db.query(readFileSync(`src/server/testing/schema-${RELEASED}.sql`, 'utf8'))
  const before = await contents(db)
  expect(Object.values(before).flat()).toHaveLength(52)

  expect((await migrate(db)).before).toBe(RELEASED)
  expect(await contents(db)).toMatchObject(before)
  const whole = { events: 11, writers: 2, unsealed: 0, keyless: 0, otherKey: 0, broken: [], cut: [] }
  expect(await verifyAudit(db, AUDIT_KEY)).toEqual(whole)

  const deps = assembleDeps({
    config: readConfig({ TIME_ZONE: 'UTC', AUDIT_KEY, SECOND_FACTOR_KEY: 'the key that both processes have' }),
    databases: { db, audit: db, health: db },
    log: makeLogger({ write: () => {} }),
    now: () => new Date('2026-11-30T01:35:00Z'),
    sampleLinks: undefined,
    files: undefined,
  })
  const app = createApp(deps)
  // A session that was open then goes on.
  const cookie = 'customer-desk=yEGS0Hva1S9dLewmKMwxJXUPIDqbTImIdkNygQ5q-48'
  const get = async (path: string) => (await app.request(path, { headers: { cookie } })).json()
  const dealerUUIDList = ['dealer-north', 'dealer-south']
  const body = { requesterUserUUID: 'staff-1', dealerUUIDList }
  const answer = await app.request('/customer/v2/customer/petra', json('POST', body, { cookie }))
  expect(await answer.text()).toMatch(/"id":9223372036854775807,.*"order_amount":90071992547409\.93,/s)
  expect(await get('/api/preferences')).toEqual({ 'findings-off': ['vin'] })
  expect(await get('/api/recent-customers')).toMatchObject({ customers: [{ name: 'Petra Gray' }] })
  expect(await get('/api/audit?customer=petra')).toMatchObject({ events: [{ id: '12' }, {}, {}] })
  const look = { dealerUUIDList, excludeOrderType: false, parts: {} }
  const looked = await app.request('/api/customers/petra/looks', json('POST', look, { cookie }))
  expect(await looked.json()).toMatchObject({ state: 'compared', lastLookedAt: '2026-11-30T01:23:42.306Z' })

  // Who had a second factor is asked for it, and the codes that were shown then are right.
  const half = await app.request(
    '/api/session',
    json('POST', { username: 'ben', password: 'another violet kettle drives' }),
  )
  const step = half.headers.get('set-cookie')?.split(';')[0] ?? ''
  const code = json('POST', { code: '5h1pvz-s4ne8h-xj3vmr-86wa1d' }, { cookie: step })
  expect((await app.request('/api/session/second-factor', code)).status).toBe(200)
  const service = { authorization: `Basic ${Buffer.from('api:a long key of a program').toString('base64')}` }
  const program = { requesterUserUUID: 'x', dealerUUIDList: ['dealer-north'] }
  expect((await app.request('/customer/v2/customer/petra', json('POST', program, service))).status).toBe(200)
  expect(await verifyAudit(db, AUDIT_KEY)).toMatchObject({ broken: [], cut: [] })
  await closeDeps(deps)
})
