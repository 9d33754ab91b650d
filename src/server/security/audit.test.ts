import { expect, test } from 'playwright/test'
import { auditLog } from '../audit/audit-log.ts'
import type { Queries } from '../db/database.ts'
import { keepAudit } from '../audit/keep-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { importLines } from '../import/import-lines.ts'
import { basic, dealers, type Desk, FULL, json, makeDesk, staff } from '../testing/desk.ts'

// Promises: what people and programs do is in the record, and what is in the record stays as it was written.

let desk: Desk
test.beforeEach(async () => {
  desk = await makeDesk()
})
test.afterEach(() => desk.db.close())

const rows = (where = 'true') =>
  desk.db.query<Record<string, unknown>>(
    `select event, outcome, actor_kind, actor_id, status, detail from audit_events where ${where} order by id`,
    [],
  )

test('a wrong password of a service account is a row, and names the account only where there is one', async () => {
  await desk.lookUp(FULL, { headers: basic('api', 'guess') })
  await desk.lookUp(FULL, { headers: basic('somebody typed this', 'guess') })
  const about = { event: 'sign-in', outcome: 'refused', status: 401, detail: 'service account' }
  expect(await rows()).toEqual([
    { ...about, actor_kind: 'service', actor_id: 'api' },
    { ...about, actor_kind: 'unknown', actor_id: null },
  ])
  expect(JSON.stringify(await desk.db.query('select * from audit_events', []))).not.toContain('somebody typed this')
})

test('guessing the password of a service account is slowed down, and the waits are rows', async () => {
  for (let tries = 0; tries < 10; tries += 1) await desk.lookUp(FULL, { headers: basic('api', `guess ${tries}`) })
  expect((await desk.lookUp(FULL, { headers: basic('api', 'guess') })).status).toBe(429)
  expect((await rows("outcome = 'too-many'")).map((row) => row['actor_id'])).toEqual(['api'])
})

test('accounts that an import adds or changes are rows, without their passwords, in the same transaction', async () => {
  const onAccount = (tx: Queries, what: string) =>
    auditLog(tx, desk.deps.log, desk.deps.now).record({
      event: 'account',
      outcome: 'done',
      actor: { kind: 'operator', id: 'root' },
      detail: what,
    })
  const user = {
    uuid: 'u9',
    username: 'ben',
    name: 'Ben',
    password: 'secret of ben',
    manager: true,
    dealerUUIDs: ['dealer-north'],
  }
  await importLines(desk.db, [JSON.stringify({ type: 'user', ...user })], { onAccount })
  expect((await rows()).map((row) => row['detail'])).toEqual(['ben manager with a password dealer-north'])
})

test('the record is whole as long as nobody touches it, whoever writes at the same time', async () => {
  const writers = [1, 2, 3].map(() => auditLog(desk.db, desk.deps.log, desk.deps.now))
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      writers[n % 3]?.record({
        event: 'look-up',
        outcome: 'found',
        actor: { kind: 'staff', id: staff.uuid, name: 'Ana "quoted" Ruiz' },
        customerUUID: FULL,
        dealerUUIDList: [dealers.north.uuid],
        detail: `n ${n}`,
      }),
    ),
  )
  expect(await verifyAudit(desk.db, undefined)).toEqual({
    ...{ events: 60, writers: 3, unsealed: 0, keyless: 60, otherKey: 0 },
    ...{ broken: [], cut: [] },
  })
  // What a connection is set to changes nothing.
  await desk.db.query("set timezone to 'Asia/Kolkata'")
  expect((await verifyAudit(desk.db, undefined)).broken).toEqual([])
})

const KEY = 'a key that is in no database, anywhere'
const byOperator = (detail: string) =>
  ({ event: 'account', outcome: 'done', actor: { kind: 'operator', id: 'root' }, detail }) as const
const write = async (count: number, key?: string) => {
  const audit = auditLog(desk.db, desk.deps.log, desk.deps.now, key)
  // oxlint-disable-next-line no-await-in-loop -- a statement each
  for (let n = 1; n <= count; n += 1) await audit.record(byOperator(`n ${n}`))
  const [first] = await desk.db.query<{ id: string }>(`select (max(id) - ${count})::text as id from audit_events`, [])
  // Whoever owns the tables can take the trigger away; then the seals still tell.
  await desk.db.query('alter table audit_events disable trigger all')
  return Number(first?.id)
}

