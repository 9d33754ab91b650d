import { once } from 'node:events'
import { createServer } from 'node:https'
import { expect, test } from 'playwright/test'
import { selfSigned } from '#e2e/support/self-signed.ts'
import { credentials, startUpstream, type TestUpstream } from '#e2e/support/test-upstream.ts'
import { platformHealth } from './platform-health.ts'
import { upstreamSource } from './upstream-source.ts'
import { dealers, type Desk, json, makeDesk, requestBody, staff } from '../testing/desk.ts'

const TIMEOUT_MS = 1500

let upstream: TestUpstream
let desk: Desk

const settings = (more: Record<string, string> = {}): Record<string, string> => ({
  CUSTOMER_API_URL: upstream.url,
  CUSTOMER_API_USERNAME: credentials.username,
  CUSTOMER_API_PASSWORD: credentials.password,
  CUSTOMER_API_TIMEOUT_MS: String(TIMEOUT_MS),
  CUSTOMER_API_MAX_BYTES: '2000000',
  ...more,
})
const close = async (own: Desk) => {
  await own.deps.source.close()
  await own.db.close()
}

test.beforeAll(async () => {
  upstream = await startUpstream()
  desk = await makeDesk({ env: settings() })
})
test.afterAll(async () => {
  await close(desk)
  await upstream.close()
})
// Each test begins with a platform that nothing is held against.
test.beforeEach(async () => {
  upstream.received.length = 0
  desk.logs.length = 0
  const { config, db, log, source } = desk.deps
  await source.close()
  if (config.upstream !== undefined) desk.deps.source = upstreamSource(config.upstream, db, log)
})

type Body = { errors?: { errorCode?: number; errorTitle?: string; errorMessage?: string }[] }

