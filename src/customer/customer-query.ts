import { queryOptions } from '@tanstack/react-query'
import { ApiFailure } from '#src/api/failure.ts'
import { request } from '#src/api/request.ts'
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
      const { status, body, text, requestId } = await request({ ...lookUpRequest(session, search), signal })
      const answered = { status, requestId, at: Date.now(), text }
      if (status === 204) return { kind: 'nothing-found', isEmptyAnswer: false, answered }
      const answer = readAnswer(body)
      if (answer === undefined) {
        throw new ApiFailure('unreadable', {
          status,
          detail: 'The answer is not a customer record. If it stays, report the reference below.',
          ...(requestId === undefined ? {} : { requestId }),
        })
      }
      return { ...judgeAnswer(search.customerUUID, answer), answered }
    },
  })
