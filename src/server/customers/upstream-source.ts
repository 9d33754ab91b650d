import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  wrap,
} from 'cockatiel'
import type { Logger } from 'pino'
import { jsonBreak } from '#src/contract/json-break.ts'
import type { UpstreamConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { UpstreamError } from '../errors.ts'
import { cleanAnswer, cleanMessages } from './clean-answer.ts'
import type { CustomerSource, LookUp, LookUpContext, LookUpResult } from './customer-source.ts'
import { unusable, type UpstreamAnswer, upstreamClient } from './upstream-client.ts'

/** Faults in a row after which the platform is left alone, and for how long. */
const FAULTS_UNTIL_OPEN = 5
const LEFT_ALONE_MS = 10_000
/** Codes the platform publishes for credentials of its own: not the person's, but this server's are wrong. */
const CREDENTIAL_CODES = new Set([100_001, 100_003])

/** Answers look-ups by asking the platform's customer API. */
export function upstreamSource(config: UpstreamConfig, db: Database, log: Logger): CustomerSource {
  const client = upstreamClient(config)
  const breaker = circuitBreaker(
    // What the platform refuses it refuses in good health.
    handleWhen((error) => error instanceof UpstreamError && error.status >= 500 && !isCredentials(error)),
    { halfOpenAfter: LEFT_ALONE_MS, breaker: new ConsecutiveBreaker(FAULTS_UNTIL_OPEN) },
  )
  breaker.onStateChange((state) => log.warn({ upstream: CircuitState[state] }, 'upstream state changed'))
  const guard = wrap(bulkhead(config.concurrency, config.concurrency), breaker)

  return {
    async lookUp(search, context) {
      try {
        return await guard.execute(() => ask(search, context))
      } catch (error) {
        if (error instanceof BrokenCircuitError) {
          throw new UpstreamError(
            503,
            'UPSTREAM_DOWN',
            'The dealer platform fails, so it is not asked for a moment. Try again in a few seconds.',
            'open circuit',
            { retryAfterSeconds: LEFT_ALONE_MS / 1000 },
          )
        }
        if (error instanceof BulkheadRejectedError) {
          throw new UpstreamError(
            503,
            'BUSY',
            'Many look-ups are waiting for the dealer platform. Try again in a moment.',
            'full queue',
            {
              retryAfterSeconds: 1,
            },
          )
        }
        throw error
      }
    },
    async isReady() {
      await db.query('select 1', [])
      return breaker.state !== CircuitState.Open
    },
    close: () => client.close(),
  }

  async function knownDealerIds(): Promise<ReadonlySet<string>> {
    const rows = await db.query<{ id: string }>('select id::text from dealers', [])
    return new Set(rows.map(({ id }) => id))
  }

  async function ask(search: LookUp, context: LookUpContext): Promise<LookUpResult> {
    const { customerUUID, requesterUserUUID, dealerUUIDList, excludeOrderType } = search
    const answer = await client.post(
      `/v2/customer/${encodeURIComponent(customerUUID)}${excludeOrderType ? '?excludeOrderType=true' : ''}`,
      JSON.stringify({ requesterUserUUID, dealerUUIDList }),
      context.requestId,
      context.signal,
    )
    if (answer.status === 204) return { found: false }
    if (answer.status !== 200) throw refusalOf(answer)
    const clean = await readRecord(answer, {
      customerUUID,
      askedDealerIds: new Set(context.askedDealerIds),
      knownDealerIds,
    })
    if (clean.foreignRows > 0) {
      log.warn(
        { requestId: context.requestId, rows: clean.foreignRows },
        'rows of dealers that were not asked were left out',
      )
    }
    return { found: true, body: clean.json, name: clean.name }
  }
}

async function readRecord(answer: UpstreamAnswer, scope: Parameters<typeof cleanAnswer>[1]) {
  // Some gateways name the type wrongly; a page of HTML is never a record.
  if (/html/.test(answer.contentType)) throw unusable('a web page')
  try {
    const clean = await cleanAnswer(answer.text, scope)
    if (clean !== undefined) return clean
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  if (answer.text === '') throw unusable('an empty answer')
  const place = jsonBreak(answer.text)
  if (place === undefined) throw unusable('JSON that is no object')
  throw unusable(`text that is ${place}`, `The answer of the dealer platform could not be read (${place}).`)
}

/** What a status other than 200 and 204 means to the person who asked. */
function refusalOf(answer: UpstreamAnswer): UpstreamError {
  const { status, retryAfterSeconds } = answer
  const sent = cleanMessages(answer.text)
  const isExplained = sent.errors.length > 0
  const seen = `status ${status}`
  const more = { sent, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
  switch (status) {
    case 400:
      return new UpstreamError(400, 'BAD_REQUEST', 'The dealer platform did not accept the request.', seen, more)
    case 401:
    case 403:
      return status === 401 && (!isExplained || sent.errors.some(isCredentialCode))
        ? new UpstreamError(
            502,
            'WRONG_CREDENTIAL',
            'Customer Desk is not accepted by the dealer platform. Your sign-in is fine; report the reference of this answer.',
            `${seen}, the credentials of this server`,
            { code: 100_003 },
          )
        : new UpstreamError(
            401,
            'REQUEST_NOT_AUTHORIZED',
            'The dealer platform does not allow one of the dealers asked.',
            seen,
            {
              ...more,
              code: 100_004,
            },
          )
    case 404:
      return new UpstreamError(
        404,
        'NOT_FOUND',
        'The dealer platform answered 404: it knows no such customer or address.',
        seen,
        more,
      )
    case 429:
      return new UpstreamError(
        429,
        'TOO_MANY_REQUESTS',
        'The dealer platform gets too many requests. Wait a moment.',
        seen,
        more,
      )
    case 503:
      return new UpstreamError(503, 'UPSTREAM_DOWN', 'The dealer platform is unavailable or under maintenance.', seen, {
        ...more,
        retryAfterSeconds: retryAfterSeconds ?? 5,
      })
    case 504:
      return new UpstreamError(504, 'UPSTREAM_TOO_SLOW', 'The dealer platform took too long. Try again.', seen, more)
    case 502:
      return unusable(seen)
    default:
      return status >= 500
        ? new UpstreamError(500, 'UPSTREAM_FAILED', 'The dealer platform failed and sent no explanation.', seen, more)
        : unusable(seen)
  }
}

function isCredentialCode(error: object): boolean {
  return CREDENTIAL_CODES.has(Number((error as { errorCode?: unknown }).errorCode))
}

function isCredentials(error: UpstreamError): boolean {
  return CREDENTIAL_CODES.has(error.code)
}