// One line for each thing that the platform can do: what staff get, its origin, how often the platform is asked.
const lines: [
  fault: string,
  status: number,
  title: string | undefined,
  more?: { retryAfter?: string; calls?: number; kind?: string },
][] = [
  ['204', 204, undefined],
  ['400', 400, 'BAD_DEALER_LIST'],
  ['401-dealer', 401, 'REQUEST_NOT_AUTHORIZED'],
  ['401-other', 401, 'STORE_CLOSED'],
  ['401-credentials', 502, 'WRONG_CREDENTIAL'],
  ['401-html', 502, 'WRONG_CREDENTIAL'],
  ['403', 401, 'REQUEST_NOT_AUTHORIZED'],
  ['404', 404, 'NOT_FOUND'],
  ['429', 429, 'TOO_MANY_REQUESTS', { retryAfter: '7' }],
  ['500-json', 500, 'STORE_OFFLINE'],
  ['500-html', 500, 'UPSTREAM_FAILED'],
  ['500-nothing', 500, 'UPSTREAM_FAILED'],
  ['502', 502, 'UPSTREAM_UNUSABLE'],
  ['503', 503, 'UPSTREAM_DOWN', { retryAfter: '3' }],
  ['504', 504, 'UPSTREAM_TOO_SLOW'],
  ['405', 502, 'METHOD_REFUSED', { kind: 'refused' }],
  ['409', 502, 'UPSTREAM_UNUSABLE', { kind: 'refused' }],
  ['413', 502, 'UPSTREAM_UNUSABLE', { kind: 'refused' }],
  ['teapot', 502, 'UPSTREAM_UNUSABLE', { kind: 'refused' }],
  ['cut-off', 502, 'UPSTREAM_UNUSABLE', { kind: 'malformed' }],
  ['malformed', 502, 'UPSTREAM_UNUSABLE', { kind: 'malformed' }],
  ['no-object', 502, 'UPSTREAM_UNUSABLE', { kind: 'malformed' }],
  ['empty', 502, 'UPSTREAM_UNUSABLE', { kind: 'malformed' }],
  ['html', 502, 'UPSTREAM_UNUSABLE', { kind: 'web-page' }],
  ['bad-bytes', 502, 'UPSTREAM_UNUSABLE', { kind: 'malformed' }],
  ['not-gzip', 502, 'UPSTREAM_UNUSABLE', { kind: 'malformed' }],
  ['zstd', 502, 'UPSTREAM_UNUSABLE', { kind: 'malformed' }],
  ['redirect', 502, 'UPSTREAM_UNUSABLE', { kind: 'web-page' }],
  ['reset', 502, 'UPSTREAM_UNUSABLE'],
  ['half-then-reset', 502, 'UPSTREAM_UNUSABLE'],
  ['silent', 504, 'UPSTREAM_TOO_SLOW'],
  ['dripping', 504, 'UPSTREAM_TOO_SLOW'],
  ['header-drip', 504, 'UPSTREAM_TOO_SLOW'],
  ['too-large', 502, 'UPSTREAM_TOO_LARGE', { kind: 'too-large' }],
  ['gzip-bomb', 502, 'UPSTREAM_TOO_LARGE', { kind: 'too-large' }],
  ['wrong-type', 200, undefined],
  ['gzip', 200, undefined],
  ['deflate', 200, undefined],
  ['br', 200, undefined],
  ['bom', 200, undefined],
  ['errors', 200, 'PARTIAL'],
  ['warnings', 200, undefined],
]
for (const [fault, status, title, { retryAfter, calls = 1, kind } = {}] of lines) {
  test(`the platform's ${fault} is ${status} ${title ?? ''} in time, and the next look-up works`, async () => {
    const response = await desk.lookUp(`fault-${fault}`)
    expect(response.status).toBe(status)
    const text = await response.text()
    expect(text).not.toMatch(/secret-stack-trace|not of the contract/)
    if (title !== undefined) expect((JSON.parse(text) as Body).errors?.[0]?.errorTitle).toBe(title)
    expect(response.headers.get('retry-after')).toBe(retryAfter ?? null)
    if (status >= 400) expect(response.headers.get('x-desk-origin')).toBe('upstream')
    expect(response.headers.get('x-desk-fault')).toBe(kind ?? null)
    expect(response.headers.get('x-request-id')).toBe(upstream.received[0]?.headers['x-request-id'])
    for (const header of ['set-cookie', 'server', 'www-authenticate', 'location'])
      expect(response.headers.get(header)).toBeNull()
    expect(upstream.received).toHaveLength(calls)
    const next = await desk.lookUp('good')
    expect(next.status).toBe(200)
  })
}

