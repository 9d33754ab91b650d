import * as words from '#words/customer'
import { ApiFailure } from '#src/api/failure.ts'
import { type Answer, request } from '#src/api/request.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { Session } from '#src/contract/desk/session.ts'
import type { CustomerSearch } from './customer-address.ts'
import { lookUpRequest } from './look-up-request.ts'
import { judgeAnswer, type Outcome } from './outcome.ts'
import { readRecord } from './read-record.ts'

/**
 * One look-up, read and judged.
 * @throws ApiFailure when it brought nothing
 * @throws the signal's reason when it was given up
 */
export async function readCustomer(session: Session, search: CustomerSearch, signal: AbortSignal): Promise<Outcome> {
  const answer = await request<CustomerAnswer | undefined>({
    ...lookUpRequest(session, search),
    signal,
    read: readRecord,
  }).catch(asNothingFound)
  const { status, body: read, bytes, requestId } = answer
  const answered = { status, requestId, at: Date.now(), bytes }
  if (status === 204 || status === 404) return { kind: 'nothing-found', isEmptyAnswer: false, answered }
  const facts = { status, ...(requestId === undefined ? {} : { requestId }) }
  if (read === undefined) {
    const detail = words.noRecord()
    throw new ApiFailure('unreadable', { ...facts, detail })
  }
  const judgement = judgeAnswer(search.customerUUID, read)
  // A failure, so that a record that was read before stays.
  if (judgement === undefined) {
    throw new ApiFailure('no-data', { ...facts, errors: read.errors, warnings: read.warnings })
  }
  return { ...judgement, answered }
}

/** The contract says 204; a platform that says 404 means the same. */
function asNothingFound(error: unknown): Answer<CustomerAnswer> {
  if (!(error instanceof ApiFailure) || error.reason !== 'not-found') throw error
  return { status: 404, body: undefined, requestId: error.facts.requestId }
}
