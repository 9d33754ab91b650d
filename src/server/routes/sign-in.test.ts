import { createHash } from 'node:crypto'
import { expect, test } from 'playwright/test'
import { CLIENT, type Issuer, startIssuer } from '../testing/issuer.ts'
import { dealers, type Desk, makeDesk } from '../testing/desk.ts'

// Promise: people begin single sign-on in several tabs, finish in any order, and come out where they wanted to go.

const many = Array.from({ length: 520 }, (_, n) => `d${n}-`.padEnd(64, 'x'))
const lines = many.map((uuid, n) => JSON.stringify({ type: 'dealer', uuid, id: 5000 + n, name: `Store ${n}` }))

let issuer: Issuer
let desk: Desk
let claims: object = {}
test.beforeAll(async () => {
  issuer = await startIssuer({
    // A code is good for the sign-in whose challenge it carries, as at every provider with PKCE.
    token(form) {
      const [nonce = '', challenge] = (form.get('code') ?? '').split(' ')
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      return proof === challenge ? issuer.makeToken(nonce, { claims }) : undefined
    },
    userinfo: () => ({ sub: 'pia' }),
  })
  const env = { OIDC_ISSUER: issuer.issuer, OIDC_CLIENT_ID: CLIENT.id, OIDC_CLIENT_SECRET: CLIENT.secret }
  desk = await makeDesk({ env, lines })
})
test.afterAll(async () => {
  issuer.close()
  await desk.db.close()
})
test.beforeEach(() => {
  claims = { name: 'Pia', dealers: [dealers.north.uuid] }
})

/** A browser: keeps cookies, in the order in which they were made, and follows nothing by itself. */
function makeBrowser() {
  const cookies = new Map<string, string>()
  const get = async (path: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await desk.app.request(path, { headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      if (line.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    cookies,
    get,
    /** @returns the address with which the provider sends the browser back */
    async begin(returnTo: string): Promise<string> {
      const response = await get(`/api/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
      const { searchParams } = new URL(response.headers.get('location') ?? '')
      const code = `${searchParams.get('nonce')} ${searchParams.get('code_challenge')}`
      return `/api/sign-in/callback?${new URLSearchParams({ code, state: searchParams.get('state') ?? '' })}`
    },
    finish: async (callback: string) => (await get(callback)).headers.get('location'),
    isSignedIn: async () => (await get('/api/session')).status === 200,
    begun: () => [...cookies.keys()].filter((name) => name.includes('sign-in')).length,
  }
}

for (const order of [
  [0, 1],
  [1, 0],
]) {
  test(`begun in two tabs and finished ${order[0] === 0 ? 'in that order' : 'the other way round'}, both come out right`, async () => {
    const browser = makeBrowser()
    const places = ['/customers/a/orders?dealer=x', '/customers/b']
    const tabs = [await browser.begin(places[0] ?? ''), await browser.begin(places[1] ?? '')]
    for (const tab of order) {
      expect(await browser.finish(tabs[tab] ?? '')).toBe(places[tab])
      expect(await browser.isSignedIn()).toBe(true)
    }
    expect(browser.begun()).toBe(0)
  })
}

test('two tabs that begin in the same moment do not end each other', async () => {
  const browser = makeBrowser()
  const [one, two] = await Promise.all([browser.begin('/customers/a'), browser.begin('/customers/b')])
  expect([await browser.finish(two), await browser.finish(one)]).toEqual(['/customers/b', '/customers/a'])
})

test('an answer is good once, in the browser that asked, for the sign-in that it answers', async () => {
  const browser = makeBrowser()
  const [first, second] = [await browser.begin('/customers/a'), await browser.begin('/customers/b')]
  const stateOf = (callback: string) => new URL(callback, 'http://desk.test').searchParams.get('state') ?? ''
  // The code of one sign-in with the state of the other.
  const mixed = first.replace(stateOf(first), stateOf(second))
  expect(await browser.finish(mixed)).toContain('problem=not-finished')
  expect(await browser.isSignedIn()).toBe(false)
  expect(await makeBrowser().finish(first)).toContain('problem=not-finished')
  expect(await browser.finish(first)).toBe('/customers/a')
  expect(await browser.finish(first)).toContain('problem=not-finished')
  for (const state of ['', 'x', `${'A'.repeat(42)};`]) {
    expect(await browser.finish(`/api/sign-in/callback?code=x&state=${encodeURIComponent(state)}`)).toContain(
      'not-finished',
    )
  }
})

test('so many sign-ins can be under way, the oldest goes first, and none is good for longer than ten minutes', async () => {
  const browser = makeBrowser()
  const begun: string[] = []
  // oxlint-disable-next-line no-await-in-loop -- one after the other
  for (let n = 0; n < 20; n += 1) begun.push(await browser.begin(`/customers/${n}`))
  expect(browser.begun()).toBe(8)
  expect(await browser.finish(begun[11] ?? '')).toContain('problem=not-finished')
  expect(await browser.finish(begun[12] ?? '')).toBe('/customers/12')
  desk.clock.now = new Date(desk.clock.now.getTime() + 11 * 60_000)
  expect(await browser.finish(begun[19] ?? '')).toContain('problem=not-finished')
})

test('a person whose claims name 520 dealers is signed in with them all', async () => {
  claims = { name: 'Pia', dealers: many }
  const browser = makeBrowser()
  expect(await browser.finish(await browser.begin('/'))).toBe('/')
  const session = (await (await browser.get('/api/session')).json()) as { dealers: object[] }
  expect(session.dealers).toHaveLength(520)
})

for (const [wanted, kept] of [
  ['/customers/c?dealer=d', '/customers/c?dealer=d'],
  // Longer than a cookie may be: the customer, without the rest.
  [`/customers/c?filter=${'y'.repeat(5000)}`, '/customers/c'],
  ['//elsewhere.example/customers/c', undefined],
  ['/sign-in', undefined],
] as const) {
  test(`signing out at the provider too, the next person begins at ${kept ?? 'the search'}: ${wanted.slice(0, 40)}`, async () => {
    const browser = makeBrowser()
    await browser.finish(await browser.begin('/'))
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
    const path = `/api/session?returnTo=${encodeURIComponent(wanted)}`
    const response = await desk.app.request(path, { method: 'DELETE', headers: { cookie } })
    expect(response.headers.get('location')).toContain('/end?client_id=')
    expect(response.headers.get('location')).not.toContain('customers')
    const [found] = response.headers.getSetCookie().filter((line) => line.startsWith('customer-desk-return='))
    expect(found?.split(/[=;]/)[1]).toBe(kept && encodeURIComponent(kept))
    if (kept !== undefined) expect(found).toMatch(/; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  })
}
