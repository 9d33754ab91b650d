import { createHash } from 'node:crypto'
import { expect, test } from 'playwright/test'
import { SinceLastLook } from '#src/contract/desk/look.ts'
import { purgeLooks } from '../customers/last-looks.ts'
import { colleagueLine, customer, dealers, type Desk, errorOf, json, makeDesk, requestBody } from '../testing/desk.ts'

let desk: Desk
let cookie = ''
test.beforeAll(async () => {
  const uuids = ['first', 'changes', 'again', 'others', 'partial', 'old', 'secret', 'twice', 'two-people']
  desk = await makeDesk({
    env: { SESSION_IDLE_MINUTES: '1440', SESSION_HOURS: '168' },
    lines: [...uuids.map((uuid) => customer(uuid)), colleagueLine],
  })
})
test.beforeEach(async () => {
  cookie = await desk.signIn()
})
test.afterAll(() => desk.db.close())

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)
type Things = Record<string, string>
const things = (all: Things) => Object.entries(all).map(([key, says]) => ({ key: digest(key), digest: digest(says) }))
const parts = (all: Record<string, Things>) =>
  Object.fromEntries(Object.entries(all).map(([part, said]) => [part, things(said)]))

const later = (minutes: number) => {
  desk.clock.now = new Date(desk.clock.now.getTime() + minutes * 60_000)
}

type More = { dealers?: string[]; excludeOrderType?: boolean; as?: string; cookie?: string }

/** Looks the customer up and says what is seen of them, as the page does. */
async function look(uuid: string, seen: Record<string, Things>, more: More = {}) {
  const { dealers: asked = [dealers.north.uuid], excludeOrderType = false } = more
  const headers = { cookie: more.cookie ?? cookie }
  expect((await desk.lookUp(uuid, { headers, body: requestBody(asked, more.as) })).status).toBe(200)
  const body = { dealerUUIDList: asked, excludeOrderType, parts: parts(seen) }
  const response = await desk.app.request(`/api/customers/${uuid}/looks`, json('POST', body, headers))
  expect(response.status).toBe(200)
  return SinceLastLook.parse(await response.json())
}

const nothing = { added: [], changed: [], gone: [] }

test('a first look has nothing to compare with, nor has a reload a moment later', async () => {
  expect(await look('first', { orders: { R1: 'open' } })).toEqual({ state: 'first', ...nothing })
  later(9)
  expect(await look('first', { orders: { R1: 'closed' } })).toEqual({ state: 'first', ...nothing })
})

test('what is new, changed and gone since the last visit is named by its key', async () => {
  await look('changes', { orders: { R1: 'open', R2: 'open', R3: 'open' }, addresses: { A: 'Oak' } })
  const lastLookedAt = desk.clock.now.toISOString()
  later(60)
  const now = { orders: { R4: 'open', R2: 'open', R1: 'closed' }, addresses: { A: 'Oak' } }
  const since = {
    state: 'compared',
    lastLookedAt,
    added: [{ part: 'orders', key: digest('R4') }],
    changed: [{ part: 'orders', key: digest('R1') }],
    gone: [{ part: 'orders', count: 1 }],
  }
  expect(await look('changes', now)).toEqual(since)
  later(9)
  // A reload belongs to the same visit.
  expect(await look('changes', now)).toEqual(since)
  later(11)
  expect(await look('changes', now)).toMatchObject({ state: 'compared', ...nothing })
})

test('another order of things is no change', async () => {
  await look('again', { orders: { R1: 'a', R2: 'b', R3: 'c' } })
  later(30)
  expect(await look('again', { orders: { R3: 'c', R1: 'a', R2: 'b' } })).toMatchObject({
    state: 'compared',
    ...nothing,
  })
})

