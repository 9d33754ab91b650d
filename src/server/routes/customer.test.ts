import { expect, test } from 'playwright/test'
import { parseExact, printExact } from '#src/contract/exact-json.ts'
import {
  basic,
  customer,
  dealers,
  type Desk,
  errorOf,
  FULL,
  fullCustomer,
  makeDesk,
  requestBody,
  staff,
} from '../testing/desk.ts'

let desk: Desk
test.beforeAll(async () => {
  desk = await makeDesk({
    lines: [
      customer('two-dealers', {
        dealerOrderInfoList: [
          { order_number: 'N', dealer_id: 17, order_type: 'RO' },
          { order_number: 'S', dealer_id: 18, order_type: 'RO' },
          { order_number: 'none', order_type: 'RO' },
          { order_number: 'zero', dealer_id: 0 },
          { order_number: 'unknown', dealer_id: 999 },
        ],
        addressList: [
          { city: 'North', dealerID: 17 },
          { city: 'South', dealerID: 18 },
          { city: 'Nowhere', dealerID: 999 },
        ],
      }),
      customer('of-south', {}, { dealerId: dealers.south.id }),
      customer('messages', {
        errors: [{ errorCode: 5, errorTitle: 'E', errorMessage: 'e' }],
        warnings: [{ warningCode: 10016, warningTitle: 'W' }, {}],
      }),
      customer('cards', {
        dealerOrderInfoList: [
          {
            transactions: ['4111 1111 1111 1111', '4111-1111-1111-1234', 'XXXXXXXXXXXX5678', '99', '', null].map(
              (ccNumber) => ({ ccNumber }),
            ),
          },
        ],
      }),
    ],
  })
})
test.afterAll(() => desk.db.close())

const bodyOf = async (response: Response) =>
  (await response.json()) as Record<string, never[]> & Record<string, unknown>

test('answers every field of the contract as it was imported, int64 to the last digit', async () => {
  const response = await desk.lookUp(FULL)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const text = await response.text()
  expect(sorted(parseExact(text))).toBe(sorted(fullCustomer.body))
  expect(text).toContain('9223372036854775807')
})

test('a customer of no listed dealer is 204 without a body, whether the customer exists or not', async () => {
  for (const uuid of ['nobody', 'of-south']) {
    const response = await desk.lookUp(uuid)
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
  }
})

test('orders of dealers that were not asked are left out; one that names none stays', async () => {
  const body = await bodyOf(await desk.lookUp('two-dealers'))
  const orders = body['dealerOrderInfoList'] as unknown as { order_number: string }[]
  expect(orders.map((order) => order.order_number)).toEqual(['N', 'none', 'zero'])
  const addresses = body['addressList'] as unknown as { city: string }[]
  expect(addresses.map((address) => address.city)).toEqual(['North', 'Nowhere'])
})

test('asking both dealers brings the orders of both', async () => {
  const headers = { cookie: await desk.signIn() }
  const body = requestBody([dealers.south.uuid, dealers.north.uuid, dealers.north.uuid])
  const response = await desk.lookUp('two-dealers', { headers, body })
  const orders = (await bodyOf(response))['dealerOrderInfoList'] as unknown as { order_number: string }[]
  expect(orders.map((order) => order.order_number)).toEqual(['N', 'S', 'none', 'zero'])
})

test('errors and warnings of the record are answered beside it', async () => {
  const body = await bodyOf(await desk.lookUp('messages'))
  expect(body['errors']).toEqual([{ errorCode: 5, errorTitle: 'E', errorMessage: 'e' }])
  expect(body['warnings']).toEqual([{ warningCode: 10016, warningTitle: 'W' }, {}])
})