test('an answer that cannot be read says where it is broken, and nothing of what stands there', async () => {
  for (const [fault, place] of [
    ['cut-off', 'broken at character 29, where it ends'],
    ['malformed', 'broken at character 17'],
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one look-up after the other
    const response = await desk.lookUp(`fault-${fault}`)
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect(((await response.json()) as Body).errors?.[0]?.errorMessage).toBe(
      `The answer of the dealer platform could not be read (${place}). Try again; if it stays, report the reference of this answer.`,
    )
  }
})

test('what goes up is built anew: checked path, query and body, our credentials, the request id', async () => {
  const cookie = await desk.signIn()
  const body = { ...requestBody([dealers.south.uuid, dealers.north.uuid]), admin: true }
  const init = json('POST', body, { cookie, 'x-forwarded-for': '10.0.0.1', 'user-agent': 'browser', 'x-secret': 'y' })
  const response = await desk.app.request('/customer/v2/customer/good-1?excludeOrderType=true', init)
  expect(response.status).toBe(200)
  const [request] = upstream.received
  expect(request?.path).toBe('/customer/v2/customer/good-1?excludeOrderType=true')
  expect(JSON.parse(request?.body ?? '')).toEqual({
    requesterUserUUID: staff.uuid,
    dealerUUIDList: [dealers.north.uuid, dealers.south.uuid],
  })
  const { host: _, connection: __, 'content-length': ___, ...headers } = request?.headers ?? {}
  expect(headers).toEqual({
    authorization: `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`,
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'content-type': 'application/json',
    'x-request-id': response.headers.get('x-request-id'),
  })
})

test('nothing is sent up for a request that is refused here', async () => {
  await desk.lookUp('a%2Fb')
  await desk.lookUp('x', { body: requestBody([dealers.other.uuid]) })
  await desk.lookUp('x', { body: requestBody([]) })
  await desk.lookUp('x', { headers: {} })
  expect(upstream.received).toEqual([])
})

test('numbers come down digit for digit, cards and rows of other dealers do not', async () => {
  upstream.records.set(
    'exact',
    '{"customerInfo":{"uuid":"exact","id":9223372036854775807},"dealerOrderInfoList":[{"dealer_id":17,"order_amount":12.10,"transactions":[{"ccNumber":"4111 1111 1111 1111"}]},{"dealer_id":18,"order_number":"FOREIGN"}]}',
  )
  const text = await (await desk.lookUp('exact')).text()
  expect(text).toContain('"id":9223372036854775807')
  expect(text).toContain('"order_amount":12.10')
  expect(text).toContain('"ccNumber":"1111"')
  expect(text).not.toMatch(/FOREIGN|4111/)
  expect(desk.logs.join('')).toContain('"rows":1')
})

test('a look-up that the caller gave up is given up upstream too', async () => {
  const gone = new AbortController()
  const init = { ...json('POST', requestBody(), { cookie: await desk.signIn() }), signal: gone.signal }
  const pending = Promise.resolve(desk.app.request('/customer/v2/customer/fault-silent', init)).catch(() => undefined)
  await expect.poll(() => upstream.received.length).toBe(1)
  // As the HTTP server says it: no error, and none of ours.
  gone.abort('the client has gone')
  await upstream.received[0]?.aborted
  await pending
  const [row] = await desk.db.query<{ outcome: string }>(
    `select outcome from audit_events where customer_uuid = 'fault-silent' order by id desc limit 1`,
    [],
  )
  expect(row?.outcome).toBe('given-up')
  expect(desk.logs.map((line) => JSON.parse(line) as { level: number; status?: number })).toContainEqual(
    expect.objectContaining({ level: 30, status: 499, route: '/customer/v2/customer/:customerUUID' }),
  )
})

test('a platform that is down is 503, and a look-up works once it is back', async () => {
  const own = await startUpstream()
  const down = await makeDesk({ env: settings({ CUSTOMER_API_URL: own.url }) })
  await own.close()
  const response = await down.lookUp('good')
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  const back = await startUpstream(own.port)
  expect((await down.lookUp('good')).status).toBe(200)
  await back.close()
  await close(down)
})

test('a platform that fails again and again is left alone for a moment, and readyz says so', async () => {
  for (let n = 0; n < 5; n += 1) expect((await desk.lookUp('fault-500-html')).status).toBe(500)
  const refused = await desk.lookUp('good')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('10')
  expect(upstream.received).toHaveLength(5)
  expect((await desk.app.request('/readyz')).status).toBe(503)
  expect(desk.logs.join('')).toContain('"upstream":"Open"')
})

test('refusals do not count as failures', async () => {
  for (let n = 0; n < 8; n += 1) await desk.lookUp(n % 2 === 0 ? 'fault-400' : 'fault-401-dealer')
  expect((await desk.lookUp('good')).status).toBe(200)
})

test('neither do records that are too large or broken, nor statuses that the contract does not have', async () => {
  for (const fault of ['too-large', 'malformed', 'teapot', '405', 'empty', '413', '409', '404']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is counted
    await desk.lookUp(`fault-${fault}`)
  }
  expect((await desk.lookUp('good')).status).toBe(200)
})

test('a refusal is an answer: faults before and after it are not in a row', async () => {
  for (const fault of ['500-html', '500-html', '500-html', '500-html', '404', '500-html', '500-html']) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await desk.lookUp(`fault-${fault}`)
  }
  expect((await desk.lookUp('good')).status).toBe(200)
})

