import { type Context, Hono } from 'hono'
import { safeReturnTo } from '#src/contract/desk/return-to.ts'
import type { Actor } from '../audit/audit-log.ts'
import { recordRequest } from '../audit/record-request.ts'
import {
  clearFlowCookie,
  flowSecret,
  originOf,
  sessionToken,
  setFlowCookie,
  setSessionCookie,
} from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { DeskError } from '../errors.ts'
import { flows } from '../single-sign-on/flows.ts'
import { admit, type Refusal } from '../single-sign-on/person.ts'
import type { IdentityProvider } from '../single-sign-on/provider.ts'

type Problem = Refusal | 'provider-away' | 'not-finished'

/**
 * Single sign-on. These are the only addresses of the API that a browser is sent to, so whatever goes wrong
 * ends at the sign-in page, which says it in words.
 */
export function signInRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  const started = flows(deps.db, deps.now)

  routes.get('/', async (c) => {
    const provider = requireProvider(deps)
    const returnTo = safeReturnTo(c.req.query('returnTo') ?? null, deps.config.publicUrl)
    try {
      const { url, flow } = await provider.begin()
      setFlowCookie(c, deps.config, flow.state, await started.keep({ ...flow, returnTo }))
      return c.redirect(url)
    } catch (error) {
      deps.log.error({ err: error, requestId: c.get('requestId') }, 'the identity provider does not answer')
      return backToSignIn(c, 'provider-away', returnTo)
    }
  })

  routes.get('/callback', async (c) => {
    const provider = requireProvider(deps)
    const state = c.req.query('state') ?? ''
    const secret = /^[\w-]{43}$/.test(state) ? flowSecret(c, deps.config, state) : undefined
    if (secret !== undefined) clearFlowCookie(c, deps.config, state)
    const flow = secret === undefined ? undefined : await started.take(secret, state)
    if (flow === undefined) return refuse(c, 'not-finished', '/', { kind: 'unknown' })
    const answered = new URL(`${deps.config.publicUrl}${c.req.path}${new URL(c.req.url).search}`)
    const [attempt] = await Promise.allSettled([provider.finish(answered, flow)])
    if (attempt.status === 'rejected') {
      const { code, name } = attempt.reason as { code?: unknown; name?: unknown }
      // What the library read may hold a person's claims; its kind is enough to find the cause.
      deps.log.warn({ requestId: c.get('requestId'), problem: String(code ?? name) }, 'single sign-on was not finished')
      return refuse(c, 'not-finished', flow.returnTo, { kind: 'unknown' })
    }
    const { issuer, claims } = attempt.value
    const config = deps.config.singleSignOn
    if (config === undefined) throw new Error('a provider without its settings')
    const admitted = await admit(deps.db, config, issuer, claims)
    if ('refusal' in admitted) {
      const { person } = admitted
      return refuse(
        c,
        admitted.refusal,
        flow.returnTo,
        person === undefined ? { kind: 'unknown' } : { kind: 'staff', id: person.uuid, name: person.name },
      )
    }
    const old = sessionToken(c, deps.config)
    if (old !== undefined) await deps.sessions.signOut(old)
    const actor: Actor = { kind: 'staff', id: admitted.uuid, name: admitted.name }
    const token = await deps.sessions.open(admitted.uuid, originOf(c))
    if (token === undefined) return refuse(c, 'disabled', flow.returnTo, actor)
    for (const change of admitted.changes) {
      // oxlint-disable-next-line no-await-in-loop -- two at most
      await recordRequest(c, deps, { event: 'account', outcome: 'done', actor, detail: `single sign-on: ${change}` })
    }
    await record(c, 'done', actor, 302)
    setSessionCookie(c, deps.config, token)
    return c.redirect(flow.returnTo)
  })

  async function refuse(c: Context<Env>, problem: Problem, returnTo: string, actor: Actor): Promise<Response> {
    await record(c, 'refused', actor, 302, problem)
    return backToSignIn(c, problem, returnTo)
  }

  function record(c: Context<Env>, outcome: string, actor: Actor, status: number, problem?: Problem): Promise<void> {
    return recordRequest(c, deps, {
      event: 'sign-in',
      outcome,
      actor,
      status,
      detail: `single sign-on${problem === undefined ? '' : `: ${problem}`}`,
    })
  }

  return routes
}

function requireProvider(deps: Deps): IdentityProvider {
  if (deps.provider === undefined) throw new DeskError(404, 'NOT_FOUND', (words) => words.noSingleSignOn())
  return deps.provider
}

function backToSignIn(c: Context<Env>, problem: Problem, returnTo: string): Response {
  const query = new URLSearchParams({ problem, reference: c.get('requestId') })
  if (returnTo !== '/') query.set('returnTo', returnTo)
  return c.redirect(`/sign-in?${query.toString()}`)
}
