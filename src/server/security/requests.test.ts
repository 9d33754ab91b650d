import { expect, test } from 'playwright/test'
import { credentials, startUpstream, type TestUpstream } from '#e2e/support/test-upstream.ts'
import { basic, dealers, type Desk, FULL, json, makeDesk, requestBody, staff } from '../testing/desk.ts'

// Promises: no other site can make this server do anything, and no request can make it ask more than it may.

let upstream: TestUpstream
let desk: Desk
let cookie = ''
test.beforeAll(async () => {
  upstream = await startUpstream()
  desk = await makeDesk({
    env: {
      CUSTOMER_API_URL: upstream.url,
      CUSTOMER_API_USERNAME: credentials.username,
      CUSTOMER_API_PASSWORD: credentials.password,
    },
  })
  cookie = await desk.signIn()
})
test.afterAll(async () => {
  await desk.deps.source.close()
  await desk.db.close()
  await upstream.close()
})
test.beforeEach(() => {
  upstream.received.length = 0
})

const path = '/customer/v2/customer/x'
const post = (body: unknown, headers: Record<string, string> = {}, to = path) =>
  desk.app.request(to, json('POST', body, { cookie, ...headers }))

const forgeries: [headers: Record<string, string>, status: number][] = [
  [{ origin: 'https://evil.test' }, 403],
  [{ origin: 'null' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ 'sec-fetch-site': 'none' }, 403],
  [{ 'content-type': 'text/plain' }, 415],
  [{ 'content-type': 'application/x-www-form-urlencoded' }, 415],
  [{ 'content-type': 'multipart/form-data; boundary=x' }, 415],
  [{ host: 'evil.test' }, 421],
  [{ 'x-forwarded-host': 'evil.test' }, 200],
]
for (const [headers, status] of forgeries) {
  test(`a look-up with ${JSON.stringify(headers)} is ${status}`, async () => {
    expect((await post(requestBody(), headers)).status).toBe(status)
    expect(upstream.received).toHaveLength(status === 200 ? 1 : 0)
  })
}

test('signing out by a link or from another site does nothing', async () => {
  await desk.app.request('/api/session/sign-out', { headers: { cookie } })
  const response = await desk.app.request('/api/session', {
    method: 'DELETE',
    headers: { cookie, origin: 'https://evil.test' },
  })
  expect(response.status).toBe(403)
  expect((await desk.app.request('/api/session', { headers: { cookie } })).status).toBe(200)
})

const bodies: [name: string, body: unknown][] = [
  ['no list', { requesterUserUUID: staff.uuid }],
  ['an empty list', requestBody([])],
  ['null', requestBody(null)],
  ['text', requestBody(dealers.north.uuid)],
  ['an empty name', requestBody([''])],
  ['an object', requestBody({})],
  ['a number', requestBody([17])],
  ['a list in a list', requestBody([[dealers.north.uuid]])],
  ['too many', requestBody(Array.from({ length: 2001 }, (_, n) => `d${n}`))],
  ['an array', '[]'],
  ['nothing', ''],
  ['null alone', 'null'],
  ['deep nesting', `${'['.repeat(7000)}${']'.repeat(7000)}`],
]
for (const [name, body] of bodies) {
  test(`a body with ${name} is 400 and nothing is asked`, async () => {
    expect((await post(body)).status).toBe(400)
    expect(upstream.received).toEqual([])
  })
}

test('dealers of somebody else are refused, however they are written, and nothing is asked', async () => {
  const { north, other } = dealers
  for (const list of [[other.uuid], [north.uuid, other.uuid], [north.uuid.toUpperCase()], [`${north.uuid} `]]) {
    expect([400, 401]).toContain((await post(requestBody(list))).status)
  }
  expect(upstream.received).toEqual([])
})

test('a dealer named twice is asked once', async () => {
  expect((await post(requestBody([dealers.north.uuid, dealers.north.uuid]))).status).toBe(200)
  expect(JSON.parse(upstream.received[0]?.body ?? '')).toMatchObject({ dealerUUIDList: [dealers.north.uuid] })
})

