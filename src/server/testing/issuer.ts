import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export const CLIENT = { id: 'desk', secret: 'client secret' } as const

const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const base64 = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url')

type Token = { claims?: object; header?: object; key?: KeyObject | 'none' | 'secret' }

export type Issuer = {
  /** For OIDC_ISSUER. */
  issuer: string
  /** An ID token for the client, right unless a test says otherwise. */
  makeToken(nonce: string, token?: Token): string
  close(): void
}

type Answers = {
  /** @param form what came to the token endpoint @returns an ID token, or undefined to refuse */
  token(form: URLSearchParams): string | undefined
  userinfo(): object
}

/** The endpoints of an OpenID provider that a server asks; there is no page to sign in at. */
export async function startIssuer(answers: Answers): Promise<Issuer> {
  const server = createServer((incoming, outgoing) => {
    const answer = (body: object, status = 200) => {
      outgoing.writeHead(status, { 'content-type': 'application/json' })
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
        return void read(incoming).then((form) => {
          const token = answers.token(new URLSearchParams(form))
          if (token === undefined) return answer({ error: 'invalid_grant' }, 400)
          return answer({ access_token: 'access', token_type: 'bearer', id_token: token })
        })
      default:
        return answer(answers.userinfo())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    makeToken(nonce, { claims = {}, header = {}, key = own.privateKey } = {}) {
      const now = Math.floor(Date.now() / 1000)
      const content = [
        base64({ alg: 'RS256', kid: 'own', ...header }),
        base64({ iss: issuer, aud: CLIENT.id, sub: 'pia', nonce, iat: now, exp: now + 300, ...claims }),
      ].join('.')
      if (key === 'none') return `${content}.`
      if (key === 'secret') return `${content}.${base64(createHmac('sha256', CLIENT.secret).update(content).digest())}`
      return `${content}.${base64(sign('sha256', Buffer.from(content), key))}`
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function read(incoming: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of incoming) text += String(part)
  return text
}
