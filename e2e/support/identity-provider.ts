import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

export const client = { id: 'customer-desk', secret: 'client-secret-of-the-tests-1234567890' } as const

/** What the provider says about a person; the key is the login. */
export type People = Readonly<Record<string, Readonly<Record<string, unknown>>>>

export type TestProvider = { issuer: string; close(): Promise<void> }

/**
 * A real OpenID provider with a login page of its own, for one client whose addresses are those of `deskUrl`.
 * Any password is right.
 */
export async function startProvider(port: number, deskUrl: string, people: People): Promise<TestProvider> {
  muteAdvice()
  // Loaded late, because it gives advice while it is loaded.
  const { Provider } = await import('oidc-provider')
  // For a browser another site than the desk's, as a provider is.
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${deskUrl}/api/sign-in/callback`],
        post_logout_redirect_uris: [`${deskUrl}/sign-in`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'staff_uuid', 'dealers', 'roles'] },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    cookies: { keys: ['only for tests'] },
    findAccount: (_context, login) => ({
      accountId: login,
      claims: () => ({ sub: login, ...people[login] }),
    }),
  })
  const server: Server = createServer(provider.callback())
  server.listen(port, 'localhost')
  await once(server, 'listening')
  return {
    issuer,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The provider tells on the console what a real one must not leave as it is; here that is only noise. */
function muteAdvice(): void {
  for (const level of ['info', 'warn'] as const) {
    const print = console[level].bind(console)
    console[level] = (...parts: unknown[]) => (String(parts[0]).includes('oidc-provider') ? undefined : print(...parts))
  }
}
