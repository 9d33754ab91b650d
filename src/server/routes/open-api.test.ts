import { expect, test } from 'playwright/test'
import { Messages } from '#src/contract/messages.ts'
import { openApiDocument } from './open-api-document.ts'
import { schemaOf } from '#src/contract/schema.ts'
import { credentials, startUpstream, type TestUpstream } from '#e2e/support/test-upstream.ts'
import { createApp } from '../app.ts'
import { basic, dealers, type Desk, json, makeDesk, requestBody, staff } from '../testing/desk.ts'

// Whoever writes a client from /openapi.json has read of every status that the client will meet.

const manager = { uuid: 'boss', username: 'boss', name: 'Boss', password: 'boss password', manager: true }

let upstream: TestUpstream
let desk: Desk
/** A desk whose database is away. */
let away: Desk
const cookies = { person: '', manager: '', changing: '', guessing: '', nobody: '' }
const newPassword = 'violet kettle drives upstairs'
test.beforeAll(async () => {
  upstream = await startUpstream()
  desk = await makeDesk({
    env: {
      CUSTOMER_API_URL: upstream.url,
      CUSTOMER_API_USERNAME: credentials.username,
      CUSTOMER_API_PASSWORD: credentials.password,
      LOOKUPS_PER_MINUTE: '1',
    },
    lines: [
      JSON.stringify({ type: 'user', ...manager, dealerUUIDs: [dealers.north.uuid] }),
      ...['cho', 'gus'].map((name) =>
        JSON.stringify({
          type: 'user',
          uuid: name,
          username: name,
          name,
          password: staff.password,
          dealerUUIDs: [dealers.north.uuid],
        }),
      ),
    ],
  })
  cookies.person = await desk.signIn()
  cookies.manager = await desk.signIn(manager.username, manager.password)
  cookies.changing = await desk.signIn('cho')
  cookies.guessing = await desk.signIn('gus')
  away = await makeDesk()
  await away.db.close()
})
test.afterAll(async () => {
  await desk.deps.source.close()
  await desk.db.close()
  await upstream.close()
})

type Ask = {
  app?: () => Desk['app']
  path?: string
  as?: keyof typeof cookies
  headers?: Record<string, string>
  body?: unknown
  before?: () => Promise<unknown>
}
/** How each status comes about: what the operation is asked with, and what is different then. */
type Answers = Record<number, Ask>

const ofAnother = { headers: { host: 'evil.test' } }
const fromAnotherSite = { headers: { origin: 'https://evil.test' } }
const tooLarge = { body: 'x'.repeat(600_000) }
const asText = { headers: { 'content-type': 'text/plain' } }
const someCookie = { cookie: `customer-desk=${'A'.repeat(43)}` }
const ofBroken: Ask = { app: () => broken(), headers: someCookie }
const ofAway: Ask = { app: () => away.app, headers: someCookie }
const failures: Answers = { 421: ofAnother, 500: ofBroken, 503: ofAway }
const changing: Answers = { 403: fromAnotherSite, 413: tooLarge, ...failures }
const reading: Answers = { 400: { body: {} }, 415: asText, ...changing }
const auditing: Answers = { 200: {}, 400: { path: '?day=never' }, 401: { as: 'nobody' }, 403: { as: 'person' } }
const toPlatform = (uuid: string): Ask => ({ path: `/customer/v2/customer/${uuid}` })

