import { Hono } from 'hono'
import { safeReturnTo } from '#src/contract/desk/return-to.ts'
import { Credentials } from '#src/contract/desk/session.ts'
import { type Actor, actorOf } from '../audit/audit-log.ts'
import { recordRequest } from '../audit/record-request.ts'
import {
  clearReturnCookie,
  clearSessionCookie,
  clearStepCookie,
  originOf,
  requireStaff,
  sessionToken,
  setReturnCookie,
  setSessionCookie,
  setStepCookie,
  stepToken,
} from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { DeskError, noLocalAccounts, secondStepNeeded, wrongCredentials } from '../errors.ts'
import { readJsonBody } from '../request-body.ts'
import { sessionBody } from './session-body.ts'

/** Sign-in, who is signed in, sign-out. */
export function sessionRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.post('/', async (c) => {
    if (!deps.config.localAccounts) throw noLocalAccounts()
    const { username, password } = await readJsonBody(c, Credentials)
    const record = (outcome: string, actor: Actor, status: number) =>
      recordRequest(c, deps, { event: 'sign-in', outcome, actor, status })
    const result = await deps.sessions.signIn(username, password, originOf(c)).catch(async (error: unknown) => {
      if (error instanceof DeskError) {
        const outcome = error.status === 429 ? 'too-many' : 'failed'
        await record(outcome, staffActor(await deps.sessions.named(username)), error.status)
      }
      throw error
    })
    if (!result.isIn && result.step !== undefined) {
      await record('half', staffActor(result.account), 401)
      setStepCookie(c, deps.config, result.step)
      throw secondStepNeeded(result.wanted)
    }
    if (!result.isIn) {
      // Of a name that nobody has nothing is kept: people type passwords into the wrong field.
      await record('refused', staffActor(result.account), 401)
      throw wrongCredentials()
    }
    // An old session of this browser must not outlive the new one.
    const old = sessionToken(c, deps.config)
    if (old !== undefined) await deps.sessions.signOut(old)
    await record('done', actorOf(result.staff), 200)
    setSessionCookie(c, deps.config, result.token)
    return c.json(await sessionBody(c, deps, result.staff))
  })

  routes.get('/', async (c) => c.json(await sessionBody(c, deps, await requireStaff(c, deps, { isActivity: false }))))

  // Somebody is at work, if only reading: the session stays.
  routes.put('/', async (c) => {
    await requireStaff(c, deps, { isActivity: true })
    return c.body(null, 204)
  })

  routes.delete('/', async (c) => {
    const token = sessionToken(c, deps.config)
    // Whatever becomes of the rest, this browser lets go of the session, and of what pages of this site left behind.
    clearSessionCookie(c, deps.config)
    const step = stepToken(c, deps.config)
    if (step !== undefined) {
      clearStepCookie(c, deps.config)
      await deps.secondFactor?.steps.forget(step)
    }
    clearReturnCookie(c, deps.config)
    c.header('clear-site-data', '"cache", "storage"')
    const ended = token === undefined ? undefined : await deps.sessions.signOut(token)
    if (ended !== undefined) {
      await recordRequest(c, deps, { event: 'sign-out', outcome: 'done', actor: staffActor(ended), status: 204 })
    }
    if (ended?.isSingleSignOn === true) {
      // The page goes there next. A provider that is away must not keep anybody signed in here.
      const url = await deps.provider?.signOutUrl().catch((error: unknown) => {
        deps.log.error({ err: error, requestId: c.get('requestId') }, 'no sign-out at the identity provider')
      })
      if (typeof url === 'string') {
        c.header('location', url)
        const returnTo = safeReturnTo(c.req.query('returnTo') ?? null, deps.config.publicUrl)
        if (returnTo !== '/') setReturnCookie(c, deps.config, returnTo)
      }
    }
    return c.body(null, 204)
  })

  return routes
}

const staffActor = (account: { uuid: string; name: string } | undefined): Actor =>
  account === undefined ? { kind: 'unknown' } : { kind: 'staff', id: account.uuid, name: account.name }
