import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'playwright/test'
import type { AddFactor } from '#src/contract/desk/second-factor.ts'
import { Messages } from '#src/contract/messages.ts'
import { openApiDocument } from './open-api-document.ts'
import { schemaOf } from '#src/contract/schema.ts'
import { credentials, startUpstream, type TestUpstream } from '#e2e/support/test-upstream.ts'
import { createApp } from '../app.ts'
import { softwarePasskey } from '../testing/authenticator.ts'
import { basic, dealers, type Desk, json, makeDesk, requestBody, staff } from '../testing/desk.ts'

// Whoever writes a client from /openapi.json has read of every status that the client will meet.

const manager = { uuid: 'boss', username: 'boss', name: 'Boss', password: 'boss password', manager: true }

const factorEnv = { SECOND_FACTOR_KEY: 'a key of the tests, long enough for it', PUBLIC_URL: 'http://localhost:3000' }
const SITE = { id: 'localhost', origin: factorEnv.PUBLIC_URL }
const person = (name: string) => {
  const { password } = staff
  return JSON.stringify({ type: 'user', uuid: name, username: name, name, password, dealerUUIDs: [dealers.north.uuid] })
}

let upstream: TestUpstream
let desk: Desk
/** Desks without second factors, with a required one, without local accounts, and one whose database is away. */
let off: Desk
let strict: Desk
let provided: Desk
let away: Desk
let passkey: ReturnType<typeof softwarePasskey>
const cookies = {
  person: '',
  manager: '',
  changing: '',
  guessing: '',
  factors: '',
  halfway: '',
  setUp: '',
  off: '',
  nobody: '',
}
const newPassword = 'violet kettle drives upstairs'
test.beforeAll(async () => {
  upstream = await startUpstream()
  desk = await makeDesk({
    env: {
      CUSTOMER_API_URL: upstream.url,
      CUSTOMER_API_USERNAME: credentials.username,
      CUSTOMER_API_PASSWORD: credentials.password,
      LOOKUPS_PER_MINUTE: '1',
      ...factorEnv,
    },
    lines: [
      JSON.stringify({ type: 'user', ...manager, dealerUUIDs: [dealers.north.uuid] }),
      ...['cho', 'gus', 'fay', 'hal'].map(person),
    ],
  })
  cookies.person = await desk.signIn()
  cookies.manager = await desk.signIn(manager.username, manager.password)
  cookies.changing = await desk.signIn('cho')
  cookies.guessing = await desk.signIn('gus')
  cookies.factors = await desk.signIn('fay')
  passkey = await addFactors()
  cookies.halfway = await half(desk, 'hal')
  off = await makeDesk({ env: { SECOND_FACTOR: 'off' } })
  cookies.off = await off.signIn()
  strict = await makeDesk({ env: { ...factorEnv, SECOND_FACTOR: 'required' }, lines: [person('sue')] })
  cookies.setUp = await half(strict, staff.username)
  provided = await makeDesk({
    env: {
      LOCAL_ACCOUNTS: 'false',
      OIDC_ISSUER: 'https://id.example.test',
      OIDC_CLIENT_ID: 'x',
      OIDC_CLIENT_SECRET: 'x',
    },
  })
  away = await makeDesk({ env: factorEnv })
  await away.db.close()
})
test.afterAll(async () => {
  await desk.deps.source.close()
  for (const { db } of [desk, off, strict, provided]) await db.close()
  await upstream.close()
})

type Ask = {
  app?: () => Desk['app']
  path?: string
  as?: keyof typeof cookies
  headers?: Record<string, string>
  body?: unknown
  /** What has to be done first, and what is asked with because of it. */
  before?: () => Promise<unknown>
}
/** How each status comes about: what the operation is asked with, and what is different then. */
type Answers = Record<number, Ask>

/** The cookie of a sign-in that lacks its second step. */
async function half({ app }: Desk, username: string): Promise<string> {
  const response = await app.request('/api/session', json('POST', { username, password: staff.password }))
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** What an app shows at the desk's time, or so many steps later. */
const codeOf = ({ clock }: Desk, secret = '', steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.now.getTime() + steps * 30_000 })
let secret = ''