test('other dealers or kinds of orders cannot be compared, and each keeps its own', async () => {
  const both = { dealers: [dealers.north.uuid, dealers.south.uuid] }
  await look('others', { orders: { R1: 'a' } })
  const lastLookedAt = desk.clock.now.toISOString()
  later(30)
  expect(await look('others', { orders: { R1: 'a', S1: 'b' } }, both)).toEqual({
    state: 'not-comparable',
    lastLookedAt,
    ...nothing,
  })
  expect((await look('others', { orders: { R1: 'x' } }, { excludeOrderType: true })).state).toBe('not-comparable')
  later(30)
  expect(await look('others', { orders: { R1: 'a' } })).toMatchObject({ state: 'compared', ...nothing })
  const turned = { dealers: [dealers.south.uuid, dealers.north.uuid] }
  expect((await look('others', { orders: { R1: 'a', S1: 'b' } }, turned)).state).toBe('compared')
})

test('a part that could not be read is not gone, and is compared again when it can be read', async () => {
  await look('partial', { orders: { R1: 'a' }, vehicles: { V: 'Honda' } })
  later(30)
  expect(await look('partial', { vehicles: { V: 'Honda' } })).toMatchObject(nothing)
  later(30)
  expect(await look('partial', { orders: { R1: 'b' }, vehicles: {} })).toMatchObject({
    changed: [{ part: 'orders', key: digest('R1') }],
    gone: [{ part: 'vehicles', count: 1 }],
  })
})

test('after 30 days it was a first look again, and nothing of it is kept', async () => {
  await look('old', { orders: { R1: 'a' } })
  later(31 * 24 * 60)
  cookie = await desk.signIn()
  expect((await look('old', { orders: { R1: 'a' } })).state).toBe('first')
  later(31 * 24 * 60)
  await purgeLooks(desk.db, 30, desk.clock.now)
  expect(await desk.db.query('select 1 from last_looks')).toEqual([])
})

test('each person has their own', async () => {
  await look('two-people', { orders: { R1: 'a' } })
  later(30)
  const ben = await desk.signIn('ben', 'another password')
  expect((await look('two-people', { orders: { R1: 'a' } }, { cookie: ben, as: 's2' })).state).toBe('first')
})

test('what is stored is neither a value nor a digest of one, and the same thing is stored differently each time', async () => {
  await look('secret', { contacts: { 'phone-7': '+16145550117' } })
  await look('twice', { contacts: { 'phone-7': '+16145550117' } })
  const rows = await desk.db.query<{ latest: { contacts: Record<string, string> } }>(
    `select latest from last_looks where customer_uuid in ('secret', 'twice')`,
  )
  const stored = rows.map(({ latest }) => Object.entries(latest.contacts).flat())
  expect(stored.map((texts) => texts.length)).toEqual([2, 2])
  expect(new Set(stored.flat()).size).toBe(4)
  for (const text of ['phone-7', '+16145550117', digest('phone-7'), digest('+16145550117')]) {
    expect(JSON.stringify(rows)).not.toContain(text)
  }
})

test('what is no digest is refused', async () => {
  const body = {
    dealerUUIDList: [dealers.north.uuid],
    excludeOrderType: false,
    parts: { contacts: [{ key: digest('phone-7'), digest: '+16145550117' }] },
  }
  const response = await desk.app.request('/api/customers/first/looks', json('POST', body, { cookie }))
  expect(response.status).toBe(400)
  expect((await errorOf(response)).errorMessage).toContain('must be a digest of 16 characters')
})

test('nothing is kept of a customer whom the person did not look up, nor for a dealer that is not theirs', async () => {
  const body = (dealer: string) => ({ dealerUUIDList: [dealer], excludeOrderType: false, parts: {} })
  const ask = (dealer: string) =>
    desk.app.request('/api/customers/never-looked-up/looks', json('POST', body(dealer), { cookie }))
  expect(await (await ask(dealers.north.uuid)).json()).toEqual({ state: 'first', ...nothing })
  expect((await ask(dealers.other.uuid)).status).toBe(401)
  expect(await desk.db.query(`select 1 from last_looks where customer_uuid = 'never-looked-up'`)).toEqual([])
})
