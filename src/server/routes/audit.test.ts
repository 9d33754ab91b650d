import { expect, test } from 'playwright/test'
import { AuditEvents } from '#src/contract/desk/audit.ts'
import { keepAudit } from '../audit/keep-audit.ts'
import { type Desk, FULL, json, makeDesk, requestBody, staff } from '../testing/desk.ts'

const manager = { uuid: 'boss', username: 'boss', name: 'Mara =Boss', password: 'boss password', manager: true }

let desk: Desk
let boss = ''
test.beforeAll(async () => {
  desk = await makeDesk({
    lines: [JSON.stringify({ type: 'user', ...manager, dealerUUIDs: ['dealer-north'] })],
    env: { TIME_ZONE: 'America/New_York' },
  })
  boss = await desk.signIn(manager.username, manager.password)
})
test.afterAll(() => desk.db.close())

const list = async (query = '', cookie = boss) => {
  const response = await desk.app.request(`/api/audit${query}`, { headers: { cookie } })
  expect(response.status).toBe(200)
  return AuditEvents.parse(await response.json())
}

test('managers find look-ups by person, customer and day on the dealership’s clock', async () => {
  desk.clock.now = new Date('2026-11-24T03:30:00Z') // still the 23rd in New York
  const response = await desk.lookUp(FULL, { headers: { cookie: await desk.signIn() } })
  desk.clock.now = new Date('2026-11-23T12:00:00Z')
  boss = await desk.signIn(manager.username, manager.password)
  const [event] = (await list(`?customer=${FULL}&person=aNa&day=2026-11-23`)).events
  expect(event).toMatchObject({
    at: '2026-11-24T03:30:00.000Z',
    event: 'look-up',
    outcome: 'found',
    status: 200,
    actorKind: 'staff',
    actorId: staff.uuid,
    actorName: staff.name,
    customerUUID: FULL,
    dealerUUIDs: ['dealer-north'],
    requestId: response.headers.get('x-request-id'),
  })
  expect((await list(`?customer=${FULL}&day=2026-11-24`)).events).toEqual([])
  expect((await list('?person=nobody-at-all')).events).toEqual([])
})

test('sign-ins, refused ones and sign-outs are in it, without what was typed as a name that nobody has', async () => {
  await desk.app.request('/api/session', json('POST', { username: 'secret typed as name', password: 'x' }))
  const cookie = await desk.signIn()
  await desk.app.request('/api/session', { method: 'DELETE', headers: { cookie } })
  const { events } = await list()
  const seen = events.map(({ event, outcome, actorKind }) => `${event} ${outcome} ${actorKind}`)
  expect(seen).toEqual(expect.arrayContaining(['sign-in refused unknown', 'sign-in done staff', 'sign-out done staff']))
  expect(JSON.stringify(events)).not.toContain('secret typed as name')
})

test('anybody else is refused, and that is recorded', async () => {
  const cookie = await desk.signIn()
  for (const path of ['/api/audit', '/api/audit/csv']) {
    expect((await desk.app.request(path, { headers: { cookie } })).status).toBe(403)
    expect((await desk.app.request(path)).status).toBe(401)
  }
  const refused = (await list(`?person=${staff.uuid}`)).events.filter(({ event }) => event === 'audit')
  expect(refused.map(({ outcome, status }) => [outcome, status])).toEqual([
    ['refused', 403],
    ['refused', 403],
  ])
})

test('a long record comes in pages, whole and without gaps', async () => {
  for (let n = 0; n < 230; n += 1) {
    await desk.deps.audit.record({
      event: 'account',
      outcome: 'done',
      actor: { kind: 'operator', id: 'root' },
      detail: `many ${n}`,
    })
  }
  const details: (string | null)[] = []
  let before: string | null = null
  for (let pages = 0; pages < 10; pages += 1) {
    const page: Awaited<ReturnType<typeof list>> = await list(before === null ? '' : `?before=${before}`)
    details.push(...page.events.map(({ detail }) => detail))
    before = page.next
    if (before === null) break
  }
  const many = details.filter((detail) => detail?.startsWith('many ') === true)
  expect(many).toEqual(Array.from({ length: 230 }, (_, n) => `many ${229 - n}`))
})

test('the export has every row and no cell that a spreadsheet would run', async () => {
  const response = await desk.app.request('/api/audit/csv?person=boss', { headers: { cookie: boss } })
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-[\d-]+\.csv"$/)
  const bytes = Buffer.from(await response.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head, ...rows] = bytes.toString('utf8').slice(1).trim().split('\r\n')
  expect(head).toMatch(/^at,event,outcome,status,actor kind,actor,/)
  expect(rows.length).toBeGreaterThan(3)
  for (const row of rows) expect(row).not.toMatch(/(?:^|,)[=+@]/)
})

for (const query of [
  '?day=yesterday',
  '?customer=a/b',
  '?before=x',
  `?person=${'x'.repeat(129)}`,
  '?day=2026-02-30',
  '?person=a%00',
]) {
  test(`the query ${query.slice(0, 30)} is 400`, async () => {
    expect((await desk.app.request(`/api/audit${query}`, { headers: { cookie: boss } })).status).toBe(400)
  })
}

test('text in a filter is never SQL or a pattern', async () => {
  for (const person of ["' or 1=1 --", '%', '_', '\\']) {
    expect((await list(`?person=${encodeURIComponent(person)}`)).events).toEqual([])
  }
})

test('rows cannot be changed or taken away, except when they are older than they have to be kept', async () => {
  const refusals = [
    "update audit_events set outcome = 'found'",
    'delete from audit_events',
    'truncate audit_events',
  ].map((sql) => desk.db.query(sql))
  for (const result of await Promise.allSettled(refusals)) expect(result.status).toBe('rejected')

  const day = 86_400_000
  const now = new Date()
  for (const age of [399, 401]) {
    desk.clock.now = new Date(now.getTime() - age * day)
    await desk.deps.audit.record({
      event: 'account',
      outcome: 'done',
      actor: { kind: 'operator', id: 'root' },
      detail: `age ${age}`,
    })
  }
  desk.clock.now = new Date('2026-11-23T12:00:00Z')
  expect(await keepAudit(desk.db, 400, now)).toEqual({ months: 0, rows: 1 })
  const left = await desk.db.query("select detail from audit_events where detail like 'age %'", [])
  expect(left).toEqual([{ detail: 'age 399' }])
})

test('what a look-up asked is kept, whatever became of it', async () => {
  const cookie = await desk.signIn()
  await desk.lookUp('kept-refused', { headers: { cookie }, body: requestBody(['dealer-other']) })
  const [event] = (await list('?customer=kept-refused')).events
  expect(event).toMatchObject({ outcome: 'refused', status: 401, dealerUUIDs: ['dealer-other'] })
})