test('of a card number at most four digits leave, whatever was sent', async () => {
  const text = await (await desk.lookUp('cards')).text()
  expect([...text.matchAll(/"ccNumber": ?(null|"[^"]*")/g)].map((match) => match[1])).toEqual([
    '"1111"',
    '"1234"',
    '"5678"',
    '"99"',
    '""',
    'null',
  ])
  expect(text).not.toMatch(/4111/)
})

for (const [query, isKept] of [
  ['', true],
  ['?excludeOrderType=false', true],
  ['?excludeOrderType=true', false],
] as const) {
  test(`with "${query}" the order type is ${isKept ? 'kept' : 'left out'}`, async () => {
    const body = await bodyOf(await desk.lookUp(FULL, { query }))
    const [order] = body['dealerOrderInfoList'] as unknown as object[]
    expect(Object.hasOwn(order ?? {}, 'order_type')).toBe(isKept)
    expect(Object.hasOwn(order ?? {}, 'order_number')).toBe(true)
  })
}

const badQueries = [
  '?excludeOrderType=1',
  '?excludeOrderType=',
  '?excludeOrderType=TRUE',
  '?excludeOrderType=true&excludeOrderType=false',
]
for (const query of badQueries) {
  test(`${query} is refused with the field's name`, async () => {
    const response = await desk.lookUp(FULL, { query })
    expect(response.status).toBe(400)
    expect((await errorOf(response)).errorMessage).toBe('excludeOrderType must be true or false, once.')
  })
}

const badUUIDs = ['a%20b', '..%2f..%2fadmin', '%00', 'x%3Fy', '%7Babc%7D', 'x'.repeat(129), '%D9%A3']
for (const uuid of badUUIDs) {
  test(`the customer UUID ${uuid.slice(0, 20)} is refused`, async () => {
    const response = await desk.lookUp(uuid)
    expect(response.status).toBe(400)
    expect((await errorOf(response)).errorMessage).toContain('customerUUID must be 1 to 128 characters')
  })
}

const badBodies: [body: unknown, message: string][] = [
  ['', 'The body must be JSON.'],
  ['{', 'The body must be JSON.'],
  ['null', 'The body must be a JSON object.'],
  ['[]', 'The body must be a JSON object.'],
  [{}, 'requesterUserUUID must be text.'],
  [requestBody([]), 'dealerUUIDList must name at least one dealer.'],
  [requestBody(undefined, ''), 'requesterUserUUID must be 1 to 128 characters of A-Z a-z 0-9 - _.'],
  [requestBody('dealer-north'), 'dealerUUIDList must be a list of dealer UUIDs.'],
  [requestBody(null), 'dealerUUIDList must be a list of dealer UUIDs.'],
  [requestBody(['']), 'dealerUUIDList[0] must be 1 to 128 characters of A-Z a-z 0-9 - _.'],
  [requestBody([5]), 'dealerUUIDList[0] must be text.'],
  [requestBody(Array.from({ length: 2001 }, () => 'dealer-north')), 'dealerUUIDList must name at most 2000 dealers.'],
]
for (const [body, message] of badBodies) {
  test(`the body ${JSON.stringify(body).slice(0, 50)} gets: ${message}`, async () => {
    const response = await desk.lookUp(FULL, { body })
    expect(response.status).toBe(400)
    expect(await errorOf(response)).toEqual({ errorCode: 400, errorTitle: 'BAD_REQUEST', errorMessage: message })
  })
}

test('a body that is not declared as JSON is 415, one that is too large 413', async () => {
  const text = await desk.app.request(`/customer/v2/customer/${FULL}`, {
    method: 'POST',
    headers: { ...basic(), 'content-type': 'text/plain' },
    body: JSON.stringify(requestBody()),
  })
  expect(text.status).toBe(415)
  const large = await desk.lookUp(FULL, { body: { ...requestBody(), padding: 'x'.repeat(600_000) } })
  expect(large.status).toBe(413)
})

test('without a session or credentials nothing is said about a customer', async () => {
  for (const headers of [
    {},
    { cookie: 'customer-desk=junk' },
    basic('api', 'wrong'),
    basic('nobody', 'x'),
    { authorization: 'Bearer x' },
  ]) {
    const response = await desk.lookUp(FULL, { headers: headers as Record<string, string> })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBeNull()
    expect(await errorOf(response)).toMatchObject({ errorCode: 100001, errorTitle: 'SIGN_IN_REQUIRED' })
  }
})

test('a dealer that the caller may not see is 401 and named', async () => {
  const response = await desk.lookUp(FULL, { body: requestBody([dealers.north.uuid, dealers.other.uuid]) })
  expect(response.status).toBe(401)
  const error = await errorOf(response)
  expect(error.errorCode).toBe(100004)
  expect(error.errorMessage).toContain(dealers.other.uuid)
  expect(error.errorMessage).not.toContain(dealers.north.uuid)
})

test('a person may only ask as themselves; a service account names any requester', async () => {
  const headers = { cookie: await desk.signIn() }
  const response = await desk.lookUp(FULL, { headers, body: requestBody(undefined, 'somebody-else') })
  expect(response.status).toBe(400)
  expect((await errorOf(response)).errorMessage).toContain('requesterUserUUID')
  expect((await desk.lookUp(FULL, { body: requestBody(undefined, 'somebody-else') })).status).toBe(200)
})

test('every look-up is recorded with who, whom, which dealers and the request id', async () => {
  const headers = { cookie: await desk.signIn() }
  const response = await desk.lookUp('nobody-recorded', { headers })
  const [row] = await desk.db.query<Record<string, unknown>>('select * from audit_events where customer_uuid = $1', [
    'nobody-recorded',
  ])
  expect(row).toMatchObject({
    event: 'look-up',
    actor_kind: 'staff',
    actor_id: staff.uuid,
    actor_name: staff.name,
    requester_uuid: staff.uuid,
    dealer_uuids: [dealers.north.uuid],
    outcome: 'not-found',
    status: 204,
    request_id: response.headers.get('x-request-id'),
  })
})

test('look-ups that are refused or fail are recorded too, one row each', async () => {
  const headers = { cookie: await desk.signIn() }
  const rows = () =>
    desk.db.query<{ outcome: string; status: number; customer_uuid: string | null }>(
      "select outcome, status, customer_uuid from audit_events where event = 'look-up' order by id",
      [],
    )
  const before = (await rows()).length
  await desk.lookUp('bad%20id', { headers })
  await desk.lookUp('recorded-1', { headers, body: '{' })
  await desk.lookUp('recorded-2', { headers, body: requestBody([dealers.other.uuid]) })
  await desk.lookUp('recorded-3', { headers, query: '?excludeOrderType=maybe' })
  await desk.lookUp(FULL, { headers })
  await desk.lookUp(FULL, { headers: { cookie: 'customer-desk=nobody' } })
  expect((await rows()).slice(before)).toEqual([
    { outcome: 'refused', status: 400, customer_uuid: null },
    { outcome: 'refused', status: 400, customer_uuid: 'recorded-1' },
    { outcome: 'refused', status: 401, customer_uuid: 'recorded-2' },
    { outcome: 'refused', status: 400, customer_uuid: 'recorded-3' },
    { outcome: 'found', status: 200, customer_uuid: FULL },
  ])
})

test('the log tells status, route and reference of a look-up and nothing about the customer', async () => {
  desk.logs.length = 0
  const response = await desk.lookUp(FULL)
  const log = desk.logs.join('')
  expect(log).toContain('"route":"/customer/v2/customer/:customerUUID"')
  expect(log).toContain(response.headers.get('x-request-id') ?? 'no id')
  for (const leaf of fullCustomer.leaves.filter((item) => item.kind === 'text' && item.value !== '4242')) {
    expect(log).not.toContain(String(leaf.value))
  }
})

test('other methods are 405', async () => {
  const response = await desk.app.request(`/customer/v2/customer/${FULL}`, { headers: basic() })
  expect(response.status).toBe(405)
})

test('more look-ups in a minute than allowed are 429 with the time to wait, for people only', async () => {
  const limited = await makeDesk({ env: { LOOKUPS_PER_MINUTE: '2' } })
  const headers = { cookie: await limited.signIn() }
  const statuses = []
  for (let n = 0; n < 3; n += 1) {
    limited.clock.now = new Date(limited.clock.now.getTime() + 1000)
    statuses.push((await limited.lookUp('x', { headers })).status)
  }
  expect(statuses).toEqual([204, 204, 429])
  const refused = await limited.lookUp('x', { headers })
  expect(refused.headers.get('retry-after')).toBe('58')
  expect((await limited.lookUp('x')).status).toBe(204)
  limited.clock.now = new Date(limited.clock.now.getTime() + 60_000)
  expect((await limited.lookUp('x', { headers })).status).toBe(204)
  await limited.db.close()
})

test('a look-up that cannot be recorded is not answered', async () => {
  const broken = await makeDesk()
  await broken.db.query('alter table audit_events add constraint never check (false) not valid')
  const response = await broken.lookUp(FULL)
  expect(response.status).toBe(503)
  expect(await errorOf(response)).toMatchObject({ errorTitle: 'NOT_RECORDED' })
  expect(broken.logs.join('')).not.toContain('fname no')
  await broken.db.close()
})

function sorted(value: unknown): string {
  return printExact(sortKeys(value))
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null || value.constructor !== Object) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  )
}