test('what goes up was checked: of two keys the one that was looked at, and no key of ours is a prototype', async () => {
  const list = (uuid: string) => `"dealerUUIDList":["${uuid}"]`
  const twice = `{"requesterUserUUID":"${staff.uuid}",${list(dealers.other.uuid)},${list(dealers.north.uuid)}}`
  expect((await post(twice)).status).toBe(200)
  const polluting = `{"__proto__":{"admin":1},"constructor":{"prototype":{"admin":1}},"requesterUserUUID":"${staff.uuid}",${list(dealers.north.uuid)}}`
  expect((await post(polluting)).status).toBe(200)
  for (const { body } of upstream.received) {
    expect(JSON.parse(body)).toEqual({ requesterUserUUID: staff.uuid, dealerUUIDList: [dealers.north.uuid] })
  }
  expect(({} as { admin?: unknown }).admin).toBeUndefined()
})

test('headers that claim an identity change nothing and go nowhere', async () => {
  await post(requestBody(), { 'x-user-id': 'boss', 'x-forwarded-user': 'boss' })
  expect(JSON.stringify(upstream.received[0]?.headers)).not.toContain('boss')
  const forged = await desk.app.request(path, json('POST', requestBody(), { 'x-forwarded-user': staff.uuid }))
  expect(forged.status).toBe(401)
  expect(forged.headers.get('www-authenticate')).toBeNull()
})

for (const uuid of ['..%2f..%2fadmin', '%00', 'x%3Fy', 'x%23y', '%7Bx%7D', '٣٤', 'x'.repeat(129), 'x%0d%0ay']) {
  test(`the identifier ${uuid.slice(0, 20)} is 400 and nothing is asked`, async () => {
    expect((await post(requestBody(), {}, `/customer/v2/customer/${uuid}`)).status).toBe(400)
    expect(upstream.received).toEqual([])
  })
}

for (const query of [
  '?excludeOrderType=1',
  '?excludeOrderType=',
  '?excludeOrderType=true&excludeOrderType=true',
  '?excludeOrderType=TRUE',
]) {
  test(`the query ${query} is 400`, async () => {
    expect((await post(requestBody(), {}, path + query)).status).toBe(400)
  })
}

test('a body that is too large is 413, with and without its length told', async () => {
  const large = JSON.stringify({ ...requestBody(), filler: 'x'.repeat(600_000) })
  expect((await post(large)).status).toBe(413)
  const chunks = new ReadableStream({
    start(controller) {
      for (let at = 0; at < large.length; at += 100_000)
        controller.enqueue(new TextEncoder().encode(large.slice(at, at + 100_000)))
      controller.close()
    },
  })
  const init = { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: chunks, duplex: 'half' }
  expect((await desk.app.request(path, init as RequestInit)).status).toBe(413)
  expect(upstream.received).toEqual([])
})

test('whether a customer exists at another dealer cannot be told', async () => {
  const own = await makeDesk()
  const ask = (uuid: string) => own.lookUp(uuid, { headers: basic(), body: requestBody([dealers.north.uuid]) })
  await own.db.query(`update customer_records set dealer_id = $2 where uuid = $1`, [FULL, dealers.other.id])
  const [theirs, nobody] = [await ask(FULL), await ask('nobody')]
  expect([theirs.status, await theirs.text()]).toEqual([nobody.status, await nobody.text()])
  expect(theirs.status).toBe(204)
  await own.db.close()
})

test('only JSON in UTF-8 is read', async () => {
  for (const type of [
    'text/plain',
    'application/json;charset=utf-7',
    'application/json; charset=utf-16',
    'application/jsonp',
    '',
  ]) {
    expect((await post(requestBody(), { 'content-type': type })).status).toBe(415)
  }
  for (const type of ['application/json', 'Application/JSON; charset=UTF-8', 'application/json;charset="utf-8"']) {
    expect((await post(requestBody(), { 'content-type': type })).status).toBe(200)
  }
})

test('what cannot be done at an address is 405 and says what can', async () => {
  for (const [address, method, allow] of [
    ['/api/session', 'PATCH', 'GET, HEAD, POST, PUT, DELETE'],
    ['/api/audit', 'POST', 'GET, HEAD'],
    [path, 'PROPFIND', 'POST'],
    ['/customers/x', 'PUT', 'GET, HEAD'],
  ] as const) {
    const response = await desk.app.request(address, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
  }
})

test('SQL in a name or a password is text', async () => {
  for (const text of ["' or 1=1 --", "ana'; drop table staff; --", 'ana\\', '%']) {
    const response = await desk.app.request('/api/session', json('POST', { username: text, password: text }))
    expect(response.status).toBe(401)
  }
  expect(await desk.signIn()).not.toBe('')
})
