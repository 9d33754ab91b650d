import type { ApiError } from '#src/contract/messages.ts'
import { asFailure, failureWords } from './failure.ts'

/** The first of the errors that the answer named; undefined where it named none. */
export const namedError = (error: unknown): ApiError | undefined => asFailure(error).facts.errors?.[0]

/**
 * What a banner says of a failure, with the server's own words in place of the advice where it sent some.
 * @param what was tried, as the subject of a sentence
 */
export function failureBanner(
  error: unknown,
  what: string,
): { title: string; message: string; reference: string | undefined } {
  const failure = asFailure(error)
  const { title, advice } = failureWords(failure, what)
  return { title, message: namedError(failure)?.errorMessage || advice, reference: failure.facts.requestId }
}
