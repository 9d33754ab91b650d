import { Hono } from 'hono'
import { CustomerRequest, ExcludeOrderType, identifierProblem } from '#src/contract/request.ts'
import type { Caller } from '../auth/caller.ts'
import { requireCaller } from '../auth/session-cookie.ts'
import type { LookUp } from '../customers/customer-source.ts'
import { lookUpLog } from '../customers/look-up-log.ts'
import type { Deps, Env } from '../deps.ts'
import { badRequest, dealerNotAuthorized } from '../errors.ts'
import { readJsonBody } from '../request-body.ts'

/** The endpoint of the contract: `POST /customer/v2/customer/:customerUUID?excludeOrderType=`. */
export function customerRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  const log = lookUpLog(deps.db, deps.config.lookupsPerMinute, deps.now)

  routes.post('/v2/customer/:customerUUID', async (c) => {
    const caller = await requireCaller(c, deps)
    const problem = identifierProblem(c.req.param('customerUUID'))
    if (problem !== undefined) throw badRequest(`customerUUID ${problem}.`)
    const excludeOrderType = readExcludeOrderType(c.req.queries('excludeOrderType'))
    const request = await readJsonBody(c, CustomerRequest)
    const search: LookUp = {
      customerUUID: c.req.param('customerUUID'),
      requesterUserUUID: allowedRequester(caller, request.requesterUserUUID),
      dealerUUIDList: allowedDealers(caller, request.dealerUUIDList),
      excludeOrderType,
    }
    await log.limit(caller)
    const result = await deps.source.lookUp(search, {
      requestId: c.get('requestId'),
      signal: c.req.raw.signal,
      askedDealerIds: caller.dealers.filter(({ uuid }) => search.dealerUUIDList.includes(uuid)).map(({ id }) => id),
    })
    // Written before the answer leaves: a look-up that cannot be recorded is not answered.
    await log.record(caller, search, result, c.get('requestId'))
    if (!result.found) return c.body(null, 204)
    return c.body(result.body, 200, { 'content-type': 'application/json; charset=utf-8' })
  })

  return routes
}

function readExcludeOrderType(values: string[] | undefined): boolean {
  const [value, ...more] = values ?? []
  const result = ExcludeOrderType.safeParse(value)
  if (!result.success || more.length > 0) throw badRequest('excludeOrderType must be true or false, once.')
  return result.data === 'true'
}

function allowedRequester(caller: Caller, requesterUserUUID: string): string {
  if (caller.kind === 'staff' && requesterUserUUID !== caller.uuid) {
    throw badRequest('requesterUserUUID must be that of the person who is signed in.')
  }
  return requesterUserUUID
}

function allowedDealers(caller: Caller, asked: readonly string[]): string[] {
  const own = new Set(caller.dealers.map((dealer) => dealer.uuid))
  const refused = asked.filter((uuid) => !own.has(uuid))
  if (refused.length > 0) throw dealerNotAuthorized([...new Set(refused)])
  return [...new Set(asked)].sort()
}
