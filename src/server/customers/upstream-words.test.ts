import { expect, test } from 'playwright/test'
import { parseExact } from '#src/contract/exact-json.ts'
import { readProblemMessages } from '#src/contract/read-answer.ts'
import { credentials, startUpstream, type TestUpstream } from '#e2e/support/test-upstream.ts'
import { type Desk, makeDesk } from '../testing/desk.ts'
import { upstreamSource } from './upstream-source.ts'

// Promise: what the platform says reaches the person, in whatever shape it says it, and nothing of it is a secret.

let upstream: TestUpstream
let desk: Desk

test.beforeAll(async () => {
  upstream = await startUpstream()
  const env = {
    CUSTOMER_API_URL: upstream.url,
    CUSTOMER_API_USERNAME: credentials.username,
    CUSTOMER_API_PASSWORD: credentials.password,
  }
  desk = await makeDesk({ env })
})
test.afterAll(async () => {
  await desk.deps.source.close()
  await desk.db.close()
  await upstream.close()
})
// Each test begins with a platform that nothing is held against.
test.beforeEach(async () => {
  const { config, db, log, source } = desk.deps
  await source.close()
  if (config.upstream !== undefined) desk.deps.source = upstreamSource(config.upstream, db, log)
})

async function ask(status: number, body: unknown, type = 'application/json') {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body)
  upstream.answers.set('said', { status, type, body: isRaw ? body : JSON.stringify(body) })
  const response = await desk.lookUp('said')
  const text = await response.text()
  return {
    status: response.status,
    text,
    fault: response.headers.get('x-desk-fault'),
    ...readProblemMessages(parseExact(text)),
  }
}

const boom = { errorMessage: 'boom happened' }
const coded = { errorCode: 'E-77', errorMessage: 'boom happened' }
const whole = { errorCode: '12', errorTitle: 'BOOM', errorMessage: 'boom happened' }
const said: [body: object, error: object][] = [
  [{ errors: ['boom happened'] }, boom],
  [{ errors: 'boom happened' }, boom],
  [{ errors: { errorCode: 12, errorTitle: 'BOOM', errorMessage: 'boom happened' } }, whole],
  [{ errors: [{ errorCode: '12', errorTitle: 'BOOM', errorMessage: ['boom happened'] }] }, whole],
  [{ message: 'boom happened', code: 'E-77' }, coded],
  [{ error: { message: 'boom happened', code: 'E-77' } }, coded],
  [{ fault: { faultstring: 'boom happened', detail: { errorcode: 'E-77' } } }, coded],
  [{ title: 'BOOM', detail: 'boom happened', status: 500, code: 12 }, whole],
]
for (const [body, error] of said) {
  test(`${JSON.stringify(body)} is said at 200, 400, 401 and 500`, async () => {
    for (const status of [500, 400, 401, 200]) {
      // oxlint-disable-next-line no-await-in-loop -- one look-up after the other
      const answer = await ask(status, body)
      expect(answer.errors, String(status)).toContainEqual(error)
      // In the contract's shape on its way, a code aside that is no number.
      expect(Object.keys(JSON.parse(answer.text) as object)).toEqual(expect.arrayContaining(['errors']))
    }
  })
}

test('a 401 without a list of errors is about this server, whose sentence comes first', async () => {
  const answer = await ask(401, { message: 'boom happened' })
  expect(answer.status).toBe(502)
  expect(answer.errors).toMatchObject([{ errorTitle: 'WRONG_CREDENTIAL' }, boom])
  expect((await ask(401, { errors: ['boom happened'] })).status).toBe(401)
})

test('plain text is said, a web page is named as one', async () => {
  expect((await ask(500, 'boom happened', 'text/plain')).errors).toEqual([boom])
  const page = await ask(500, '<html><body>boom <b>happened</b></body></html>', 'text/html')
  expect(page.errors).toMatchObject([
    { errorMessage: 'The dealer platform failed and sent a web page in place of an explanation.' },
  ])
  expect(page.text).not.toContain('boom')
})

test('neither the credentials of this server nor a card number comes back in what the platform says', async () => {
  const basic = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')
  const telling = `no ${credentials.username} with ${credentials.password} (Basic ${basic}) paid by 4111 1111 1111 1111`
  for (const body of [telling, { errors: [telling] }, { message: telling }, { warnings: [telling], errors: ['x'] }]) {
    for (const status of [500, 401, 400, 200]) {
      // oxlint-disable-next-line no-await-in-loop -- one look-up after the other
      const { text } = await ask(status, body, typeof body === 'string' ? 'text/plain' : 'application/json')
      expect(text).not.toMatch(/canary|4111/)
      expect(text).not.toContain(basic)
    }
  }
})

test('an answer in another encoding is read letter for letter', async () => {
  const record = '{"customerInfo":{"fname":"Zoë","lname":"Müller"}}'
  for (const [body, charset] of [
    [Buffer.from(record, 'latin1'), 'iso-8859-1'],
    [Buffer.from(record, 'latin1'), 'windows-1252'],
    [Buffer.from(`\uFEFF${record}`, 'utf16le'), 'utf-16'],
    [Buffer.from(record), 'utf-8'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one look-up after the other
    const answer = await ask(200, body, `application/json; charset=${charset}`)
    expect([answer.status, answer.text]).toEqual([200, record])
  }
})

test('an answer whose encoding cannot be read is refused in words, never shown with broken letters', async () => {
  const bytes = Buffer.from('{"customerInfo":{"fname":"Zoë"}}', 'latin1')
  for (const [type, problem] of [
    ['application/json', 'is no valid UTF-8, and names no other encoding'],
    ['application/json; charset=utf-8', 'is not in the encoding that it names (utf-8)'],
    ['application/json; charset=klingon', 'is in an encoding that Customer Desk does not read (klingon)'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one look-up after the other
    const answer = await ask(200, bytes, type)
    expect([answer.status, answer.fault]).toEqual([502, 'malformed'])
    expect(answer.errors[0]?.errorMessage).toContain(`The answer of the dealer platform ${problem}. Try again`)
  }
  expect((await ask(500, bytes)).status).toBe(500)
})

test('a record that is nested too deep is refused, not a failure of this server', async () => {
  const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
  expect((await ask(200, deep)).status).toBe(502)
  expect((await ask(500, deep)).status).toBe(500)
})
