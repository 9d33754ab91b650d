import * as client from 'openid-client'
import type { SingleSignOnConfig } from '../config.ts'

const LIMIT_SECONDS = 5

/** What has to be kept from the start of a sign-in at the provider until the person comes back. */
export type Flow = { state: string; nonce: string; codeVerifier: string }

/** What the provider says about a person. */
export type Claims = Readonly<Record<string, unknown>> & { sub: string }

/** The identity provider: authorization code with PKCE. Nothing it hands out ever reaches a browser. */
export type IdentityProvider = {
  /** Where to send the browser. @throws when the provider does not answer */
  begin(): Promise<{ url: string; flow: Flow }>
  /**
   * Checks what the browser brought back and asks the provider who it is.
   * @param answered the public address of the callback, with its query
   * @throws when anything about the answer is not as it must be
   */
  finish(answered: URL, flow: Flow): Promise<{ issuer: string; claims: Claims }>
  /** Where a person signs out at the provider too; undefined where it offers that nowhere. */
  signOutUrl(): Promise<string | undefined>
}

/** @param publicUrl this installation's origin, which the provider must know */
export function identityProvider(config: SingleSignOnConfig, publicUrl: string): IdentityProvider {
  let discovered: Promise<client.Configuration> | undefined
  // Read once; a provider that was away when somebody asked is asked again by the next one.
  const discover = (): Promise<client.Configuration> => {
    discovered ??= client
      .discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
        timeout: LIMIT_SECONDS,
        execute: [
          // The ID token's signature is checked too, not only that it came over a checked connection.
          client.enableNonRepudiationChecks,
          // The settings allow http on loopback only.
          ...(config.issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        discovered = undefined
        throw error
      })
    return discovered
  }

  return {
    async begin() {
      const codeVerifier = client.randomPKCECodeVerifier()
      const flow = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier }
      const url = client.buildAuthorizationUrl(await discover(), {
        redirect_uri: `${publicUrl}${CALLBACK_PATH}`,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      })
      return { url: url.href, flow }
    },

    async finish(answered, { state, nonce, codeVerifier }) {
      const provider = await discover()
      const tokens = await client.authorizationCodeGrant(provider, answered, {
        pkceCodeVerifier: codeVerifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      })
      const own = tokens.claims()
      if (own === undefined) throw new Error('The provider sent no ID token')
      const wanted = [config.userUUIDClaim, config.dealersClaim, config.rolesClaim, 'name']
      const isComplete = wanted.every((name) => own[name] !== undefined)
      const more =
        isComplete || provider.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await client.fetchUserInfo(provider, tokens.access_token, own.sub)
      return { issuer: own.iss, claims: { ...more, ...own } }
    },

    async signOutUrl() {
      const provider = await discover()
      if (provider.serverMetadata().end_session_endpoint === undefined) return undefined
      return client.buildEndSessionUrl(provider, {
        // Not the ID token: an address stands in histories and in the logs of proxies.
        client_id: config.clientId,
        post_logout_redirect_uri: `${publicUrl}/sign-in`,
      }).href
    },
  }
}

/** Where the provider sends the browser back to; to be registered there. */
const CALLBACK_PATH = '/api/sign-in/callback'