test('a platform of whose answers every second is a fault is left alone too', async () => {
  // oxlint-disable-next-line no-await-in-loop -- as above
  for (let n = 0; n < 10; n += 1) await desk.lookUp(n % 2 === 0 ? 'good' : 'fault-500-html')
  expect((await desk.lookUp('good')).status).toBe(503)
})

/** The source anew, with a platform that is left alone for so long only. */
function leaveAloneFor(milliseconds: number): void {
  const { config, db, log } = desk.deps
  if (config.upstream === undefined) throw new Error('no upstream')
  desk.deps.source = upstreamSource(config.upstream, db, log, platformHealth(log, milliseconds))
}
const ready = async () => {
  const response = await desk.app.request('/readyz')
  return [response.status, ((await response.json()) as { upstream?: string }).upstream]
}

test('after its rest one look-up tries the platform, and all go on when it is back', async () => {
  leaveAloneFor(1500)
  expect(await ready()).toEqual([200, 'closed'])
  // oxlint-disable-next-line no-await-in-loop -- as above
  for (let n = 0; n < 5; n += 1) await desk.lookUp('fault-500-html')
  expect(await ready()).toEqual([503, 'open'])
  // Whoever sends requests only to what is ready must not wait for one of them.
  await expect.poll(ready, { timeout: 20_000 }).toEqual([200, 'half-open'])
  const trial = desk.lookUp('fault-slow')
  await expect.poll(() => upstream.received.length).toBe(6)
  const meanwhile = await desk.lookUp('good')
  expect([meanwhile.status, meanwhile.headers.get('retry-after')]).toEqual([503, '1'])
  expect((await trial).status).toBe(200)
  expect((await desk.lookUp('good')).status).toBe(200)
  expect(await ready()).toEqual([200, 'closed'])
})

test('a trial that is given up has found nothing out', async () => {
  leaveAloneFor(1500)
  // oxlint-disable-next-line no-await-in-loop -- as above
  for (let n = 0; n < 5; n += 1) await desk.lookUp('fault-500-html')
  await expect.poll(ready, { timeout: 20_000 }).toEqual([200, 'half-open'])
  const gone = new AbortController()
  const trial = desk.lookUp('fault-silent', { signal: gone.signal }).catch(() => undefined)
  await expect.poll(() => upstream.received.length).toBe(6)
  gone.abort('gone')
  await trial
  expect(await ready()).toEqual([503, 'open'])
})

/** A desk with one place towards the platform, and a look-up by somebody who is signed in, so that it asks at once. */
async function makeNarrow(timeoutMs: number) {
  const narrow = await makeDesk({
    env: settings({ CUSTOMER_API_CONCURRENCY: '1', CUSTOMER_API_TIMEOUT_MS: String(timeoutMs) }),
  })
  const headers = { cookie: await narrow.signIn() }
  const lookUp = (uuid: string, signal?: AbortSignal) => narrow.lookUp(uuid, { headers, ...(signal && { signal }) })
  const refused = () => narrow.logs.filter((line) => line.includes('"status":503')).length
  return { lookUp, refused, close: () => close(narrow) }
}

test('whoever gives up while waiting for a place leaves it to the next', async () => {
  const narrow = await makeNarrow(10_000)
  const first = narrow.lookUp('fault-held')
  await expect.poll(() => upstream.received.length).toBe(1)
  const gone = new AbortController()
  const waiting = narrow.lookUp('good', gone.signal).catch(() => undefined)
  // The one seat of the queue is taken.
  expect((await narrow.lookUp('good')).status).toBe(503)
  gone.abort('gone')
  await waiting
  const next = narrow.lookUp('good')
  upstream.release()
  expect([(await first).status, (await next).status]).toEqual([200, 200])
  await narrow.close()
})

