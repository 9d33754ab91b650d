import { queryOptions } from '@tanstack/react-query'
import { ApiFailure } from '#src/api/failure.ts'
import { type Answer, request } from '#src/api/request.ts'
import { readAnswer } from '#src/contract/read-answer.ts'
import type { Session } from '#src/contract/session.ts'
import type { CustomerSearch } from './customer-url.ts'
import { lookUpRequest } from './look-up.ts'
import { judgeAnswer, type Outcome } from './outcome.ts'

/** One look-up. The key holds the person too, so that nobody is shown what another one read. */
export const customerQuery = (session: Session, search: CustomerSearch) =>
  queryOptions({
    queryKey: ['customer', session.user.uuid, search],
    queryFn: async ({ signal }): Promise<Outcome> => {
      const answer = await request({ ...lookUpRequest(session, search), signal }).catch(asNothingFound)
      const { status, body, text, requestId } = answer
      const answered = { status, requestId, at: Date.now(), text }
      if (status === 204 || status === 404) return { kind: 'nothing-found', isEmptyAnswer: false, answered }
      const facts = { status, ...(requestId === undefined ? {} : { requestId }) }
      const read = readAnswer(body)
      if (read === undefined) {
        const detail = 'The answer is not a customer record. If it stays, report the reference below.'
        throw new ApiFailure('unreadable', { ...facts, detail })
      }
      const judgement = judgeAnswer(search.customerUUID, read)
      // A failure, so that a record that was read before stays.
      if (judgement === undefined) {
        throw new ApiFailure('no-data', { ...facts, errors: read.errors, warnings: read.warnings })
      }
      return { ...judgement, answered }
    },
  })

/** The contract says 204; a platform that says 404 means the same. */
function asNothingFound(error: unknown): Answer {
  if (!(error instanceof ApiFailure) || error.reason !== 'not-found') throw error
  return { status: 404, body: undefined, requestId: error.facts.requestId }
}
