import { Hono } from 'hono'
import { type Account, PasswordChange } from '#src/contract/desk/account.ts'
import { originOf, setSessionCookie } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { signInRequired } from '../errors.ts'
import { readJsonBody } from '../request-body.ts'
import { ownSession, recordingRefusals } from './own-session.ts'

/** What people see and change of their own account. */
export function accountRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/', async (c) => {
    const { own } = await ownSession(c, deps)
    const account = await deps.account.read(own)
    if (account === undefined) throw signInRequired()
    const factors = account.hasPassword ? deps.secondFactor : undefined
    const { offers, passkeyAddress } = factors?.here(c) ?? { offers: [], passkeyAddress: null }
    return c.json({
      ...account,
      isConfirmed: await deps.account.isConfirmed(own),
      sessions: await deps.account.sessions(own),
      secondFactor:
        factors === undefined
          ? null
          : {
              ...(await factors.own.read(own.uuid)),
              isRequired: deps.config.secondFactor === 'required',
              offers,
              passkeyAddress,
            },
    } satisfies Account)
  })

  routes.post('/password', async (c) => {
    const { own, record } = await ownSession(c, deps)
    const change = await readJsonBody(c, PasswordChange)
    const token = await recordingRefusals(record, 'own password', () =>
      deps.account.changePassword(own, change, originOf(c)),
    )
    await record('done', 'own password', 204)
    setSessionCookie(c, deps.config, token)
    return c.body(null, 204)
  })

  routes.delete('/sessions', async (c) => {
    const { own, record } = await ownSession(c, deps)
    const ended = await deps.account.endOtherSessions(own)
    await record('done', `ended all other sessions (${ended})`, 204)
    return c.body(null, 204)
  })

  routes.delete('/sessions/:id', async (c) => {
    const { own, record } = await ownSession(c, deps)
    // One that is over already is what was asked for.
    if (await deps.account.endSession(own, c.req.param('id'))) await record('done', 'ended a session', 204)
    return c.body(null, 204)
  })

  return routes
}
