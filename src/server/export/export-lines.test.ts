import { expect, test } from 'playwright/test'
import type { Database } from '../db/database.ts'
import { importLines } from '../import/import-lines.ts'
import { sampleLines } from '../sample/sample-lines.ts'
import { basic, customer, FULL, makeDesk, staff } from '../testing/desk.ts'
import { emptyDatabase } from '../testing/memory-database.ts'
import { type Exported, exportLines } from './export-lines.ts'

const nothing = (): Exported => ({ dealers: 0, users: 0, services: 0, customers: 0, factors: 0 })

async function exported(db: Database, counts = nothing()): Promise<string[]> {
  return db.transaction(async (tx) => {
    const lines: string[] = []
    for await (const line of exportLines(tx, counts)) lines.push(line)
    return lines
  })
}

test('what was exported and imported elsewhere is the same to the last character', async () => {
  const desk = await makeDesk({
    lines: [
      ...[...sampleLines()].filter((line) => !line.includes('"type":"service"')),
      customer('gaps', {
        errors: null,
        addressList: null,
        dealerOrderInfoList: [{}, { order_type: null }, { order_type: 'RO', dealer_id: 18 }, { order_number: 'x' }],
      }),
      customer('links', {}, { secondaryCustomerData: [{}, { guid: 'gaps', fname: '“O’Brien”\\\n' }] }),
      '{"type":"customer","customerInfo":{"uuid":"digits","dealerId":17,"id":9223372036854775807},' +
        '"dealerOrderInfoList":[{"order_amount":12.50,"dealer_id":0},{"order_amount":1.0}]}',
    ],
  })
  const counts = nothing()
  const lines = await exported(desk.db, counts)
  expect(counts).toMatchObject({ dealers: 6, services: 1 })
  expect(counts.customers).toBeGreaterThan(200)

  const elsewhere = await emptyDatabase()
  await importLines(elsewhere, lines)
  expect(await exported(elsewhere)).toEqual(lines)
  for (const table of ['customer_records', 'customer_links', 'customer_orders', 'customer_legacy_addresses']) {
    const rows = `select t::text as row from ${table} t order by 1`
    // oxlint-disable-next-line no-await-in-loop -- one connection each
    expect(await elsewhere.query(rows)).toEqual(await desk.db.query(rows))
  }
  await Promise.all([desk.db.close(), elsewhere.close()])
})

test('people and programs sign in as before, and who is disabled still does not', async () => {
  const from = await makeDesk()
  const before = await (await from.lookUp(FULL)).text()
  await from.db.query('update staff set is_manager = true')
  const lines = await exported(from.db)

  // The same people with other passwords and rights: what is imported counts.
  const to = await makeDesk({
    lines: [
      JSON.stringify({ type: 'user', ...staff, password: 'another password', dealerUUIDs: [] }),
      JSON.stringify({ type: 'service', username: 'api', password: 'another key', dealerUUIDs: [] }),
    ],
  })
  await importLines(to.db, lines)
  expect(await (await to.lookUp(FULL, { headers: basic() })).text()).toBe(before)
  const cookie = await to.signIn()
  const session = await to.app.request('/api/session', { headers: { cookie } })
  expect(await session.json()).toMatchObject({ user: { uuid: staff.uuid }, isManager: true })

  await from.db.query('update staff set is_disabled = true; update service_accounts set is_disabled = true')
  await importLines(to.db, await exported(from.db))
  expect((await to.app.request('/api/session', { headers: { cookie } })).status).toBe(401)
  expect(await to.signIn()).toBe('')
  expect((await to.lookUp(FULL)).status).toBe(401)
  await Promise.all([from.db.close(), to.db.close()])
})

test('a password and its hash together, and a hash of another kind, are refused', async () => {
  const db = await emptyDatabase()
  const user = { type: 'user', uuid: 'u', username: 'ana', name: 'Ana', dealerUUIDs: [] }
  const hash = `scrypt$131072$8$1$${'A'.repeat(22)}$${'A'.repeat(43)}`
  const load = (more: object) => importLines(db, [JSON.stringify({ ...user, ...more })])
  await expect(load({ password: 'p', passwordHash: hash })).rejects.toThrow('passwordHash must not be there beside')
  for (const other of ['', '$2b$10$abc', hash.replace('131072', '131073'), hash.replace('131072', '262144')]) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await expect(load({ passwordHash: other })).rejects.toThrow('passwordHash must be one that npm run export wrote')
  }
  expect(await load({ passwordHash: hash })).toMatchObject({ users: 1 })
  await db.close()
})

test('what npm says before an export is no line of it', async () => {
  const db = await emptyDatabase()
  const dealer = '{"type":"dealer","id":17,"uuid":"d","name":"D"}'
  const says = ['', '> customer-desk@0.1.0 export', '> node scripts/export.mjs', '']
  expect(await importLines(db, [...says, dealer])).toMatchObject({ dealers: 1 })
  await expect(importLines(db, ['> something else', dealer])).rejects.toThrow('Line 1: is not JSON')
  await db.close()
})

test('never more than a page is held, however large the records are', async () => {
  const desk = await makeDesk()
  const text = 'x'.repeat(300_000)
  await importLines(
    desk.db,
    Array.from({ length: 40 }, (_, n) => customer(`large-${n}`, {}, { company: text })),
  )
  const sizes: number[] = []
  await desk.db.transaction(async (tx) => {
    const watched: typeof tx = {
      async query(sql, params) {
        const rows = await tx.query<never>(sql, params)
        sizes.push(JSON.stringify(rows).length)
        return rows
      },
    }
    let lines = 0
    for await (const line of exportLines(watched, nothing())) lines += line.length > 0 ? 1 : 0
    expect(lines).toBeGreaterThan(40)
  })
  expect(sizes.length).toBeGreaterThan(6)
  expect(Math.max(...sizes)).toBeLessThan(5_000_000)
  await desk.db.close()
})
