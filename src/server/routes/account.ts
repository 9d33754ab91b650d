import { type Context, Hono } from 'hono'
import { type Account, PasswordChange } from '#src/contract/desk/account.ts'
import { actorOf } from '../audit/audit-log.ts'
import { recordRequest } from '../audit/record-request.ts'
import type { Own } from '../auth/own-account.ts'
import { originOf, requireStaff, sessionToken, setSessionCookie } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { DeskError, signInRequired } from '../errors.ts'
import { readJsonBody } from '../request-body.ts'

/** What people see and change of their own account. */
export function accountRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/', async (c) => {
    const { own } = await signedIn(c)
    const account = await deps.account.read(own)
    if (account === undefined) throw signInRequired()
    return c.json({ ...account, sessions: await deps.account.sessions(own) } satisfies Account)
  })

  routes.post('/password', async (c) => {
    const { own, record } = await signedIn(c)
    const change = await readJsonBody(c, PasswordChange)
    const token = await deps.account.changePassword(own, change, originOf(c)).catch(async (error: unknown) => {
      if (error instanceof DeskError) {
        await record(error.status === 429 ? 'too-many' : 'refused', 'own password', error.status)
      }
      throw error
    })
    await record('done', 'own password', 204)
    setSessionCookie(c, deps.config, token)
    return c.body(null, 204)
  })

  routes.delete('/sessions', async (c) => {
    const { own, record } = await signedIn(c)
    const ended = await deps.account.endOtherSessions(own)
    await record('done', `ended all other sessions (${ended})`, 204)
    return c.body(null, 204)
  })

  routes.delete('/sessions/:id', async (c) => {
    const { own, record } = await signedIn(c)
    // One that is over already is what was asked for.
    if (await deps.account.endSession(own, c.req.param('id'))) await record('done', 'ended a session', 204)
    return c.body(null, 204)
  })

  async function signedIn(c: Context<Env>) {
    const staff = await requireStaff(c, deps, { isActivity: true })
    const own: Own = { uuid: staff.uuid, token: sessionToken(c, deps.config) ?? '' }
    const record = (outcome: string, detail: string, status: number) =>
      recordRequest(c, deps, { event: 'account', outcome, actor: actorOf(staff), status, detail })
    return { own, record }
  }

  return routes
}