for (const key of [undefined, KEY]) {
  const how = key === undefined ? 'without a key' : 'with a key'
  test(`${how}, a row that was changed, or taken out from between others, is named`, async () => {
    const before = await write(6, key)
    await desk.db.query(`update audit_events set detail = 'forged' where id = ${before + 2}`)
    expect((await verifyAudit(desk.db, key)).broken).toEqual([`${before + 2}`])
    await desk.db.query(`update audit_events set detail = 'n 2' where id = ${before + 2}`)
    await desk.db.query(`delete from audit_events where id = ${before + 4}`)
    expect((await verifyAudit(desk.db, key)).broken).toEqual([`${before + 5}`])
  })

  test(`${how}, it is seen when the latest rows were taken away`, async () => {
    const before = await write(4, key)
    expect((await verifyAudit(desk.db, key)).cut).toEqual([])
    await desk.db.query(`delete from audit_events where id > ${before + 2}`)
    expect((await verifyAudit(desk.db, key)).cut).toHaveLength(1)
    await desk.db.query('delete from audit_chains')
    expect((await verifyAudit(desk.db, key)).cut).toHaveLength(1)
  })
}

test('whoever has the database but not the key cannot seal a row that was changed', async () => {
  const before = await write(3, KEY)
  await desk.db.query(`update audit_events set detail = 'forged', key_id = null where id = ${before + 3}`)
  const verdict = await verifyAudit(desk.db, KEY)
  expect(verdict.broken.length + verdict.cut.length).toBeGreaterThan(0)
  expect(await verifyAudit(desk.db, 'quite another key, of as many characters')).toMatchObject({ otherKey: 2 })
})

test('AUDIT_KEY seals what a server writes', async () => {
  const own = await makeDesk({ env: { AUDIT_KEY: KEY } })
  await own.signIn()
  expect(await verifyAudit(own.db, KEY)).toMatchObject({ events: 1, keyless: 0, otherKey: 0, broken: [], cut: [] })
  await own.db.close()
})

test('columns that are added later leave the seals as they are', async () => {
  await write(2, KEY)
  await desk.db.query('alter table audit_events add more text')
  expect(await verifyAudit(desk.db, KEY)).toMatchObject({ broken: [], cut: [] })
})

test('an event that the database does not take fails alone', async () => {
  const { audit } = desk.deps
  const answers = await Promise.allSettled(
    ['n 1', 'a \0', 'n 3', 'n 4'].map((detail) => audit.record(byOperator(detail))),
  )
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(await verifyAudit(desk.db, undefined)).toMatchObject({ broken: [], cut: [] })
})

test('three hundred requests with nonsense for credentials are two rows, with their number', async () => {
  await Promise.all(
    Array.from({ length: 300 }, (_, n) => desk.lookUp(FULL, { headers: { authorization: `Basic nonsense${n}` } })),
  )
  await desk.deps.audit.close()
  const counted = await desk.db.query('select outcome, times from audit_events order by id', [])
  expect(counted).toEqual([
    { outcome: 'refused', times: 1 },
    { outcome: 'refused', times: 299 },
  ])
})

test('the oldest rows may go when their time is over', async () => {
  const before = await write(4)
  await desk.db.query(`delete from audit_events where id <= ${before + 2}`)
  expect(await verifyAudit(desk.db, undefined)).toMatchObject({ broken: [], cut: [] })
})

test('a month that is over for long goes as a whole, and no younger one', async () => {
  await desk.db.query("select make_audit_months('2026-05-10', 2)")
  desk.clock.now = new Date('2026-05-11T00:00:00Z')
  await desk.deps.audit.record(byOperator('in May'))
  desk.clock.now = new Date('2026-06-11T00:00:00Z')
  await desk.deps.audit.record(byOperator('in June'))
  expect(await keepAudit(desk.db, 90, new Date('2026-09-10T00:00:00Z'))).toEqual({ months: 1, rows: 0 })
  expect((await rows()).map((row) => row['detail'])).toEqual(['in June'])
  expect(await verifyAudit(desk.db, undefined)).toMatchObject({ broken: [], cut: [] })
})

