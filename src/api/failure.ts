import type { ApiError, ApiWarning } from '#src/contract/messages.ts'
import * as words from '#words/api'
import * as buttons from '#words/buttons'

/** Why a request brought nothing, as far as it can be known here. */
type Reason =
  /** This server says that nobody is signed in (any more). */
  | 'signed-out'
  | 'wrong-credentials'
  /** Signed in, but one of the dealers may not be asked for. */
  | 'dealer-refused'
  /** The service refuses this server's own credentials. */
  | 'service-refused'
  | 'rejected'
  | 'too-many'
  | 'too-large'
  | 'failed'
  /** The platform knows no such customer. */
  | 'not-found'
  /** A 200 that holds the platform's errors and no customer. */
  | 'no-data'
  | 'platform-unreachable'
  | 'platform-unavailable'
  /** This application's own server, or what stands in front of it, has to rest. */
  | 'desk-unavailable'
  | 'too-slow'
  | 'offline'
  | 'desk-unreachable'
  | 'unreadable'
  /** Something on the way answered in place of the server: a proxy, or a network that wants a sign-in of its own. */
  | 'web-page'

type Facts = {
  status?: number
  /** Names the answer in the server's log. */
  requestId?: string
  retryAfterSeconds?: number
  errors?: ApiError[]
  warnings?: ApiWarning[]
  detail?: string
}

/** A request that failed, with everything a person can be told about it. */
export class ApiFailure extends Error {
  override name = 'ApiFailure'
  readonly reason: Reason
  readonly facts: Facts
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Names this failure: in the server's log where the server answered, else on this screen only. */
  readonly reference: string

  constructor(reason: Reason, facts: Facts = {}) {
    super(reason)
    this.reason = reason
    this.facts = facts
    this.at = Date.now()
    this.reference = facts.requestId ?? `browser-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36)}`
  }
}

/** Whatever was thrown, as a failure: what is none of ours has no explanation. */
export const asFailure = (error: unknown): ApiFailure =>
  error instanceof ApiFailure ? error : new ApiFailure('failed')

/**
 * What to show: what happened, what it means and what to do. Total, so a new reason needs words.
 * @param what was tried, as the subject of a sentence
 */
export function failureWords(failure: ApiFailure, what = words.lookUp()): { title: string; advice: string } {
  switch (failure.reason) {
    case 'signed-out':
      return { title: words.signedOut(), advice: words.signedOutAdvice() }
    case 'wrong-credentials':
      return { title: words.wrongCredentials(), advice: words.wrongCredentialsAdvice() }
    case 'dealer-refused':
      return { title: words.dealerRefused(), advice: words.dealerRefusedAdvice() }
    case 'service-refused':
      return { title: words.serviceRefused(), advice: words.serviceRefusedAdvice() }
    case 'rejected':
      return { title: words.rejected(), advice: words.rejectedAdvice() }
    case 'too-many': {
      const seconds = failure.facts.retryAfterSeconds
      return {
        title: words.tooMany(),
        advice: seconds === undefined ? words.waitThenRetry() : words.retryAfterSeconds({ seconds: String(seconds) }),
      }
    }
    case 'too-large':
      return { title: words.tooLarge(), advice: words.tooLargeAdvice() }
    case 'failed': {
      const { status = 0, errors = [] } = failure.facts
      const isUnexplained = status === 500 && errors.length === 0
      return { title: words.failed({ what }), advice: isUnexplained ? words.unexplained() : words.retryOrReport() }
    }
    case 'not-found':
      return { title: words.notFound(), advice: words.notFoundAdvice() }
    case 'no-data':
      return { title: words.noData(), advice: words.noDataAdvice() }
    case 'platform-unreachable':
      return { title: words.platformUnreachable(), advice: words.retrySoonOrReport() }
    case 'platform-unavailable':
      return { title: words.platformUnavailable(), advice: words.waitThenRetry() }
    case 'desk-unavailable':
      return { title: words.deskUnavailable(), advice: words.waitThenRetry() }
    case 'too-slow':
      return {
        title: failure.facts.status === undefined ? words.deskTooSlow() : words.platformTooSlow(),
        advice: failure.facts.detail ?? words.tooSlowAdvice(),
      }
    case 'offline':
      return { title: words.offline(), advice: words.offlineAdvice() }
    case 'desk-unreachable':
      return { title: words.deskUnreachable(), advice: words.deskUnreachableAdvice() }
    case 'unreadable':
      return { title: words.unreadable(), advice: failure.facts.detail ?? words.retryOrReport() }
    case 'web-page':
      return { title: words.webPage(), advice: words.webPageAdvice() }
  }
}

/** What asking again is called: without a network it happens by itself, so it is done sooner, not again. */
export const retryWords = ({ reason }: ApiFailure): string =>
  reason === 'offline' ? words.retryNow() : buttons.retry()

const REPEATS: Partial<Record<Reason, number>> = {
  'platform-unreachable': 2,
  'platform-unavailable': 2,
  'desk-unavailable': 2,
  'desk-unreachable': 2,
  'too-slow': 1,
  unreadable: 1,
  'too-many': 1,
}
/** Nobody waits longer than this in front of a counter without being asked. */
const LONGEST_WAIT_S = 60

/** Whether a smaller answer could have come: the platform was at work on it, or it was too large. */
export const isForTooMuch = ({ reason, facts }: ApiFailure): boolean =>
  reason === 'too-large' || (reason === 'too-slow' && facts.status === 504)

/** How often a request is repeated by itself after this failure. */
export function repeats(error: unknown): number {
  if (!(error instanceof ApiFailure)) return 0
  const { status, retryAfterSeconds } = error.facts
  // Whoever has waited for a whole time limit decides alone whether to do so again.
  if (error.reason === 'too-slow' && status === undefined) return 0
  const most = REPEATS[error.reason] ?? 0
  if (retryAfterSeconds === undefined) return most
  return retryAfterSeconds > LONGEST_WAIT_S ? 0 : Math.min(most, 1)
}

/**
 * Wait before the repeat after `failures` failures: what the server asked for, else about 1 s, then 3 s, spread so
 * that pages do not march in step.
 */
export function repeatDelayMs(failures: number, error: unknown): number {
  const asked = error instanceof ApiFailure ? error.facts.retryAfterSeconds : undefined
  if (asked !== undefined) return Math.max(asked, 1) * 1000
  return (failures === 0 ? 1000 : 3000) * (0.8 + Math.random() * 0.4)
}
