import { ACCOUNT_ERRORS } from '#src/contract/desk/account-errors.ts'
import type { Language } from '#src/contract/desk/language.ts'
import type { Messages } from '#src/contract/messages.ts'
import { DEFAULT_LANGUAGE, type Say, wordsOf } from './language.ts'

type Status = 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421 | 429 | 499 | 500 | 502 | 503 | 504

/**
 * A request that ends without data. What it says is for a person, in their language: what happened and what to do; the
 * message of the error itself, for logs and commands, is English. Codes 100001, 100003 and 100004 are the ones the platform
 * publishes for credentials.
 */
export class DeskError extends Error {
  override name = 'DeskError'
  readonly status: Status
  readonly title: string
  readonly code: number
  readonly retryAfterSeconds: number | undefined
  private readonly say: Say

  constructor(status: Status, title: string, say: Say, more: { code?: number; retryAfterSeconds?: number } = {}) {
    super(say(wordsOf(DEFAULT_LANGUAGE)))
    this.say = say
    this.status = status
    this.title = title
    this.code = more.code ?? status
    this.retryAfterSeconds = more.retryAfterSeconds
  }

  /** The contract's body for it, in a person's language. */
  body(language: Language): Record<keyof Messages, unknown[]> {
    return {
      errors: [{ errorCode: this.code, errorTitle: this.title, errorMessage: this.say(wordsOf(language)) }],
      warnings: [],
    }
  }
}

/** What is known of a fault beyond its status; header `x-desk-fault` tells it to the page. */
export type Fault =
  /** The answer is no JSON, or not the contract's object. */
  | 'malformed'
  /** HTML, or a redirect: something in between answered. */
  | 'web-page'
  | 'too-large'
  /** A status below 500 that the contract does not have. */
  | 'refused'

/** A look-up that the platform did not answer with a customer. `sent` is what it said, cut down to the contract. */
export class UpstreamError extends DeskError {
  override name = 'UpstreamError'
  /** For the log: what was seen, never what a body said. */
  readonly seen: string
  readonly sent: { errors: object[]; warnings: object[] }
  readonly fault: Fault | undefined
  private readonly isOwnFirst: boolean

  constructor(
    status: Status,
    title: string,
    say: Say,
    seen: string,
    more: {
      code?: number
      retryAfterSeconds?: number
      sent?: { errors: object[]; warnings: object[] }
      fault?: Fault
      /** Where this server knows better what it means: its sentence stands above the platform's words. */
      isOwnFirst?: boolean
    } = {},
  ) {
    super(status, title, say, more)
    this.seen = seen
    this.sent = more.sent ?? { errors: [], warnings: [] }
    this.fault = more.fault
    this.isOwnFirst = more.isOwnFirst ?? false
  }

  /** Whether it speaks against the platform's health, rather than against one request, one record or our credentials. */
  get isPlatformFault(): boolean {
    const isOfOneRecord = this.fault === 'malformed' || this.fault === 'too-large' || this.fault === 'refused'
    return this.status >= 500 && !isOfOneRecord && this.title !== CREDENTIALS_REFUSED
  }

  /** The platform's own words where it had some. */
  override body(language: Language): Record<keyof Messages, unknown[]> {
    const own = super.body(language)
    const { errors, warnings } = this.sent
    if (this.isOwnFirst) return { errors: [...own.errors, ...errors], warnings }
    return errors.length === 0 ? { ...own, warnings } : { errors, warnings }
  }
}

/** The platform refuses this server, not the person. */
export const CREDENTIALS_REFUSED = 'WRONG_CREDENTIAL'

/** Nobody waits for the answer any more. */
export const givenUp = (): DeskError => new DeskError(499, 'GIVEN_UP', (words) => words.requestGivenUp())

export const busyWithLookUps = (): DeskError =>
  new DeskError(503, 'BUSY', (words) => words.busyWithLookUps(), {
    retryAfterSeconds: 1,
  })

export const badRequest = (say: Say): DeskError => new DeskError(400, 'BAD_REQUEST', say)

export const signInRequired = (): DeskError =>
  new DeskError(401, 'SIGN_IN_REQUIRED', (words) => words.signInRequired(), {
    code: 100001,
  })

export const wrongCredentials = (): DeskError =>
  new DeskError(401, 'WRONG_CREDENTIAL', (words) => words.wrongCredentials(), { code: 100003 })

/** The password was right; what is wanted beside it is shown, or set up first, in a second step. */
export const secondStepNeeded = (wanted: 'factor' | 'set-up'): DeskError =>
  wanted === 'factor'
    ? new DeskError(401, 'SECOND_FACTOR_NEEDED', (words) => words.secondFactorNeeded(), {
        code: ACCOUNT_ERRORS.secondFactorNeeded,
      })
    : new DeskError(401, 'SECOND_FACTOR_SET_UP_NEEDED', (words) => words.secondFactorSetUpNeeded(), {
        code: ACCOUNT_ERRORS.setUpNeeded,
      })

export const wrongSecondFactor = (): DeskError =>
  new DeskError(401, 'WRONG_SECOND_FACTOR', (words) => words.wrongSecondFactor(), {
    code: ACCOUNT_ERRORS.wrongSecondFactor,
  })

export const signInIsOver = (): DeskError =>
  new DeskError(401, 'SIGN_IN_IS_OVER', (words) => words.signInIsOver(), {
    code: ACCOUNT_ERRORS.signInIsOver,
  })

export const secondFactorsOff = (): DeskError =>
  new DeskError(400, 'NO_SECOND_FACTORS', (words) => words.secondFactorsOff())

export const noLocalAccounts = (): DeskError => new DeskError(404, 'NOT_FOUND', (words) => words.noLocalAccounts())

/** As many dealers are named; who asks for hundreds of others has made another mistake than one of them. */
const NAMED_DEALERS = 20

export function dealerNotAuthorized(dealerUUIDs: readonly string[]): DeskError {
  const count = dealerUUIDs.length
  const dealers = dealerUUIDs.slice(0, NAMED_DEALERS).join(', ')
  const more = String(count - NAMED_DEALERS)
  return new DeskError(
    401,
    'REQUEST_NOT_AUTHORIZED',
    (words) =>
      count > NAMED_DEALERS ? words.manyDealersRefused({ dealers, more }) : words.dealersRefused({ count, dealers }),
    { code: 100004 },
  )
}

export const tooManySignIns = (): DeskError =>
  new DeskError(503, 'BUSY', (words) => words.tooManySignIns(), { retryAfterSeconds: 5 })

export const databaseAway = (): DeskError =>
  new DeskError(503, 'DATABASE_DOWN', (words) => words.databaseAway(), {
    retryAfterSeconds: 5,
  })

export const internalError = (): DeskError => new DeskError(500, 'INTERNAL_ERROR', (words) => words.internalError())