test('managers read the record of their own dealers and people, not of other stores', async () => {
  const boss = { uuid: 'boss', username: 'boss', name: 'Boss', password: 'boss password', manager: true }
  const far = { uuid: 'far', username: 'far', name: 'Far', password: 'far password' }
  await importLines(desk.db, [
    JSON.stringify({ type: 'user', ...boss, dealerUUIDs: [dealers.north.uuid] }),
    JSON.stringify({ type: 'user', ...far, dealerUUIDs: [dealers.other.uuid] }),
  ])
  const farCookie = await desk.signIn('far', far.password)
  const ask = (cookie: string, uuid: string, list: string[], requester: string) =>
    desk.lookUp(uuid, { headers: { cookie }, body: { requesterUserUUID: requester, dealerUUIDList: list } })
  await ask(farCookie, 'of-another-store', [dealers.other.uuid], 'far')
  await ask(await desk.signIn(), 'not-allowed', [dealers.other.uuid], staff.uuid)
  await desk.lookUp(FULL)
  const cookie = await desk.signIn('boss', boss.password)
  const response = await desk.app.request('/api/audit', { headers: { cookie } })
  const { events } = (await response.json()) as { events: { actorId: string; customerUUID: string }[] }
  expect(events.map(({ actorId }) => actorId)).not.toContain('far')
  expect(events.map(({ customerUUID }) => customerUUID)).not.toContain('of-another-store')
  // What one's own people tried elsewhere is one's own business.
  expect(events.map(({ customerUUID }) => customerUUID)).toContain('not-allowed')
  // A program's look-up says for whom, and is found by that person.
  const found = await desk.app.request(`/api/audit?person=${staff.username}`, { headers: { cookie } })
  expect(((await found.json()) as { events: object[] }).events).toContainEqual(
    expect.objectContaining({ actorId: 'api', requesterUUID: staff.uuid, customerUUID: FULL }),
  )
})

test('many look-ups at once are no more than the limit', async () => {
  const own = await makeDesk({ env: { LOOKUPS_PER_MINUTE: '3' } })
  const headers = { cookie: await own.signIn() }
  const answers = await Promise.all(Array.from({ length: 20 }, () => own.lookUp(FULL, { headers })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  expect((await own.lookUp(FULL, { headers })).status).toBe(429)
  await own.db.close()
})

test('a session is not opened with a password that was changed while it was checked', async () => {
  const { sessions } = desk.deps
  const opening = sessions.signIn(staff.username, staff.password)
  await desk.db.query("update staff set password_hash = 'scrypt$2$8$1$AAAA$AAAA' where uuid = $1", [staff.uuid])
  expect(await opening).toMatchObject({ isIn: false })
})

test('a session is not opened for an account that was closed while its password was checked', async () => {
  const opening = desk.deps.sessions.signIn(staff.username, staff.password)
  await desk.db.query('update staff set is_disabled = true where uuid = $1', [staff.uuid])
  expect(await opening).toMatchObject({ isIn: false })
})

test('at most two passwords are checked at once; beyond twenty that wait, the rest is asked to come again', async () => {
  // As many names and addresses as tries: nobody is slowed down for guessing.
  const tryOnce = (n: number) =>
    desk.app.request('/api/session', json('POST', { username: `person-${n}`, password: 'x' }))
  const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => tryOnce(n)))
  const busy = answers.filter(({ status }) => status === 503)
  expect(busy.length).toBe(18)
  expect(busy[0]?.headers.get('retry-after')).toBe('5')
  await desk.deps.audit.close()
  expect(await desk.db.query("select times from audit_events where outcome = 'failed' order by id", [])).toEqual([
    { times: 1 },
    { times: 17 },
  ])
})

test('a sign-out that the database does not hear of still takes the session from this browser', async () => {
  const cookie = await desk.signIn()
  desk.deps.sessions.signOut = () => Promise.reject(new Error('away'))
  const response = await desk.app.request('/api/session', { method: 'DELETE', headers: { cookie } })
  expect(response.status).toBe(500)
  expect(response.headers.get('set-cookie')).toContain('Max-Age=0')
  expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
})
