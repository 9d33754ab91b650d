import type { ApiError, ApiWarning } from '#src/contract/messages.ts'

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
export function failureWords(failure: ApiFailure, what = 'The look-up'): { title: string; advice: string } {
  switch (failure.reason) {
    case 'signed-out':
      return { title: 'Your sign-in has ended', advice: 'Sign in again to go on.' }
    case 'wrong-credentials':
      return { title: 'The username or the password is not right', advice: 'Check both and try again.' }
    case 'dealer-refused':
      return {
        title: 'Not authorized for one of the dealers searched',
        advice: 'You are still signed in. Search without that dealer, or have access granted.',
      }
    case 'service-refused':
      return {
        title: 'Customer Desk is not accepted by the dealer platform',
        advice: 'Your sign-in is fine. Report the reference below to whoever runs Customer Desk.',
      }
    case 'rejected':
      return { title: 'The request was not accepted', advice: 'Correct what is named here, then search again.' }
    case 'too-many': {
      const seconds = failure.facts.retryAfterSeconds
      return {
        title: 'Too many requests',
        advice: seconds === undefined ? 'Wait a moment, then try again.' : `Try again in ${seconds} s.`,
      }
    }
    case 'too-large':
      return { title: 'The record is too large to show', advice: 'Search fewer dealers, or exclude the order type.' }
    case 'failed': {
      const { status = 0, errors = [] } = failure.facts
      const isUnexplained = status === 500 && errors.length === 0
      return {
        title: `${what} failed`,
        advice: `${isUnexplained ? 'No explanation was sent. ' : ''}Try again. If it stays, report the reference below.`,
      }
    }
    case 'not-found':
      return { title: 'Nothing found', advice: 'Check the UUID, or search other dealers.' }
    case 'no-data':
      return {
        title: 'The service sent no customer',
        advice: 'It gave the reason above. Try again, or search other dealers.',
      }
    case 'platform-unreachable':
      return {
        title: 'The dealer platform cannot be reached from our server',
        advice: 'Try again in a moment. If it stays, report the reference below.',
      }
    case 'platform-unavailable':
      return { title: 'The platform is unavailable or under maintenance', advice: 'Wait a moment, then try again.' }
    case 'desk-unavailable':
      return { title: 'Customer Desk cannot answer at the moment', advice: 'Wait a moment, then try again.' }
    case 'too-slow':
      return {
        title:
          failure.facts.status === undefined
            ? "Customer Desk's server did not answer in time"
            : 'The platform took too long',
        advice: failure.facts.detail ?? 'Try again, or search fewer dealers.',
      }
    case 'offline':
      return {
        title: 'No network',
        advice: 'Check the connection of this device. The page tries again by itself when it is back.',
      }
    case 'desk-unreachable':
      return { title: "Customer Desk's server cannot be reached", advice: 'Check the network, then try again.' }
    case 'unreadable':
      return {
        title: 'The answer could not be read',
        advice: failure.facts.detail ?? 'Try again. If it stays, report the reference below.',
      }
    case 'web-page':
      return {
        title: 'Something between us and the platform answered with a web page',
        advice: 'Often the network wants a sign-in of its own. Reload the page, or check the network, then try again.',
      }
  }
}

/** What asking again is called: without a network it happens by itself, so it is done sooner, not again. */
export const retryWords = ({ reason }: ApiFailure): string => (reason === 'offline' ? 'Try now' : 'Try again')

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
