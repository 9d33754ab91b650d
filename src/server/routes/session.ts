import { Hono } from 'hono'
import { Credentials, type Session } from '#src/contract/session.ts'
import type { Caller } from '../auth/caller.ts'
import { PasswordQueueFull } from '../auth/password.ts'
import { clearSessionCookie, requireStaff, sessionToken, setSessionCookie } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { DeskError, wrongCredentials } from '../errors.ts'
import { readJsonBody } from '../request-body.ts'

/** Sign-in, who is signed in, sign-out. */
export function sessionRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.post('/', async (c) => {
    const credentials = await readJsonBody(c, Credentials)
    const signedIn = await deps.sessions.signIn(credentials.username, credentials.password).catch((error: unknown) => {
      if (!(error instanceof PasswordQueueFull)) throw error
      throw new DeskError(503, 'BUSY', 'Many people are signing in. Try again in a few seconds.', {
        retryAfterSeconds: 5,
      })
    })
    if (signedIn === undefined) throw wrongCredentials()
    // An old session of this browser must not outlive the new one.
    const old = sessionToken(c, deps.config)
    if (old !== undefined) await deps.sessions.signOut(old)
    setSessionCookie(c, deps.config, signedIn.token)
    return c.json(sessionBody(deps, signedIn.staff))
  })

  routes.get('/', async (c) => c.json(sessionBody(deps, await requireStaff(c, deps, { isActivity: false }))))

  // Somebody is at work, if only reading: the session stays.
  routes.put('/', async (c) => {
    await requireStaff(c, deps, { isActivity: true })
    return c.body(null, 204)
  })

  routes.delete('/', async (c) => {
    const token = sessionToken(c, deps.config)
    if (token !== undefined) await deps.sessions.signOut(token)
    clearSessionCookie(c, deps.config)
    return c.body(null, 204)
  })

  return routes
}

function sessionBody(deps: Deps, staff: Extract<Caller, { kind: 'staff' }>): Session {
  return {
    user: { uuid: staff.uuid, name: staff.name },
    dealers: staff.dealers,
    currency: deps.config.currency,
    timeZone: deps.config.timeZone,
    idleMinutes: deps.config.session.idleMinutes,
    ...(deps.sampleLinks === undefined ? {} : { sample: { links: [...deps.sampleLinks] } }),
  }
}
