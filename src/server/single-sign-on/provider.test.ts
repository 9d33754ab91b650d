import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'playwright/test'
import { CLIENT, type Issuer, startIssuer } from '../testing/issuer.ts'
import { identityProvider } from './provider.ts'

// Promise: of what a provider answers only that is believed which it signed, for this application, for this sign-in, now.

const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })

let server: Issuer
let issuer = ''
let idToken = ''
let userinfo: object = {}

test.beforeAll(async () => {
  server = await startIssuer({ token: () => idToken, userinfo: () => userinfo })
  issuer = server.issuer
})
test.afterAll(() => server.close())

type Token = NonNullable<Parameters<Issuer['makeToken']>[1]>

const provider = () =>
  identityProvider(
    {
      issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      userUUIDClaim: 'sub',
      dealersClaim: 'dealers',
      rolesClaim: 'roles',
      requireMfa: false,
    },
    'http://desk.example.test',
  )

async function finish(token: Token, query: Record<string, string> = {}) {
  const desk = provider()
  const { flow } = await desk.begin()
  idToken = server.makeToken(flow.nonce, token)
  const search = new URLSearchParams({ code: 'code', state: flow.state, ...query })
  return desk.finish(new URL(`http://desk.example.test/api/sign-in/callback?${search.toString()}`), flow)
}

test('a token that is right is believed, and what it leaves out is asked for', async () => {
  userinfo = { sub: 'pia', name: 'Pia', dealers: ['d'], roles: ['manager'] }
  expect(await finish({})).toMatchObject({ issuer, claims: { sub: 'pia', name: 'Pia', roles: ['manager'] } })
  // The dealers stand in the token, the role only there.
  expect(await finish({ claims: { dealers: ['d'] } })).toMatchObject({ claims: { roles: ['manager'] } })
})

const now = Math.floor(Date.now() / 1000)
const wrong: [what: string, token: Token][] = [
  ['for another application', { claims: { aud: 'somebody-else' } }],
  ['of another issuer', { claims: { iss: 'https://evil.test' } }],
  ['without a signature', { header: { alg: 'none' }, key: 'none' }],
  ['signed with a key that is not its', { key: foreign.privateKey }],
  ['signed with the secret in place of a key', { header: { alg: 'HS256' }, key: 'secret' }],
  ['that is over', { claims: { iat: now - 7200, exp: now - 3600 } }],
  ['from the future', { claims: { nbf: now + 3600 } }],
  ['of another sign-in', { claims: { nonce: 'another' } }],
  ['about nobody', { claims: { sub: undefined } }],
]
for (const [what, token] of wrong) {
  test(`a token ${what} is refused`, async () => {
    userinfo = { sub: 'pia', dealers: ['d'] }
    await expect(finish(token)).rejects.toThrow()
  })
}

test('an answer with another state, another issuer or an error is refused', async () => {
  for (const query of [{ state: 'other' }, { iss: 'https://evil.test' }, { error: 'access_denied' }]) {
    // oxlint-disable-next-line no-await-in-loop -- one sign-in after the other
    await expect(finish({}, query)).rejects.toThrow()
  }
})

test('details about somebody else are refused', async () => {
  userinfo = { sub: 'otto', dealers: ['d'] }
  await expect(finish({})).rejects.toThrow()
})

test('the way out of the provider names the application, and carries no token', async () => {
  const url = new URL((await provider().signOutUrl()) ?? '')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'desk',
    post_logout_redirect_uri: 'http://desk.example.test/sign-in',
  })
})
