import { expect, test } from 'playwright/test'
import { colleagueLine, type Desk, errorOf, json, makeDesk } from '../testing/desk.ts'

let desk: Desk
let cookie = ''
test.beforeAll(async () => {
  desk = await makeDesk({
    lines: [colleagueLine],
  })
  cookie = await desk.signIn()
})
test.beforeEach(async () => {
  await desk.app.request('/api/preferences', { method: 'DELETE', headers: { cookie } })
})
test.afterAll(() => desk.db.close())

const kept = async (as = cookie) => (await desk.app.request('/api/preferences', { headers: { cookie: as } })).json()
const keep = (value: unknown, name = 'findings-off') =>
  desk.app.request(`/api/preferences/${name}`, json('PUT', { value }, { cookie }))

test('what a person chose is kept until it is changed or reset, and is nobody else’s', async () => {
  expect(await kept()).toEqual({})
  expect((await keep(['vin', 'dates'])).status).toBe(204)
  expect((await keep(['vin'])).status).toBe(204)
  expect(await kept()).toEqual({ 'findings-off': ['vin'] })
  expect(await kept(await desk.signIn('ben', 'another password'))).toEqual({})
  const reset = await desk.app.request('/api/preferences/findings-off', { method: 'DELETE', headers: { cookie } })
  expect(reset.status).toBe(204)
  expect(await kept()).toEqual({})
})

test('another desk has what was chosen here from its first page on', async () => {
  const chosen = {
    'color-scheme': 'dark',
    dealers: ['dealer-17'],
    'orders-columns': { dealer: true, tag: false },
    'orders-rows': 'compact',
    'orders-page-size': 100,
    'findings-off': ['vin'],
  }
  for (const [name, value] of Object.entries(chosen)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person chooses
    expect((await keep(value, name)).status).toBe(204)
  }
  const other = await desk.signIn()
  expect(await kept(other)).toEqual(chosen)
  const session = await desk.app.request('/api/session', { headers: { cookie: other } })
  expect((await session.json()).preferences).toEqual(chosen)
})

const refused: [name: string, what: string, value: unknown, message: string][] = [
  ['findings-off', 'no list', 'vin', 'must be a list of rules'],
  ['findings-off', 'no name of a rule', ['<b>'], 'must be the name of a rule'],
  ['findings-off', 'too many', Array.from({ length: 51 }, () => 'vin'), 'must name at most 50 rules'],
  ['color-scheme', 'another color', 'sepia', 'must be light or dark'],
  ['dealers', 'no dealer', [], 'must name a dealer'],
  ['orders-columns', 'no names', ['tag'], 'must be columns by name'],
  ['orders-rows', 'other rows', 'airy', 'must be comfortable or compact'],
  ['orders-page-size', 'a size that is not offered', 51, 'must be one of 25, 50, 100, 200'],
]
for (const [name, what, value, message] of refused) {
  test(`${name}: ${what} is refused: ${message}`, async () => {
    const response = await keep(value, name)
    expect(response.status).toBe(400)
    expect((await errorOf(response)).errorMessage).toContain(message)
    expect(await kept()).toEqual({})
  })
}

test('a name that nobody knows is not kept', async () => {
  expect((await keep(['vin'], 'shoe-size')).status).toBe(404)
  expect(await desk.db.query('select 1 from preferences')).toEqual([])
})

test('what another version kept, and this one cannot read, is left out', async () => {
  await desk.db.query(
    `insert into preferences (user_uuid, name, value, updated_at)
     values ('staff-1', 'shoe-size', '9', now()), ('staff-1', 'findings-off', '{"vin": true}', now())`,
  )
  expect(await kept()).toEqual({})
})

test('it goes with the account', async () => {
  await keep(['vin'])
  await desk.db.query(`delete from sessions where staff_uuid = 'staff-1'`)
  await desk.db
    .transaction(async (tx) => {
      await tx.query(`delete from staff where uuid = 'staff-1'`)
      expect(await tx.query('select 1 from preferences')).toEqual([])
      throw new Error('the other tests need the account')
    })
    .catch(() => {})
  cookie = await desk.signIn()
  expect(await kept()).toEqual({ 'findings-off': ['vin'] })
})