test('the wait for a place is part of the time limit, and its end is said by Customer Desk', async () => {
  const narrow = await makeNarrow(1000)
  const busy = narrow.lookUp('fault-held')
  await expect.poll(() => upstream.received.length).toBe(1)
  const response = await narrow.lookUp('good')
  expect([response.status, response.headers.get('x-desk-origin')]).toEqual([503, 'desk'])
  upstream.release()
  await busy
  await narrow.close()
})

test('another customer than the one asked is neither passed on, nor remembered, nor recorded as found', async () => {
  upstream.records.set('asked-a', '{"customerInfo":{"uuid":"someone-else","fname":"Secret","lname":"Person"}}')
  const cookie = await desk.signIn()
  const response = await desk.lookUp('asked-a', { headers: { cookie } })
  expect(await response.text()).toBe('{"customerInfo":{"uuid":"someone-else"}}')
  const recents = await desk.app.request('/api/recent-customers', { headers: { cookie } })
  expect(await recents.text()).not.toMatch(/asked-a|Secret/)
  const [row] = await desk.db.query<{ outcome: string }>(
    `select outcome from audit_events where customer_uuid = 'asked-a'`,
    [],
  )
  expect(row?.outcome).toBe('not-found')
})

test("the platform's own limit counts as a look-up of this person", async () => {
  await desk.lookUp('fault-429')
  const [row] = await desk.db.query<{ outcome: string }>(
    `select outcome from audit_events where customer_uuid = 'fault-429' order by id desc limit 1`,
    [],
  )
  expect(row?.outcome).toBe('refused')
})

test('more look-ups than may wait are refused at once', async () => {
  const narrow = await makeNarrow(10_000)
  const statusOf = async (uuid: string) => (await narrow.lookUp(uuid)).status
  const busy = statusOf('fault-held')
  await expect.poll(() => upstream.received.length).toBe(1)
  const others = ['good', 'good', 'good'].map(statusOf)
  // One of them waits; the others have their answer while the first still has none.
  await expect.poll(() => narrow.refused()).toBe(2)
  upstream.release()
  const statuses = await Promise.all([busy, ...others])
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 503, 503])
  await narrow.close()
})

test('neither credentials nor what the platform says reach a log line or an error', async () => {
  upstream.records.set(
    'logged',
    '{"customerInfo":{"fname":"Canary","lname":"Person"},"dealerOrderInfoList":[{"description":"4111111111111111"}]}',
  )
  const texts = []
  for (const uuid of ['logged', 'fault-reset', 'fault-401-html', 'fault-silent']) {
    const response = await desk.lookUp(uuid)
    texts.push(JSON.stringify([...response.headers]))
    if (response.status >= 400) texts.push(await response.text())
  }
  const all = [...desk.logs, ...texts].join('\n')
  expect(all).not.toMatch(/canary-user|canary-pass|Canary|4111111111111111|secret-stack-trace/)
  expect(all).not.toContain(Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64'))
})

test('a platform whose certificate nobody vouches for is sent nothing', async () => {
  let asked = 0
  const server = createServer(selfSigned, (_incoming, outgoing) => {
    asked += 1
    outgoing.end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const own = await makeDesk({ env: settings({ CUSTOMER_API_URL: `https://localhost:${port}` }) })
  const response = await own.lookUp('good')
  expect(response.status).toBe(502)
  expect(asked).toBe(0)
  expect(own.logs.join('')).toContain('"seen":"DEPTH_ZERO_SELF_SIGNED_CERT"')
  await close(own)
  server.close()
})

test('look-ups share a connection that is kept', async () => {
  const own = await startUpstream()
  const warm = await makeDesk({ env: settings({ CUSTOMER_API_URL: own.url }) })
  for (let n = 0; n < 10; n += 1) expect((await warm.lookUp('good')).status).toBe(200)
  // The second is opened when the first is not back yet.
  expect(own.connections()).toBeLessThanOrEqual(2)
  await close(warm)
  await own.close()
})
