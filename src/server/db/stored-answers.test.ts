import { expect, test } from 'playwright/test'
import { fullRecord } from '#src/contract/full-record.ts'
import { ExactNumber, parseExact, printExact } from '#src/contract/exact-json.ts'
import { postgresSource } from '../customers/postgres-source.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { initial } from './migrations/001-initial.ts'
import { audit } from './migrations/002-audit.ts'
import { accounts } from './migrations/003-accounts.ts'
import { sealedAudit } from './migrations/004-sealed-audit.ts'

type Values = Record<string, unknown>

/** As the version before stored a row: a column for each field, and which fields were not sent. */
async function insert(db: Database, table: string, row: object): Promise<void> {
  await db.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1::text::jsonb)`, [
    printExact({ absent: [], null_lists: [], ...row }),
  ])
}

async function storeFull(db: Database): Promise<Values> {
  const { body } = fullRecord({
    'customerInfo.uuid': 'all',
    'customerInfo.dealerId': 17,
    'dealerOrderInfoList.dealer_id': 17,
  })
  const sent = body as Record<string, Values[]> & { customerInfo: Record<string, Values[]> }
  const info = sent.customerInfo
  await insert(db, 'customers', info)
  const lists: [table: string, rows: Values[] | undefined][] = [
    ['answer_errors', sent['errors']],
    ['answer_warnings', sent['warnings']],
    ['dealer_orders', sent['dealerOrderInfoList']],
    ['legacy_addresses', sent['addressList']],
    ['communications', info['communications']],
    ['vehicles', info['vehicles']],
    ['secondary_customers', info['secondaryCustomerData']],
    ['addresses', sent['addressListV2']?.map((row) => ({ ...row, update_ts_text: row['updateTS'] }))],
  ]
  for (const [table, rows = []] of lists) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    for (const [index, row] of rows.entries()) await insert(db, table, { ...row, owner: 'all', position: index + 1 })
  }
  const [tender] = (sent['dealerOrderInfoList']?.[0]?.['transactions'] ?? []) as Values[]
  await insert(db, 'transactions', { ...tender, ccNumber: '4242', owner: 'all', order_position: 1, position: 1 })
  Object.assign(tender ?? {}, { ccNumber: '4242' })
  return sent
}

test('customers that were stored field by field are answered as before', async () => {
  const db = await openEmbedded()
  for (const step of [initial, audit, accounts, sealedAudit]) await db.query(step)
  await db.query(`create table schema_version (version integer primary key, migrated_at timestamptz not null default now());
    insert into schema_version (version) select generate_series(1, 4);
    insert into dealers values ('d', 17, 'Northside Motors'), ('e', 18, 'Southside Motors')`)
  const full = await storeFull(db)
  await insert(db, 'customers', {
    uuid: 'bare',
    dealerId: 17,
    absent: ['id', 'fname', 'customerKey', 'errors', 'warnings', 'addressListV2', 'vehicles', 'secondaryCustomerData'],
    null_lists: ['addressList', 'communications'],
  })
  const order = { owner: 'bare', absent: ['order_type', 'transactions'], order_amount: 12.5 }
  await insert(db, 'dealer_orders', { ...order, position: 1, dealer_id: 17 })
  await insert(db, 'dealer_orders', { ...order, position: 2, dealer_id: 18 })
  await db.query("update dealer_orders set order_amount = 90071992547409.93 where owner = 'all'")

  await migrate(db)

  const context = { requestId: '', signal: new AbortController().signal, askedDealerIds: [] }
  const read = async (customerUUID: string, excludeOrderType = false) => {
    const asked = { customerUUID, requesterUserUUID: '', dealerUUIDList: ['d'], excludeOrderType }
    const result = await postgresSource(db).lookUp(asked, context)
    return result.found ? (parseExact(result.body) as Values & { dealerOrderInfoList: Values[] }) : undefined
  }
  const [fullOrder] = full['dealerOrderInfoList'] as Values[]
  const order1 = { ...fullOrder, order_amount: new ExactNumber('90071992547409.93') }
  const expected = {
    ...full,
    dealerOrderInfoList: [order1],
  }
  expect(await read('all')).toEqual(expected)
  const { order_type: _, ...withoutType } = order1 as Values
  expect((await read('all', true))?.dealerOrderInfoList).toEqual([withoutType])

  const bare = await read('bare')
  expect(bare).toMatchObject({
    customerInfo: { uuid: 'bare', dealerId: 17, lname: null, company: null, communications: null },
    addressList: null,
  })
  expect(Object.keys(bare ?? {}).sort()).toEqual(['addressList', 'customerInfo', 'dealerOrderInfoList'])
  expect(Object.keys(bare?.['customerInfo'] ?? {}).sort()).toEqual([
    'communications',
    'company',
    'dealerId',
    'lname',
    'uuid',
  ])
  expect(bare?.dealerOrderInfoList).toHaveLength(1)
  expect(bare?.dealerOrderInfoList[0]).toMatchObject({ dealer_id: 17, order_amount: 12.5 })
  expect(bare?.dealerOrderInfoList[0]).not.toHaveProperty('transactions')
  await db.close()
})
