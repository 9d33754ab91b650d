import { expect, test } from 'playwright/test'
import { AuditEvents } from '#src/contract/desk/audit.ts'
import { type Desk, FULL, json, makeDesk, requestBody, staff } from '../testing/desk.ts'

const boss = { uuid: 'boss', username: 'boss', name: 'Mara Boss', password: 'boss password', manager: true }
const far = { uuid: 'far', username: 'far', name: 'Far Away', password: 'far away password', manager: true }

let desk: Desk
test.beforeEach(async () => {
  desk = await makeDesk({
    env: { UNUSUAL_NOTHING_FOUND: '3', UNUSUAL_TAKEN: '2' },
    lines: [
      JSON.stringify({ type: 'user', ...boss, dealerUUIDs: ['dealer-north'] }),
      JSON.stringify({ type: 'user', ...far, dealerUUIDs: ['dealer-other'] }),
    ],
  })
})
test.afterEach(() => desk.db.close())

const take = (cookie: string, how: unknown, uuid = FULL) =>
  desk.app.request(`/api/customers/${uuid}/taken`, json('POST', { how }, { cookie }))
const marked = async (as: { username: string; password: string }) => {
  const cookie = await desk.signIn(as.username, as.password)
  const { events } = AuditEvents.parse(
    await (await desk.app.request('/api/audit?marked=true', { headers: { cookie } })).json(),
  )
  return events.map(({ event, outcome, actorId, customerUUID, marks }) => [
    event,
    outcome,
    actorId,
    customerUUID,
    marks,
  ])
}

test('exports, prints and raw answers are events of the person who is signed in', async () => {
  const cookie = await desk.signIn()
  for (const how of ['exported', 'printed', 'raw']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as they are told
    expect((await take(cookie, how)).status).toBe(204)
  }
  const rows = await desk.db.query(
    "select outcome, actor_id, customer_uuid from audit_events where event = 'taken' order by id",
  )
  expect(rows).toEqual(
    ['exported', 'printed', 'raw'].map((outcome) => ({ outcome, actor_id: staff.uuid, customer_uuid: FULL })),
  )
  expect((await take('', 'raw')).status).toBe(401)
  expect((await take(cookie, 'photographed')).status).toBe(400)
  expect((await take(cookie, 'raw', 'no.identifier')).status).toBe(400)
})

test('a script cannot fill the record with them', async () => {
  const cookie = await desk.signIn()
  const statuses = []
  for (let times = 0; times < 62; times += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    statuses.push((await take(cookie, 'raw')).status)
  }
  expect(statuses.filter((status) => status === 204)).toHaveLength(60)
  expect(statuses.slice(-2)).toEqual([429, 429])
  desk.clock.now = new Date(desk.clock.now.getTime() + 61_000)
  expect((await take(cookie, 'raw')).status).toBe(204)
})

test('managers of the dealers see what is unusual, each once, and it is counted; nothing is blocked', async () => {
  const cookie = await desk.signIn()
  const ask = (uuid: string) => desk.lookUp(uuid, { headers: { cookie }, body: requestBody() })
  for (const uuid of ['nobody-1', 'nobody-2', 'nobody-3', 'nobody-4']) {
    // oxlint-disable-next-line no-await-in-loop -- the order is what is looked at
    expect((await ask(uuid)).status).toBe(204)
  }
  for (const how of ['exported', 'exported', 'printed', 'raw']) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect((await take(cookie, how)).status).toBe(204)
  }
  expect((await ask(FULL)).status).toBe(200)
  const expected = [
    ['taken', 'printed', staff.uuid, FULL, ['taken-along']],
    ['look-up', 'not-found', staff.uuid, 'nobody-3', ['nothing-found']],
  ]
  expect(await marked(boss)).toEqual(expected)
  desk.clock.now = new Date(desk.clock.now.getTime() + 120_000)
  expect(await marked(boss)).toEqual(expected)
  const metrics = await desk.deps.metrics.registry.metrics()
  const counted = ['nothing-found', 'taken-along', 'many-customers'].map(
    (rule) => new RegExp(`^desk_unusual_look_ups_total\\{rule="${rule}"\\} (\\d+)$`, 'm').exec(metrics)?.[1],
  )
  expect(counted).toEqual(['1', '1', '0'])
  // Those of other dealers see nothing of it.
  expect(await marked(far)).toEqual([])
})
