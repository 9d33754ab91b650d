import { expect, test } from 'playwright/test'
import {
  basic,
  customer,
  dealers,
  type Desk,
  FULL,
  makeDesk,
  requestBody,
  staff,
  TEST_PASSWORD_COST,
} from '../testing/desk.ts'
import { importLines, tryLines } from './import-lines.ts'

let desk: Desk
test.beforeAll(async () => {
  desk = await makeDesk()
})
test.afterAll(() => desk.db.close())

const info = (uuid: string, more = '') => `{"type":"customer","customerInfo":{"uuid":"${uuid}","dealerId":17${more}}}`

const bad: [line: string, reason: RegExp][] = [
  ['{', /^Line 2: is not JSON \(broken at character 2, where it ends\)/],
  ['{"type":"customer","secret":"Jane Doe"', /^Line 2: is not JSON/],
  ['[]', /must be one JSON object/],
  ['5', /must be one JSON object/],
  ['{"type":"car"}', /"type" must be "dealer", "user", "service" or "customer"/],
  ['{"type":"__proto__"}', /"type" must be/],
  ['{"type":"dealer","id":"17","uuid":"d","name":"D"}', /id must be a whole number \(int64\)/],
  ['{"type":"dealer","id":1.5,"uuid":"d","name":"D"}', /id must be a whole number \(int64\)/],
  ['{"type":"dealer","id":9223372036854775808,"uuid":"d","name":"D"}', /id must be a whole number \(int64\)/],
  ['{"type":"dealer","id":1,"uuid":"not a uuid","name":"D"}', /uuid must be 1 to 128 characters/],
  ['{"type":"dealer","id":17,"uuid":"another","name":"D"}', /id 17 belongs to another dealer/],
  ['{"type":"user","uuid":"u","username":"","name":"N","dealerUUIDs":[]}', /username must not be empty/],
  [
    '{"type":"user","uuid":"u","username":"x","name":"N","dealerUUIDs":["nowhere"]}',
    /dealerUUIDs names nowhere, which is no dealer/,
  ],
  ['{"type":"user","uuid":"u","username":"ana","name":"N","dealerUUIDs":[]}', /username ana belongs to another person/],
  ['{"type":"service","username":"s","dealerUUIDs":[]}', /password must be text/],
  ['{"type":"customer"}', /customerInfo.uuid must be there/],
  ['{"type":"customer","customerInfo":{"dealerId":17}}', /customerInfo.uuid must be there/],
  ['{"type":"customer","customerInfo":{"uuid":"c"}}', /customerInfo.dealerId must be there/],
  [
    '{"type":"customer","customerInfo":{"uuid":"c","dealerId":555}}',
    /customerInfo.dealerId is 555, which is no dealer/,
  ],
  [info('c', ',"fname":5'), /customerInfo.fname must be text/],
  [info('c', ',"fname":"\\u0000"'), /must not hold the NUL character/],
  [info('c', ',"fname":"\\ud800"'), /half a surrogate pair/],
  [info('c', ',"vehicles":{}'), /customerInfo.vehicles must be a list/],
  [info('c', ',"vehicles":[null]'), /customerInfo.vehicles\[0\] must be an object/],
  [info('c', ',"vehicles":[{"isValid":"yes"}]'), /customerInfo.vehicles\[0\].isValid must be true or false/],
  [
    '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17},"addressListV2":[{"type":"WORK"}]}',
    /addressListV2\[0\].type must be one of COMMON/,
  ],
  [
    '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17},"addressListV2":[{"updateTS":"2025-02-30T00:00:00Z"}]}',
    /updateTS must be a date-time/,
  ],
  [
    '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17},"errors":[{"errorCode":3000000000}]}',
    /errorCode must be a whole number \(int32\)/,
  ],
  [
    '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17},"dealerOrderInfoList":[{"order_amount":"12"}]}',
    /order_amount must be a number/,
  ],
]
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
/** Passes every look at the contract's fields, and PostgreSQL's JSON or columns do not take it. */
const unstorable: [line: string, reason: RegExp][] = [
  [info('c', ',"id":1.0'), /customerInfo.id must be a whole number \(int64\)/],
  [info('c', ',"id":1e2'), /customerInfo.id must be a whole number \(int64\)/],
  [info('c', ',"fname":"1.0 \\"1.0\\"","id":80000.000'), /customerInfo.id must be a whole number \(int64\)/],
  ['{"type":"dealer","id":30.0,"uuid":"d","name":"D"}', /id must be a whole number \(int64\)/],
  [
    '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17},"errors":[{"errorCode":1.0}]}',
    /errors\[0\].errorCode must be a whole number \(int32\)/,
  ],
  [
    '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17},"addressListV2":[{},{"updateTS":"2025-04-07T07:51:23+16:00"}]}',
    /addressListV2\[1\].updateTS must have an offset of less than 16 hours/,
  ],
  [
    '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17},"dealerOrderInfoList":[{"order_amount":1e-20000}]}',
    /order_amount must have at most 1,000 digits/,
  ],
  [info('c', ',"vehicles":[{},1.0]'), /customerInfo.vehicles\[1\] must be an object/],
  [info('c', ',"extra":1e-20000'), /customerInfo.extra must have at most 1,000 digits/],
  [info('c', ',"extra":1e999999999999'), /customerInfo.extra must have at most 1,000 digits/],
  [info('c', ',"extra":"a\\u0000b"'), /customerInfo.extra must not hold the NUL character/],
  [info('c', ',"extra":[{"deep":"a\\ud83d"}]'), /customerInfo.extra\[0\].deep must not hold .* half a surrogate pair/],
  [info('c', ',"a\\u0000b":1'), /customerInfo has a key that holds the NUL character/],
  [
    info('c', ',"Jane Doe":{"\\udc00":1}'),
    /customerInfo.\(another key\) has a key that holds .* half a surrogate pair/,
  ],
  ['{"type":"dealer","id":30,"uuid":"d","name":"D","extra":"\\u0000"}', /extra must not hold the NUL character/],
  [info('c', `,"extra":${nested(7000)}`), /must not be nested more than 100 deep/],
  [info('c', `,"extra":${nested(200_000)},"long":1.0000000000000000001`), /must not be nested more than 100 deep/],
]
for (const [line, reason] of [...bad, ...unstorable]) {
  const shown = line.length > 200 ? `${line.length} characters` : line
  test(`names the line and the reason of ${shown}`, async () => {
    const failure = await importLines(desk.db, [customer('kept-only-with-the-rest'), line, customer('later')]).then(
      () => '',
      (error: unknown) => String((error as Error).message),
    )
    expect(failure).toMatch(reason)
    expect(failure).toContain('Line 2')
    expect(failure).not.toContain('Jane Doe')
    expect((await desk.lookUp('kept-only-with-the-rest')).status).toBe(204)
  })
}

