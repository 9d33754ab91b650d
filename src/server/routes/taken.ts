import { Hono } from 'hono'
import { Taken } from '#src/contract/desk/taken.ts'
import { actorOf } from '../audit/audit-log.ts'
import { recordRequest } from '../audit/record-request.ts'
import { countTaken, MINUTE_MS } from '../audit/recent-look-ups.ts'
import { requireStaff } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { DeskError } from '../errors.ts'
import { readJsonBody } from '../request-body.ts'
import { customerParam } from './customer-param.ts'

/** More than anybody takes along by hand; the record must not be filled by a script. */
const MOST_A_MINUTE = 60

/** The page tells when a record leaves it: exported, printed or shown as it arrived. */
export function takenRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.post('/:customerUUID/taken', async (c) => {
    const staff = await requireStaff(c, deps, { isActivity: true })
    const customerUUID = customerParam(c)
    const { how } = await readJsonBody(c, Taken)
    const since = new Date(deps.now().getTime() - MINUTE_MS)
    if ((await countTaken(deps.db, staff.uuid, since)) >= MOST_A_MINUTE) {
      throw new DeskError(429, 'TOO_MANY_REQUESTS', (words) => words.tooManyTaken(), {
        retryAfterSeconds: 60,
      })
    }
    await recordRequest(c, deps, { event: 'taken', outcome: how, actor: actorOf(staff), status: 204, customerUUID })
    return c.body(null, 204)
  })

  return routes
}
