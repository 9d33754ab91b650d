import { type Context, Hono } from 'hono'
import { CustomerRequest, ExcludeOrderType } from '#src/contract/request.ts'
import { actorOf } from '../audit/audit-log.ts'
import { TOO_SOON } from '../audit/recent-look-ups.ts'
import { recordRequest } from '../audit/record-request.ts'
import type { Caller } from '../auth/caller.ts'
import { ownDealers } from '../auth/own-dealers.ts'
import { requireCaller } from '../auth/session-cookie.ts'
import type { LookUp, LookUpResult } from '../customers/customer-source.ts'
import { lookUpLimit } from '../customers/look-up-limit.ts'
import type { Deps, Env } from '../deps.ts'
import { badRequest, DeskError, givenUp, UpstreamError } from '../errors.ts'
import { languageOf, wordsOf } from '../language.ts'
import { packedAnswer } from '../packed-answer.ts'
import { readJsonBody } from '../request-body.ts'
import { customerParam } from './customer-param.ts'

/** The endpoint of the contract: `POST /customer/v2/customer/:customerUUID?excludeOrderType=`. */
export function customerRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  const source = deps.config.upstream === undefined ? 'database' : 'platform'
  const limit = lookUpLimit(deps.db, deps.config.lookupsPerMinute, deps.now)

  routes.post('/v2/customer/:customerUUID', async (c) => {
    const since = performance.now()
    const caller = await requireCaller(c, deps)
    const asked: Asked = {}
    const turn = limit(caller, since)
    const [attempt] = await Promise.allSettled([lookUp(c, caller, asked, turn.check)])
    const came = verdict(attempt, c.req.raw.signal)
    // Written before the answer leaves, whatever the answer is.
    await recordRequest(c, deps, { event: 'look-up', actor: actorOf(caller), ...asked, ...came }).finally(turn.end)
    deps.metrics.lookedUp(source, came.outcome, (performance.now() - since) / 1000)
    if (attempt.status === 'rejected') {
      // The reason of an abort may be anything; the log gets its line from an error.
      throw c.req.raw.signal.aborted && !(attempt.reason instanceof DeskError) ? givenUp() : attempt.reason
    }
    const result = attempt.value
    if (!result.found) return c.body(null, 204)
    if (caller.kind === 'staff' && result.name !== undefined) {
      deps.recents.remember(caller.uuid, { ...result.search, name: result.name })
    }
    return packedAnswer(c, 'application/json; charset=utf-8', result.body)
  })

  async function lookUp(
    c: Context<Env>,
    caller: Caller,
    asked: Asked,
    checkLimit: () => Promise<void>,
  ): Promise<LookUpResult & { search: LookUp }> {
    const customerUUID = customerParam(c)
    asked.customerUUID = customerUUID
    const excludeOrderType = readExcludeOrderType(c.req.queries('excludeOrderType'))
    const { requesterUserUUID, dealerUUIDList } = await readJsonBody(c, CustomerRequest)
    Object.assign(asked, { requesterUserUUID, dealerUUIDList })
    const search: LookUp = {
      customerUUID,
      requesterUserUUID: allowedRequester(caller, requesterUserUUID),
      dealerUUIDList: ownDealers(caller, dealerUUIDList),
      excludeOrderType,
    }
    await checkLimit()
    const listed = new Set(search.dealerUUIDList)
    const result = await deps.source.lookUp(search, {
      requestId: c.get('requestId'),
      signal: c.req.raw.signal,
      askedDealerIds: caller.dealers.filter(({ uuid }) => listed.has(uuid)).map(({ id }) => id),
      words: wordsOf(languageOf(c)),
    })
    return { ...result, search }
  }

  return routes
}

/** What of a request could be read before it ended; the record has it even when the rest was refused. */
type Asked = Partial<Pick<LookUp, 'customerUUID' | 'requesterUserUUID' | 'dealerUUIDList'>>

function verdict(
  attempt: PromiseSettledResult<LookUpResult>,
  signal: AbortSignal,
): { outcome: string; status?: number } {
  if (attempt.status === 'fulfilled') {
    const { value } = attempt
    if (!value.found) return { outcome: 'not-found', status: 204 }
    return { outcome: value.name === undefined ? 'not-found' : 'found', status: 200 }
  }
  if (signal.aborted) return { outcome: 'given-up' }
  const status = attempt.reason instanceof DeskError ? attempt.reason.status : 500
  if (status === 429 && !(attempt.reason instanceof UpstreamError)) return { outcome: TOO_SOON, status }
  return { outcome: status >= 500 ? 'failed' : 'refused', status }
}

function readExcludeOrderType(values: string[] | undefined): boolean {
  const [value, ...more] = values ?? []
  const result = ExcludeOrderType.safeParse(value)
  if (!result.success || more.length > 0) throw badRequest((words) => words.excludeOrderTypeWrong())
  return result.data === 'true'
}

function allowedRequester(caller: Caller, requesterUserUUID: string): string {
  if (caller.kind === 'staff' && requesterUserUUID !== caller.uuid) {
    throw badRequest((words) => words.requesterWrong())
  }
  return requesterUserUUID
}
