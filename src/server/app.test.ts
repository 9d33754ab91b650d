import { expect, test } from 'playwright/test'
import { createApp } from './app.ts'
import { schemaVersion } from './db/migrate.ts'
import { readStaticFiles } from './static-files.ts'
import { clientFolder } from './testing/client-folder.ts'
import { type Desk, errorOf, makeDesk, staff } from './testing/desk.ts'

let desk: Desk
test.beforeAll(async () => {
  desk = await makeDesk()
  const folder = clientFolder(
    '<script type="application/json">__DESK_SESSION__</script><script nonce="__CSP_NONCE__"></script>',
    {
      'assets/app-1.js': 'plain',
      'assets/app-1.js.br': 'brotli',
      'assets/app-1.js.gz': 'gzip',
      '.secret.txt': 'x',
      'robots.txt': 'User-agent: *',
    },
  )
  desk.deps.files = readStaticFiles(folder)
  desk.app = createApp(desk.deps)
})
test.afterAll(() => desk.db.close())

const get = (path: string, headers: Record<string, string> = {}) => desk.app.request(path, { headers })

for (const path of ['/', '/sign-in', '/customers/some-uuid/orders?dealer=x', '/no/such/page']) {
  test(`${path} is the app`, async () => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })
}

test('files come in the smallest encoding that the browser takes, for ever', async () => {
  const encodings: [accept: string, body: string][] = [
    ['gzip, deflate, br', 'brotli'],
    ['gzip', 'gzip'],
    ['', 'plain'],
  ]
  for (const [accept, body] of encodings) {
    const response = await get('/assets/app-1.js', { 'accept-encoding': accept })
    expect(await response.text()).toBe(body)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('vary')).toBe('accept-encoding')
  }
})

for (const path of [
  '/assets/app-2.js',
  '/assets/../package.json',
  '/assets/%2e%2e/index.html',
  '/api/nothing',
  '/customer/v2/nothing',
]) {
  test(`${path} is a JSON 404`, async () => {
    const response = await get(path)
    // A path that the URL parser resolves to a page is that page; nothing outside the list is ever a file.
    if (new URL(path, 'http://x').pathname === path) {
      expect(response.status).toBe(404)
      expect((await errorOf(response)).errorTitle).toBe('NOT_FOUND')
    } else {
      expect(await response.text()).not.toContain('"name"')
    }
  })
}

test('healthz and readyz tell a process that lives from one that can answer', async () => {
  expect((await get('/healthz')).status).toBe(200)
  const ready = await get('/readyz')
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', schemaVersion: await schemaVersion(desk.db) },
  ])
  const closed = await makeDesk()
  await closed.db.close()
  expect((await closed.app.request('/healthz')).status).toBe(200)
  const away = await closed.app.request('/readyz')
  expect([away.status, await away.json()]).toEqual([503, { status: 'not ready' }])
})

test('readyz does not wait for a database that is silent', async () => {
  const silent = await makeDesk()
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  // Its only connection is taken.
  const work = silent.db.transaction(() => held)
  const response = await silent.app.request('/readyz')
  expect(response.status).toBe(503)
  expect(silent.logs.join('')).toContain('no answer in 1000 ms')
  letGo()
  await work
  expect((await silent.app.request('/readyz')).status).toBe(200)
  await silent.db.close()
})

test('openapi.json is the document', async () => {
  const response = await get('/openapi.json')
  expect(await response.json()).toMatchObject({ openapi: '3.1.0' })
})

test('an unexpected failure is answered with a fixed sentence and logged with its reference', async () => {
  const broken = await makeDesk()
  broken.deps.sessions.find = () => Promise.reject(new Error('secret detail'))
  const cookie = `customer-desk=${'A'.repeat(43)}`
  const response = await broken.app.request('/api/session', { headers: { cookie } })
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).not.toContain('secret detail')
  expect(text).toContain('"warnings":[]')
  expect(broken.logs.join('')).toContain(response.headers.get('x-request-id'))
  await broken.db.close()
})

test('the page says who is signed in, to that person only, and no name can end its script', async () => {
  const sessionIn = async (headers: Record<string, string>) => {
    const html = await (await get('/customers/some-uuid', headers)).text()
    return /<script type="application\/json">(.*?)<\/script>/s.exec(html)?.[1]
  }
  expect(await sessionIn({})).toBe('')
  expect(await sessionIn({ cookie: `customer-desk=${'x'.repeat(43)}` })).toBe('')
  const cookie = await desk.signIn()
  await desk.db.query("update staff set name = '</script><script>$&' where username = $1", [staff.username])
  const text = (await sessionIn({ cookie })) ?? ''
  expect(text).not.toContain('<')
  expect((JSON.parse(text) as { user: { name: string } }).user.name).toBe('</script><script>$&')
  await desk.app.request('/api/session', { method: 'DELETE', headers: { cookie } })
  expect(await sessionIn({ cookie })).toBe('')
})
