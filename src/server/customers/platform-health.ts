import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  type IBreaker,
  SamplingBreaker,
} from 'cockatiel'
import type { Logger } from 'pino'
import type { Readiness } from '#src/contract/desk/health.ts'
import { UpstreamError } from '../errors.ts'

/** Faults in a row after which the platform is left alone, and for how long. */
const FAULTS_UNTIL_OPEN = 5
const LEFT_ALONE_MS = 10_000
/** Faults among others: half of at least ten look-ups within ten seconds. */
const SAMPLE = { threshold: 0.49, duration: 10_000, minimumRps: 1 }

export type CircuitName = NonNullable<Readiness['upstream']>

/** Knows whether the platform is well, and keeps look-ups from one that is not. */
export type PlatformHealth = {
  /**
   * Runs one look-up.
   * @throws UpstreamError 503 at once while the platform is left alone
   */
  guard<T>(ask: () => Promise<T>): Promise<T>
  circuit(): CircuitName
}

export function platformHealth(log: Logger, leftAloneMs = LEFT_ALONE_MS): PlatformHealth {
  const breaker = circuitBreaker(
    // A look-up that was given up says nothing, unless it was the one that was to find out.
    handleWhen(
      (error) => isFault(error) || (!(error instanceof UpstreamError) && breaker.state === CircuitState.HalfOpen),
    ),
    {
      halfOpenAfter: leftAloneMs,
      breaker: firstOf(new ConsecutiveBreaker(FAULTS_UNTIL_OPEN), new SamplingBreaker(SAMPLE)),
    },
  )
  let openedAt = 0
  breaker.onBreak(() => (openedAt = Date.now()))
  breaker.onStateChange((state) => log.warn({ upstream: CircuitState[state] }, 'upstream state changed'))

  const circuit = (): CircuitName => {
    switch (breaker.state) {
      case CircuitState.Closed:
        return 'closed'
      case CircuitState.HalfOpen:
        return 'half-open'
      default:
        // The next look-up tries; until it comes there is nothing to know.
        return Date.now() - openedAt < leftAloneMs ? 'open' : 'half-open'
    }
  }

  return {
    circuit,
    async guard(ask) {
      // One look-up tries whether the platform is back; the others need not wait for what it finds.
      if (breaker.state === CircuitState.HalfOpen) throw leftAlone(1)
      try {
        const answer = await breaker.execute(() => ask().catch(keepRefusal))
        if (answer instanceof Refusal) throw answer.error
        return answer
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error
        throw leftAlone(Math.max(1, Math.ceil((openedAt + leftAloneMs - Date.now()) / 1000)))
      }
    },
  }
}

/** What the platform refuses it refuses in good health. */
class Refusal {
  readonly error: UpstreamError
  constructor(error: UpstreamError) {
    this.error = error
  }
}

function keepRefusal(error: unknown): Refusal {
  if (error instanceof UpstreamError && !isFault(error)) return new Refusal(error)
  throw error
}

const isFault = (error: unknown): boolean => error instanceof UpstreamError && error.isPlatformFault

function leftAlone(retryAfterSeconds: number): UpstreamError {
  return new UpstreamError(503, 'UPSTREAM_DOWN', (words) => words.platformLeftAlone(), 'open circuit', {
    retryAfterSeconds,
  })
}

/** Opens as soon as one of them would. */
function firstOf(...breakers: IBreaker[]): IBreaker {
  return {
    state: undefined,
    success: (state) => breakers.forEach((breaker) => breaker.success(state)),
    failure: (state) => breakers.map((breaker) => breaker.failure(state)).some(Boolean),
  }
}
