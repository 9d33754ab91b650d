import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { expect, test } from 'playwright/test'
import { createApp } from '../app.ts'
import { readStaticFiles } from '../static-files.ts'
import { clientFolder } from '../testing/client-folder.ts'
import { basic, type Desk, FULL, json, makeDesk, requestBody, staff } from '../testing/desk.ts'

// Promise: every answer, of whatever kind, carries the headers that keep a page safe.

let desk: Desk
test.beforeAll(async () => {
  const folder = clientFolder('<script nonce="__CSP_NONCE__"></script>', { 'assets/app-1.js': 'plain' })
  desk = await makeDesk({
    env: { HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example.test', VEHICLE_IMAGE_HOSTS: 'pictures.example.test' },
  })
  desk.deps.files = readStaticFiles(folder)
  desk.app = createApp(desk.deps)
})
test.afterAll(() => desk.db.close())

const body = JSON.stringify(requestBody())
const look = (uuid: string, init: RequestInit = {}) =>
  desk.app.request(`/customer/v2/customer/${uuid}`, json('POST', body, { ...basic(), ...(init.headers as object) }))

const kinds: Record<string, () => Response | Promise<Response>> = {
  'a page': () => desk.app.request('/customers/x'),
  'a file': () => desk.app.request('/assets/app-1.js'),
  'a file that is not there': () => desk.app.request('/assets/none.js'),
  'a customer': () => look(FULL),
  'no customer': () => look('nobody'),
  'a bad request': () => look('bad%20id'),
  'a request without sign-in': () => desk.app.request('/api/session'),
  'a request of another site': () => look(FULL, { headers: { origin: 'https://evil.test' } }),
  'a path that is not there': () => desk.app.request('/api/none'),
  'a sign-in': () =>
    desk.app.request('/api/session', json('POST', { username: staff.username, password: staff.password })),
  'a sign-out': () => desk.app.request('/api/session', { method: 'DELETE' }),
  'a redirect': () => desk.app.request('/api/sign-in/callback'),
  'a head': () => desk.app.request('/customers/x', { method: 'HEAD' }),
  'a health check': () => desk.app.request('/readyz'),
  'the document': () => desk.app.request('/openapi.json'),
  'a method that is not there': () => desk.app.request('/api/session', { method: 'PATCH' }),
  'a body that is too large': () => desk.app.request('/api/session', json('POST', 'x'.repeat(20_000))),
  'a host that is not ours': () => desk.app.request('/', { headers: { host: 'evil.test' } }),
  'a failure of ours': () => {
    const broken = { ...desk.deps, sessions: { ...desk.deps.sessions, find: () => Promise.reject(new Error('x')) } }
    const cookie = `__Host-customer-desk=${'A'.repeat(43)}`
    return createApp(broken).request('/api/session', { headers: { cookie } })
  },
  'the health': () => desk.app.request('/healthz'),
  'the document of the API': () => desk.app.request('/openapi.json'),
}
for (const [kind, ask] of Object.entries(kinds)) {
  test(`${kind} carries them all`, async () => {
    const { headers } = await ask()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('cache-control')).toBe(kind === 'a file' ? 'public, max-age=31536000, immutable' : 'no-store')
    const type = headers.get('content-type')
    if (type?.includes('json')) expect(type).toBe('application/json; charset=utf-8')
    for (const name of ['server', 'x-powered-by', 'etag', 'access-control-allow-origin']) {
      expect(headers.get(name), name).toBeNull()
    }
  })
}

test('a preflight of another site is told nothing', async () => {
  const preflight = await desk.app.request('/customer/v2/customer/x', {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.test', 'access-control-request-method': 'POST' },
  })
  expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('the policy of a page has no finding of the CSP evaluator, and no unsafe source at all', async () => {
  const policy = (await desk.app.request('/')).headers.get('content-security-policy') ?? ''
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate()
  expect(findings.map(({ directive, value, description }) => `${directive} ${value ?? ''}: ${description}`)).toEqual([])
  expect(policy).not.toMatch(/unsafe-|\*/)
  expect(policy).toContain("require-trusted-types-for 'script'")
  expect(policy).toContain("img-src 'self' data: https://pictures.example.test;")
})

test('powerful features of the browser are off on pages', async () => {
  const { headers } = await desk.app.request('/')
  for (const feature of ['camera', 'geolocation', 'microphone', 'payment', 'usb']) {
    expect(headers.get('permissions-policy')).toContain(`${feature}=()`)
  }
})

test('each page has a nonce of its own', async () => {
  const nonces = new Set<string>()
  for (let n = 0; n < 200; n += 1) {
    const policy = (await desk.app.request('/')).headers.get('content-security-policy') ?? ''
    nonces.add(/'nonce-([^']{24})'/.exec(policy)?.[1] ?? '')
  }
  expect(nonces.size).toBe(200)
})

test('a policy violation is logged without path and query', async () => {
  desk.logs.length = 0
  const report = {
    'csp-report': {
      'effective-directive': 'img-src',
      'blocked-uri': 'https://evil.test/c/secret?x=1',
      'document-uri': 'https://desk.example.test/customers/secret/orders?q=secret',
    },
  }
  for (let n = 0; n < 30; n += 1) {
    const response = await desk.app.request('/csp-report', { method: 'POST', body: JSON.stringify(report) })
    expect(response.status).toBe(204)
  }
  const lines = desk.logs.filter((line) => line.includes('policy violation'))
  expect(lines).toHaveLength(10)
  expect(lines[0]).toContain('"blocked":"https://evil.test"')
  expect(lines[0]).toContain('"page":"/customers/:uuid/orders"')
  expect(lines.join('')).not.toContain('secret')
})
