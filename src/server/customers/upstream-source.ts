import type { Logger } from 'pino'
import { breakText, findBreak } from '#src/contract/json-break.ts'
import type { UpstreamConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { busyWithLookUps, CREDENTIALS_REFUSED, UpstreamError } from '../errors.ts'
import type { Words } from '../language.ts'
import { cleanAnswer, cleanMessages } from './clean-answer.ts'
import { hideSecrets } from './hide-secrets.ts'
import type { CustomerSource, LookUp, LookUpContext, LookUpResult } from './customer-source.ts'
import { platformHealth } from './platform-health.ts'
import { unusable, type UpstreamAnswer, upstreamClient } from './upstream-client.ts'
import { waitingRoom } from './waiting-room.ts'

/** Codes the platform publishes for credentials of its own: not the person's, but this server's are wrong. */
const CREDENTIAL_CODES = new Set([100_001, 100_003])

/** Answers look-ups by asking the platform's customer API. */
export function upstreamSource(
  config: UpstreamConfig,
  db: Database,
  log: Logger,
  health = platformHealth(log),
): CustomerSource {
  const client = upstreamClient(config)
  const room = waitingRoom(config.concurrency)
  const hide = hideSecrets(config)

  return {
    async lookUp(search, context) {
      // The wait for a place is part of the look-up: its time is taken from the platform's.
      const limit = AbortSignal.timeout(config.timeoutMs)
      const leave = await room.enter(context.signal, config.timeoutMs / 2)
      if (leave === undefined) throw busyWithLookUps()
      try {
        return await health.guard(() => ask(search, context, limit))
      } finally {
        leave()
      }
    },
    circuit: () => health.circuit(),
    close: () => client.close(),
  }

  async function knownDealerIds(): Promise<ReadonlySet<string>> {
    const rows = await db.query<{ id: string }>('select id::text from dealers', [])
    return new Set(rows.map(({ id }) => id))
  }

  async function ask(search: LookUp, context: LookUpContext, limit: AbortSignal): Promise<LookUpResult> {
    const { customerUUID, requesterUserUUID, dealerUUIDList, excludeOrderType } = search
    const answer = await client.post(
      `/v2/customer/${encodeURIComponent(customerUUID)}${excludeOrderType ? '?excludeOrderType=true' : ''}`,
      JSON.stringify({ requesterUserUUID, dealerUUIDList }),
      { requestId: context.requestId, signal: context.signal, limit },
    )
    if (answer.status === 204) return { found: false }
    if (answer.status !== 200) throw refusalOf(answer, hide, context.words)
    const clean = await readRecord(answer, {
      customerUUID,
      askedDealerIds: new Set(context.askedDealerIds),
      knownDealerIds,
      hideSecrets: hide,
      words: context.words,
    })
    if (clean.foreignRows > 0) {
      log.warn(
        { requestId: context.requestId, rows: clean.foreignRows },
        'rows of dealers that were not asked were left out',
      )
    }
    if (clean.holds === 'customer of another dealer') {
      log.warn({ requestId: context.requestId }, 'a customer of a dealer that was not asked was left out')
      return { found: false }
    }
    if (clean.holds === 'another customer') log.warn({ requestId: context.requestId }, 'another customer was answered')
    return { found: true, body: clean.json, name: clean.holds === 'the customer' ? clean.name : undefined }
  }
}

async function readRecord(answer: UpstreamAnswer, scope: Parameters<typeof cleanAnswer>[1]) {
  // Some gateways name the type wrongly; a page of HTML is never a record.
  if (/html/.test(answer.contentType)) throw unusable('a web page', { fault: 'web-page' })
  try {
    const clean = await cleanAnswer(answer.text, scope)
    if (clean !== undefined) return clean
  } catch (error) {
    if (error instanceof RangeError) throw unusable('JSON that is nested too deep', { fault: 'malformed' })
    if (!(error instanceof SyntaxError)) throw error
  }
  if (answer.text === '') throw unusable('an empty answer', { fault: 'malformed' })
  const at = findBreak(answer.text)
  if (at === undefined) {
    const sent = cleanMessages(answer.text, answer.contentType, scope.hideSecrets, scope.words)
    throw unusable('JSON that is no object', { fault: 'malformed', sent, isOwnFirst: true })
  }
  throw unusable(`text that is ${breakText(at, answer.text.length)}`, {
    fault: 'malformed',
    what: (words) =>
      at < answer.text.length
        ? words.answerBrokenAt({ character: at + 1 })
        : words.answerBrokenAtEnd({ character: at + 1 }),
  })
}

/** What a status other than 200 and 204 means to the person who asked. */
function refusalOf(answer: UpstreamAnswer, hide: (text: string) => string, ownWords?: Words): UpstreamError {
  const { status, retryAfterSeconds, contentType } = answer
  const sent = cleanMessages(answer.text, contentType, hide, ownWords)
  const seen = `status ${status}`
  const more = { sent, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
  switch (status) {
    case 400:
      return new UpstreamError(400, 'BAD_REQUEST', (words) => words.platformRejected(), seen, more)
    case 401:
    case 403:
      // A gateway says in its own words that it does not know this server; about a dealer there is a list of errors.
      return status === 401 && (!sent.holdsErrors || sent.errors.some(isCredentialCode))
        ? new UpstreamError(
            502,
            CREDENTIALS_REFUSED,
            (words) => words.deskRefused(),
            `${seen}, the credentials of this server`,
            { code: 100_003, sent, isOwnFirst: true },
          )
        : new UpstreamError(401, 'REQUEST_NOT_AUTHORIZED', (words) => words.platformRefusedDealer(), seen, {
            ...more,
            code: 100_004,
          })
    case 404:
      return new UpstreamError(404, 'NOT_FOUND', (words) => words.platformNotFound(), seen, more)
    case 429:
      return new UpstreamError(429, 'TOO_MANY_REQUESTS', (words) => words.platformTooMany(), seen, more)
    case 503:
      return new UpstreamError(503, 'UPSTREAM_DOWN', (words) => words.platformDown(), seen, {
        ...more,
        retryAfterSeconds: retryAfterSeconds ?? 5,
      })
    case 504:
      return new UpstreamError(504, 'UPSTREAM_TOO_SLOW', (words) => words.platformSlow(), seen, more)
    case 502:
      return unusable(seen, { sent })
    default:
      if (status >= 500)
        return new UpstreamError(
          500,
          'UPSTREAM_FAILED',
          (words) => (/html/.test(contentType) ? words.platformFailedWithPage() : words.platformFailed()),
          seen,
          more,
        )
      // Followed nowhere: what stands there would get the credentials and the customer's identifier.
      if (status >= 300 && status < 400) return unusable(seen, { fault: 'web-page' })
      return unusable(seen, { sent, fault: 'refused' })
  }
}

function isCredentialCode(error: object): boolean {
  return CREDENTIAL_CODES.has(Number((error as { errorCode?: unknown }).errorCode))
}
