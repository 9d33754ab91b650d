import { Hono } from 'hono'
import { Look, type SinceLastLook } from '#src/contract/desk/look.ts'
import { ownDealers } from '../auth/own-dealers.ts'
import { requireStaff } from '../auth/session-cookie.ts'
import { lastLooks } from '../customers/last-looks.ts'
import type { Deps, Env } from '../deps.ts'
import { readJsonBody } from '../request-body.ts'
import { customerParam } from './customer-param.ts'

/** What is new in a record since the person last looked; asked for after the record itself. */
export function lookRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  const looks = lastLooks(deps.db, deps.config.kept.looksDays, deps.now)

  routes.post('/:customerUUID/looks', async (c) => {
    // The page asks by itself, so it is no sign of life.
    const staff = await requireStaff(c, deps, { isActivity: false })
    const customerUUID = customerParam(c)
    const look = await readJsonBody(c, Look)
    const dealerUUIDList = ownDealers(staff, look.dealerUUIDList)
    return c.json((await looks.compare(staff.uuid, customerUUID, { ...look, dealerUUIDList })) satisfies SinceLastLook)
  })

  return routes
}