test('loading a customer again replaces the record whole', async () => {
  await importLines(desk.db, [
    customer('again', { dealerOrderInfoList: [{ order_number: '1' }, { order_number: '2' }] }),
  ])
  await importLines(desk.db, [
    customer('again', { dealerOrderInfoList: [] }),
    '',
    customer('again', {}, { lname: 'Last' }),
  ])
  expect(await (await desk.lookUp('again')).json()).toEqual({
    customerInfo: { uuid: 'again', dealerId: 17, fname: 'Test', lname: 'Last' },
  })
})

test('absent, null and empty come out as they went in', async () => {
  const record = {
    errors: null,
    warnings: [],
    customerInfo: {
      uuid: 'gaps',
      dealerId: 17,
      fname: null,
      lname: '',
      communications: null,
      vehicles: [],
      secondaryCustomerData: [{}, { fname: null }],
    },
    dealerOrderInfoList: [
      { order_number: 'a', transactions: null, dealerOrderStatusFilter: [] },
      { order_number: null, transactions: [], dealerOrderStatusFilter: null },
      {},
    ],
    addressListV2: [{ updateTS: '2025-04-07T09:51:23+02:00' }, { updateTS: null }, {}],
  }
  await importLines(desk.db, [JSON.stringify({ type: 'customer', ...record })])
  expect(await (await desk.lookUp('gaps')).json()).toEqual(record)
})

test('keys that the contract does not know are left out', async () => {
  await importLines(desk.db, [info('extra', ',"ssn":"000","owner":"x","absent":["fname"],"position":9')])
  expect(await (await desk.lookUp('extra')).json()).toEqual({ customerInfo: { uuid: 'extra', dealerId: 17 } })
})

test('a byte order mark before any line is no part of it', async () => {
  await importLines(desk.db, [`\uFEFF${customer('marked-1')}`, `\uFEFF${customer('marked-2')}`, '\uFEFF'])
  expect((await desk.lookUp('marked-1')).status).toBe(200)
  expect((await desk.lookUp('marked-2')).status).toBe(200)
})

test('a customer of a number that the dealer no longer has is named, not refused by the database', async () => {
  const dealer = (id: number) => JSON.stringify({ type: 'dealer', uuid: 'moves', id, name: 'Moves' })
  const of = (uuid: string, dealerId: number) => customer(uuid, {}, { dealerId })
  await importLines(desk.db, [dealer(70), of('moved-1', 70), dealer(71), of('moved-2', 71)])
  await expect(importLines(desk.db, [dealer(72), of('moved-3', 71)])).rejects.toThrow(
    'Line 2: customerInfo.dealerId is 71, which is no dealer',
  )
})

