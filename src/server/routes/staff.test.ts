import { expect, test } from 'playwright/test'
import { type StaffAccess, StaffList } from '#src/contract/desk/staff.ts'
import { colleagueLine, type Desk, FULL, makeDesk, requestBody } from '../testing/desk.ts'
import { disableUnused } from '../user/disable-unused.ts'

const boss = { uuid: 'boss', username: 'boss', name: 'Mara =Boss', password: 'boss password', manager: true }
const elsewhere = { uuid: 'far', username: 'far', name: 'Far Away', password: 'far away password' }

let desk: Desk
let cookie = ''
test.beforeEach(async () => {
  desk = await makeDesk({
    lines: [
      colleagueLine,
      JSON.stringify({ type: 'user', ...boss, dealerUUIDs: ['dealer-north'] }),
      JSON.stringify({ type: 'user', ...elsewhere, dealerUUIDs: ['dealer-other'] }),
    ],
  })
  // Everybody got their access long ago.
  await desk.db.query("update staff set access_since = '2025-01-01T00:00:00Z'")
  cookie = await desk.signIn(boss.username, boss.password)
})
test.afterEach(() => desk.db.close())

const get = (path: string, as = cookie) => desk.app.request(path, { headers: { cookie: as } })
const disable = (isDryRun: boolean, recorded: string[] = []) =>
  disableUnused(desk.db, {
    days: 90,
    isDryRun,
    now: desk.clock.now,
    record: async (_tx, username) => void recorded.push(username),
  })
const withAccess = async () =>
  (await desk.db.query<{ username: string }>('select username from staff where not is_disabled order by username')).map(
    ({ username }) => username,
  )

test('managers see who has access to their dealers and when each last looked somebody up', async () => {
  const ana = await desk.signIn()
  expect((await desk.lookUp(FULL, { headers: { cookie: ana }, body: requestBody() })).status).toBe(200)
  const { staff } = StaffList.parse(await (await get('/api/staff')).json())
  const shown = (person: StaffAccess) => [person.username, person.dealerUUIDs, person.lastLookUpAt, person.isUnused]
  expect(staff.map(shown)).toEqual([
    ['ana', ['dealer-north'], '2026-11-23T12:00:00.000Z', false],
    ['ben', ['dealer-north'], null, true],
    ['boss', ['dealer-north'], null, false],
  ])
  const csv = await (await get('/api/staff/csv')).text()
  expect(csv).toContain('Ana Ruiz,ana,staff-1,staff,yes,Northside Motors,2026-11-23T12:00:00.000Z')
  expect(csv).toContain('Ben,ben,s2,staff,yes,Northside Motors,,,yes')
  expect(csv).not.toContain('far')
})

test('nobody else sees it, and each time it is read is in the audit record', async () => {
  const ana = await desk.signIn()
  expect((await get('/api/staff', ana)).status).toBe(403)
  expect((await get('/api/staff/csv', ana)).status).toBe(403)
  await get('/api/staff/csv')
  const rows = await desk.db.query<{ outcome: string }>(
    "select outcome from audit_events where event = 'staff' order by id",
  )
  expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'exported'])
})

test('unused access is ended on command, recorded, and the last manager stays', async () => {
  await desk.signIn()
  desk.clock.now = new Date('2027-03-01T12:00:00Z')
  const recorded: string[] = []
  const dry = await disable(true, recorded)
  expect([dry.length, recorded]).toEqual([5, []])
  expect(dry[0]).toBe('ana (Ana Ruiz) would have no access any more: last used 2026-11-23.')
  expect(await withAccess()).toEqual(['ana', 'ben', 'boss', 'far'])
  const done = await disable(false, recorded)
  expect(recorded).toEqual(['ana', 'ben', 'far'])
  expect(done).toContain('ben (Ben) has no access any more: never used, given 2025-01-01.')
  expect(done).toContain('boss (Mara =Boss) stays, as the last manager: last used 2026-11-23.')
  expect(await withAccess()).toEqual(['boss'])
  expect(await desk.db.query('select 1 from service_accounts where not is_disabled')).toHaveLength(1)
})

test('whoever was let in a while ago only, or has just signed in, keeps the access', async () => {
  await desk.db.query("update staff set access_since = '2026-11-01T00:00:00Z' where username = 'ben'")
  await desk.signIn()
  await disable(false)
  expect(await withAccess()).toEqual(['ana', 'ben', 'boss'])
})
