import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { expect, test } from 'playwright/test'
import { identityProvider } from './provider.ts'

// Promise: of what a provider answers only that is believed which it signed, for this application, for this sign-in, now.

const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
const base64 = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url')

let server: Server
let issuer = ''
let idToken = ''
let userinfo: object = {}

test.beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    const answer = (body: object) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' })
      outgoing.end(JSON.stringify(body))
    }
    switch (new URL(incoming.url ?? '/', issuer).pathname) {
      case '/.well-known/openid-configuration':
        return answer({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          userinfo_endpoint: `${issuer}/userinfo`,
          end_session_endpoint: `${issuer}/end`,
          id_token_signing_alg_values_supported: ['RS256'],
        })
      case '/keys':
        return answer({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] })
      case '/token':
        return answer({ access_token: 'access', token_type: 'bearer', id_token: idToken })
      default:
        return answer(userinfo)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  issuer = `http://127.0.0.1:${address.port}`
})
test.afterAll(() => server.close())

type Token = { claims?: object; header?: object; key?: KeyObject | 'none' | 'secret' }

function makeToken(nonce: string, { claims = {}, header = {}, key = own.privateKey }: Token): string {
  const now = Math.floor(Date.now() / 1000)
  const content = [
    base64({ alg: 'RS256', kid: 'own', ...header }),
    base64({ iss: issuer, aud: 'desk', sub: 'pia', nonce, iat: now, exp: now + 300, ...claims }),
  ].join('.')
  if (key === 'none') return `${content}.`
  if (key === 'secret') return `${content}.${base64(createHmac('sha256', 'client secret').update(content).digest())}`
  return `${content}.${base64(sign('sha256', Buffer.from(content), key))}`
}

const provider = () =>
  identityProvider(
    {
      issuer,
      clientId: 'desk',
      clientSecret: 'client secret',
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
  idToken = makeToken(flow.nonce, token)
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
