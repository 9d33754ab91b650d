import { expect, test } from 'playwright/test'
import { RecentCustomers } from '#src/contract/desk/session.ts'
import { colleagueLine, customer, dealers, type Desk, makeDesk, requestBody } from '../testing/desk.ts'

let desk: Desk
test.beforeAll(async () => {
  const lines = Array.from({ length: 25 }, (_, n) => customer(`c${n}`, {}, { fname: `Person ${n}` }))
  desk = await makeDesk({
    lines: [...lines, customer('of-south', {}, { dealerId: 18, fname: 'South' }), colleagueLine],
  })
})
test.afterAll(() => desk.db.close())

test('a name that the database does not take is left out, and neither the others nor the list fail', async () => {
  const cookie = await desk.signIn('ben', 'another password')
  const remember = (customerUUID: string, name: string) =>
    desk.deps.recents.remember('s2', { customerUUID, name, dealerUUIDList: [dealers.north.uuid] })
  remember('first', 'First')
  remember('bad', 'NUL \0')
  remember('good', 'Good')
  remember('good', 'Good again')
  expect((await recent(cookie)).map(({ name }) => name).sort()).toEqual(['First', 'Good again'])
  await desk.app.request('/api/recent-customers', { method: 'DELETE', headers: { cookie } })
})

async function recent(cookie: string) {
  const response = await desk.app.request('/api/recent-customers', { headers: { cookie } })
  expect(response.status).toBe(200)
  return RecentCustomers.parse(await response.json()).customers
}

async function open(cookie: string, uuid: string, dealer: string = dealers.north.uuid, as?: string) {
  desk.clock.now = new Date(desk.clock.now.getTime() + 1000)
  return desk.lookUp(uuid, { headers: { cookie }, body: requestBody([dealer], as) })
}

test('lists the latest twenty found, newest first, each once', async () => {
  const cookie = await desk.signIn()
  for (let n = 0; n < 25; n += 1) await open(cookie, `c${n}`)
  await open(cookie, 'c10')
  await open(cookie, 'not-there')
  const customers = await recent(cookie)
  expect(customers).toHaveLength(20)
  expect(customers.slice(0, 2).map((item) => item.name)).toEqual(['Person 10', 'Person 24'])
  expect(customers.filter((item) => item.customerUUID === 'c10')).toHaveLength(1)
})

test("never shows another person's", async () => {
  const ben = await desk.signIn('ben', 'another password')
  expect(await recent(ben)).toEqual([])
  await open(ben, 'c3', undefined, 's2')
  expect((await recent(ben)).map((item) => item.name)).toEqual(['Person 3'])
})

test('a customer seen through a dealer that was taken away is not named any more', async () => {
  const cookie = await desk.signIn()
  await open(cookie, 'of-south', dealers.south.uuid)
  expect((await recent(cookie))[0]?.name).toBe('South')
  await desk.db.query('delete from staff_dealers where dealer_uuid = $1', [dealers.south.uuid])
  expect((await recent(cookie)).map((item) => item.name)).not.toContain('South')
})

test('can be cleared', async () => {
  const cookie = await desk.signIn()
  await open(cookie, 'c1')
  const response = await desk.app.request('/api/recent-customers', { method: 'DELETE', headers: { cookie } })
  expect(response.status).toBe(204)
  expect(await recent(cookie)).toEqual([])
})

test('needs a sign-in', async () => {
  expect((await desk.app.request('/api/recent-customers')).status).toBe(401)
})