/** Gives one person an app and a passkey. */
async function addFactors() {
  const own = desk.deps.secondFactor?.own
  const made = softwarePasskey(SITE)
  secret = (await own?.begin('hal', 'app', SITE))?.app?.secret ?? ''
  await own?.add('hal', { code: codeOf(desk, secret) }, SITE)
  const options = (await own?.begin('hal', 'passkey', SITE))?.passkey ?? { challenge: '' }
  await own?.add('hal', { passkey: made.make(options) as AddFactor['passkey'] }, SITE)
  return made
}
const begunPasskey = async () => {
  const response = await desk.app.request('/api/session/passkey/begin', { method: 'POST' })
  const { passkey: options } = (await response.json()) as { passkey: { challenge: string } }
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { headers: { cookie }, body: { passkey: passkey.show(options) } }
}
const beginOf = async ({ app }: Desk, path: string, cookie: string) => {
  const response = await app.request(path, json('POST', { kind: 'app' }, { cookie }))
  return ((await response.json()) as { app: { secret: string } }).app.secret
}
const guess = async (username: string) => {
  for (let guesses = 0; guesses < 10; guesses += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one guess after the other
    await desk.deps.sessions.signIn(username, String(guesses)).catch(() => undefined)
  }
}
const guessCodes = async () => {
  const shown = { staffUUID: 'hal', username: 'hal', address: undefined }
  for (let guesses = 0; guesses < 10; guesses += 1) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await desk.deps.secondFactor?.check.code(shown, '000000').catch(() => undefined)
  }
}

const takeMuch = async () => {
  for (let times = 0; times < 60; times += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await desk.app.request('/api/customers/good/taken', json('POST', { how: 'raw' }, { cookie: cookies.person }))
  }
}