const operations: Record<string, { plain: Ask; answers: Answers }> = {
  'POST /customer/v2/customer/{customerUUID}': {
    plain: { ...toPlatform('good'), body: requestBody(), headers: basic() },
    answers: {
      200: {},
      204: toPlatform('fault-204'),
      ...reading,
      415: { headers: { ...basic(), ...asText.headers } },
      401: { headers: {} },
      404: toPlatform('fault-404'),
      429: {
        as: 'person',
        headers: {},
        before: () => desk.lookUp('good', { headers: { cookie: cookies.person } }),
      },
      502: toPlatform('fault-502'),
      504: toPlatform('fault-504'),
    },
  },
  'POST /api/session': {
    plain: { body: { username: staff.username, password: staff.password } },
    answers: {
      200: {},
      ...reading,
      401: { body: { username: staff.username, password: 'wrong' } },
      429: {
        body: { username: 'guessed', password: 'wrong' },
        before: async () => {
          // oxlint-disable-next-line no-await-in-loop -- one guess after the other
          for (let guesses = 0; guesses < 10; guesses += 1) await desk.deps.sessions.signIn('guessed', String(guesses))
        },
      },
    },
  },
  'GET /api/session': { plain: { as: 'person' }, answers: { 200: {}, 401: { as: 'nobody' }, ...failures } },
  'PUT /api/session': { plain: { as: 'person' }, answers: { 204: {}, 401: { as: 'nobody' }, ...changing } },
  'DELETE /api/session': { plain: {}, answers: { 204: {}, ...changing } },
  'GET /api/recent-customers': { plain: { as: 'person' }, answers: { 200: {}, 401: { as: 'nobody' }, ...failures } },
  'DELETE /api/recent-customers': {
    plain: { as: 'person' },
    answers: { 204: {}, 401: { as: 'nobody' }, ...changing },
  },
  'GET /api/account': { plain: { as: 'person' }, answers: { 200: {}, 401: { as: 'nobody' }, ...failures } },
  'POST /api/account/password': {
    plain: { as: 'person', body: { currentPassword: newPassword, newPassword } },
    answers: {
      204: { as: 'changing', body: { currentPassword: staff.password, newPassword } },
      ...reading,
      401: { as: 'nobody' },
      429: {
        as: 'guessing',
        before: async () => {
          // oxlint-disable-next-line no-await-in-loop -- one guess after the other
          for (let guesses = 0; guesses < 10; guesses += 1) await desk.deps.sessions.signIn('gus', String(guesses))
        },
      },
    },
  },
  'DELETE /api/account/sessions': {
    plain: { as: 'person' },
    answers: { 204: {}, 401: { as: 'nobody' }, ...changing },
  },
  'DELETE /api/account/sessions/{id}': {
    plain: { as: 'person' },
    answers: { 204: {}, 401: { as: 'nobody' }, ...changing },
  },
  'GET /api/audit': { plain: { as: 'manager' }, answers: { ...auditing, ...failures } },
  'GET /api/audit/csv': { plain: { as: 'manager' }, answers: { ...auditing, ...failures } },
  'GET /healthz': { plain: {}, answers: { 200: {} } },
  'GET /readyz': { plain: {}, answers: { 200: {}, 503: ofAway } },
  'GET /openapi.json': { plain: {}, answers: { 200: {}, 421: ofAnother } },
}

type Documented = { responses: Record<string, { content?: object }> }
const { paths } = openApiDocument() as { paths: Record<string, Record<string, Documented>> }
const documented = new Map<string, Documented['responses']>(
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => [`${method.toUpperCase()} ${path}`, responses]),
  ),
)

/** Where a browser is sent, or sends something by itself. */
const FOR_BROWSERS = ['GET /api/sign-in', 'GET /api/sign-in/callback', 'POST /csp-report']

test('every address of the server is in the document, but those that are for browsers only', () => {
  const routes = desk.app.routes
    .filter(({ path }) => !path.endsWith('*'))
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(routes.filter((route) => !documented.has(route)).toSorted()).toEqual(FOR_BROWSERS)
})

test('every operation is one that is asked below', () => {
  expect([...documented.keys()].toSorted()).toEqual(Object.keys(operations).toSorted())
})

for (const [operation, { plain, answers }] of Object.entries(operations)) {
  test(`${operation} names every status that it can answer`, () => {
    expect(Object.keys(documented.get(operation) ?? {})).toEqual(Object.keys(answers))
  })

  for (const [status, different] of Object.entries(answers)) {
    test(`${operation} answers ${status} as the document says`, async () => {
      const [method = '', template = ''] = operation.split(' ')
      const { app = () => desk.app, path = '', as = 'nobody', headers, body, before } = { ...plain, ...different }
      await before?.()
      const cookie = as === 'nobody' ? {} : { cookie: cookies[as] }
      const all = { ...cookie, ...headers }
      const init = body === undefined ? { method, headers: all } : json(method, body, all)
      const response = await app().request(path.startsWith('/') ? path : template + path, init)
      expect(response.status).toBe(Number(status))
      const types = Object.keys(documented.get(operation)?.[status]?.content ?? {})
      expect(types).toEqual([response.headers.get('content-type')?.split(';')[0]].filter((type) => type !== undefined))
      if (response.status >= 400 && template !== '/readyz') {
        const { errors } = schemaOf(Messages).parse(await response.json()) as { errors: unknown[] }
        expect(errors).toHaveLength(1)
      }
    })
  }
}

/** The same server, but nobody can be found or let in. */
function broken(): Desk['app'] {
  const fail = () => Promise.reject(new Error('broken'))
  return createApp({
    ...desk.deps,
    sessions: { ...desk.deps.sessions, find: fail, signIn: fail, signOut: fail },
  })
}