test('what the database refuses at the end leaves everything as it was', async () => {
  await desk.db.query(`alter table customer_records add constraint no_zed check (fname <> 'Zed')`)
  const lines = [customer('zed-1'), '', customer('zed-2', {}, { fname: 'Zed' }), customer('zed-3')]
  await expect(importLines(desk.db, lines)).rejects.toMatchObject({ name: 'QueryFailed', code: '23514' })
  await desk.db.query('alter table customer_records drop constraint no_zed')
  expect((await desk.lookUp('zed-1')).status).toBe(204)
})

test('a dealer that gets another number keeps its customers, and their records say the new one', async () => {
  const dealer = (id: number) => JSON.stringify({ type: 'dealer', id, uuid: 'renumbered', name: 'Moved Motors' })
  await importLines(desk.db, [dealer(501), customer('moved', {}, { dealerId: 501 })])
  await importLines(desk.db, [dealer(502), customer('came-later', {}, { dealerId: 502 })])
  await importLines(desk.db, [
    JSON.stringify({ type: 'service', username: 'mover', password: 'p', dealerUUIDs: ['renumbered'] }),
  ])
  for (const uuid of ['moved', 'came-later']) {
    const response = await desk.lookUp(uuid, { headers: basic('mover', 'p'), body: requestBody(['renumbered']) })
    expect(await response.json()).toMatchObject({ customerInfo: { uuid, dealerId: 502 } })
  }
})

test('accounts that stay as they are keep their sessions and are no change; others lose theirs', async () => {
  const cookie = await desk.signIn()
  const line = (more: object) =>
    JSON.stringify({ type: 'user', ...staff, dealerUUIDs: ['dealer-south', 'dealer-north'], ...more })
  const service = { type: 'service', username: 'api', password: 'service key', dealerUUIDs: [dealers.north.uuid] }
  const changed: string[] = []
  const load = (user: string) =>
    importLines(desk.db, [user, JSON.stringify(service)], {
      passwordCost: TEST_PASSWORD_COST,
      onAccount: async (_tx, what) => void changed.push(what),
    })
  const status = async () => (await desk.app.request('/api/session', { headers: { cookie } })).status
  expect(await load(line({}))).toMatchObject({ users: 1, services: 1 })
  expect(await load(line({ password: undefined }))).toMatchObject({ users: 1 })
  expect([changed, await status()]).toEqual([[], 200])
  await load(line({ name: 'Ana Maria Ruiz' }))
  expect([changed, await status()]).toEqual([['ana with a password dealer-south dealer-north'], 401])
  await load(line({}))
})

test('a dry run says the same, and changes nothing', async () => {
  const lines = ['{"type":"dealer","id":90,"uuid":"dry","name":"Dry"}', customer('dry', {}, { dealerId: 90 })]
  expect(await tryLines(desk.db, lines)).toMatchObject({ dealers: 1, customers: 1 })
  expect((await desk.lookUp('dry')).status).toBe(204)
  await expect(tryLines(desk.db, [...lines, '{'])).rejects.toThrow('Line 3: is not JSON')
  await expect(importLines(desk.db, lines.slice(1))).rejects.toThrow('dealerId is 90, which is no dealer')
})

test('a person keeps the password when the line has none, and loses dealers that it does not name', async () => {
  await importLines(desk.db, [
    JSON.stringify({
      type: 'user',
      uuid: 'staff-1',
      username: 'ana',
      name: 'Ana R.',
      dealerUUIDs: [dealers.south.uuid],
    }),
  ])
  const cookie = await desk.signIn()
  expect(cookie).not.toBe('')
  const response = await desk.lookUp(FULL, { headers: { cookie }, body: requestBody([dealers.north.uuid]) })
  expect(response.status).toBe(401)
})

test('a service account signs in with its new password only', async () => {
  await importLines(desk.db, [
    JSON.stringify({ type: 'service', username: 'api', password: 'changed', dealerUUIDs: [dealers.north.uuid] }),
  ])
  expect((await desk.lookUp(FULL)).status).toBe(401)
  expect((await desk.lookUp(FULL, { headers: basic('api', 'changed') })).status).toBe(200)
})

test('reads line by line: a long file is never in memory as a whole', async () => {
  let isBatchSeen = false
  let ahead = 0
  function* lines() {
    for (let n = 0; n < 1600; n += 1) {
      if (!isBatchSeen) ahead += 1
      yield customer(`many-${n}`)
    }
  }
  const counts = await importLines(desk.db, lines(), { onProgress: () => void (isBatchSeen = true) })
  expect(counts.customers).toBe(1600)
  expect(ahead).toBeLessThanOrEqual(500)
})