const ofAnother = { headers: { host: 'evil.test' } }
const fromAnotherSite = { headers: { origin: 'https://evil.test' } }
const tooLarge = { body: 'x'.repeat(600_000) }
const asText = { headers: { 'content-type': 'text/plain' } }
const someCookie = { cookie: `customer-desk=${'A'.repeat(43)}; customer-desk-step=${'A'.repeat(43)}` }
const ofBroken: Ask = { app: () => broken(), headers: someCookie }
const ofAway: Ask = { app: () => away.app, headers: someCookie }
const failures: Answers = { 421: ofAnother, 500: ofBroken, 503: ofAway }
const changing: Answers = { 403: fromAnotherSite, 413: tooLarge, ...failures }
const reading: Answers = { 400: { body: {} }, 415: asText, ...changing }
const managing: Answers = { 200: {}, 401: { as: 'nobody' }, 403: { as: 'person' } }
const auditing: Answers = { ...managing, 400: { path: '?day=never' } }
const looksAt = (uuid: string): Ask => ({ path: `/api/customers/${uuid}/looks` })
const preferenceAt = (name: string): Ask => ({ path: `/api/preferences/${name}` })
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
      404: { app: () => provided.app },
      429: {
        body: { username: 'guessed', password: 'wrong' },
        before: () => guess('guessed'),
      },
    },
  },
  'GET /api/session': { plain: { as: 'person' }, answers: { 200: {}, 401: { as: 'nobody' }, ...failures } },
  'PUT /api/session': { plain: { as: 'person' }, answers: { 204: {}, 401: { as: 'nobody' }, ...changing } },
  'DELETE /api/session': { plain: {}, answers: { 204: {}, ...changing } },
  'POST /api/session/second-factor/begin': {
    plain: { as: 'halfway' },
    answers: { 200: {}, 400: { app: () => off.app }, 401: { as: 'nobody' }, ...changing },
  },
  'POST /api/session/second-factor': {
    plain: { as: 'halfway', body: { code: '000000' } },
    answers: {
      200: {
        before: async () => ({
          headers: { cookie: await half(desk, 'hal') },
          body: { code: codeOf(desk, secret, 1) },
        }),
      },
      ...reading,
      401: {},
      429: { before: guessCodes },
    },
  },
  'POST /api/session/passkey/begin': { plain: {}, answers: { 200: {}, 400: { app: () => off.app }, ...changing } },
  'POST /api/session/passkey': {
    plain: { body: { passkey: softwarePasskey(SITE).show({ challenge: 'none' }) } },
    answers: { 200: { before: () => begunPasskey() }, ...reading, 401: {} },
  },
  'POST /api/session/set-up/begin': {
    plain: { app: () => strict.app, as: 'setUp', body: { kind: 'app' } },
    answers: { 200: {}, ...reading, 401: { as: 'nobody' } },
  },
  'POST /api/session/set-up': {
    plain: { app: () => strict.app, as: 'setUp', body: { code: '000000' } },
    answers: {
      200: {
        before: async () => {
          const cookie = await half(strict, 'sue')
          return {
            headers: { cookie },
            body: { code: codeOf(strict, await beginOf(strict, '/api/session/set-up/begin', cookie)) },
          }
        },
      },
      ...reading,
      401: { as: 'nobody' },
    },
  },
  'GET /api/recent-customers': { plain: { as: 'person' }, answers: { 200: {}, 401: { as: 'nobody' }, ...failures } },
  'DELETE /api/recent-customers': {
    plain: { as: 'person' },
    answers: { 204: {}, 401: { as: 'nobody' }, ...changing },
  },
  'POST /api/customers/{customerUUID}/looks': {
    plain: {
      ...looksAt('good'),
      as: 'person',
      body: { dealerUUIDList: [dealers.north.uuid], excludeOrderType: false, parts: {} },
    },
    answers: {
      200: {},
      ...reading,
      413: { body: 'x'.repeat(1_100_000) },
      401: { as: 'nobody' },
    },
  },
  'POST /api/customers/{customerUUID}/taken': {
    plain: { path: '/api/customers/good/taken', as: 'person', body: { how: 'printed' } },
    answers: {
      204: {},
      ...reading,
      401: { as: 'nobody' },
      429: { before: takeMuch },
    },
  },
  'GET /api/preferences': { plain: { as: 'person' }, answers: { 200: {}, 401: { as: 'nobody' }, ...failures } },
  'DELETE /api/preferences': { plain: { as: 'person' }, answers: { 204: {}, 401: { as: 'nobody' }, ...changing } },
  'PUT /api/preferences/{name}': {
    plain: { ...preferenceAt('findings-off'), as: 'person', body: { value: [] } },
    answers: { 204: {}, ...reading, 401: { as: 'nobody' }, 404: preferenceAt('shoe-size') },
  },
  'DELETE /api/preferences/{name}': {
    plain: { ...preferenceAt('findings-off'), as: 'person' },
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
        before: () => guess('gus'),
      },
    },
  },
  'POST /api/account/confirmation': {
    plain: { as: 'person', body: { password: staff.password } },
    answers: { 204: {}, ...reading, 401: { as: 'nobody' }, 429: { as: 'guessing', before: () => guess('gus') } },
  },
  'POST /api/account/factors/begin': {
    plain: { as: 'factors', body: { kind: 'app' } },
    answers: { 200: {}, ...reading, 401: { as: 'nobody' } },
  },
  'POST /api/account/factors': {
    plain: { as: 'factors', body: { code: '000000' } },
    answers: {
      200: {
        before: async () => ({
          body: { code: codeOf(desk, await beginOf(desk, '/api/account/factors/begin', cookies.factors)) },
        }),
      },
      ...reading,
      401: { as: 'nobody' },
    },
  },
  'PUT /api/account/factors/{id}': {
    plain: { as: 'factors', body: { name: 'Work phone' } },
    answers: {
      204: {
        before: async () => ({
          path: `/api/account/factors/${(await desk.deps.secondFactor?.own.read('fay'))?.factors[0]?.id}`,
        }),
      },
      ...reading,
      401: { as: 'nobody' },
    },
  },
  'DELETE /api/account/factors/{id}': {
    plain: { as: 'factors' },
    answers: { 204: {}, 400: { app: () => off.app, as: 'off' }, 401: { as: 'nobody' }, ...changing },
  },
  'POST /api/account/recovery-codes': {
    plain: { as: 'factors' },
    answers: { 200: {}, 400: { app: () => off.app, as: 'off' }, 401: { as: 'nobody' }, ...changing },
  },
  'DELETE /api/account/sessions': {
    plain: { as: 'person' },
    answers: { 204: {}, 401: { as: 'nobody' }, ...changing },
  },
  'DELETE /api/account/sessions/{id}': {
    plain: { as: 'person' },
    answers: { 204: {}, 401: { as: 'nobody' }, ...changing },
  },
  'GET /api/staff': { plain: { as: 'manager' }, answers: { ...managing, ...failures } },
  'GET /api/staff/csv': { plain: { as: 'manager' }, answers: { ...managing, ...failures } },
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
      const asked: Ask = { ...plain, ...different }
      const made = (await asked.before?.()) as Ask | undefined
      const { app = () => desk.app, path = '', as = 'nobody', headers, body } = { ...asked, ...made }
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
  const { secondFactor } = desk.deps
  return createApp({
    ...desk.deps,
    secondFactor: secondFactor && {
      ...secondFactor,
      steps: { ...secondFactor.steps, find: fail, takeChallenge: fail, beginWithPasskey: fail },
    },
    sessions: { ...desk.deps.sessions, find: fail, signIn: fail, signOut: fail },
  })
}
