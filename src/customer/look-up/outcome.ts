import type { CustomerAnswer, Section } from '#src/contract/read-answer.ts'

/** What is known of an answer besides what it says. */
export type Answered = {
  status: number
  requestId: string | undefined
  /** Milliseconds since the epoch. */ at: number
  /** The body as it arrived; undefined when there was none. */
  bytes: ArrayBuffer | undefined
}

/** What one look-up came to. */
export type Outcome = Judgement & { answered: Answered }

type Judgement =
  | { kind: 'customer'; answer: CustomerAnswer }
  /** None of the dealers has the customer; `isEmptyAnswer` when a 200 came with nothing in it. */
  | { kind: 'nothing-found'; isEmptyAnswer: boolean; answer?: CustomerAnswer }
  /** The answer is about somebody else: showing it would tell one customer about another. */
  | { kind: 'other-customer'; uuid: string }

const NO_CUSTOMER_FOUND = '10001'

/**
 * Sorts a readable 200 by what it holds.
 * @returns undefined when it holds only the service's reasons for sending no data
 */
export function judgeAnswer(customerUUID: string, answer: CustomerAnswer): Judgement | undefined {
  const uuid = answer.info.state === 'read' ? answer.info.value.uuid : undefined
  if (uuid && uuid.toLowerCase() !== customerUUID.toLowerCase()) return { kind: 'other-customer', uuid }
  const sections: readonly Section<unknown>[] = [
    answer.info,
    answer.communications,
    answer.vehicles,
    answer.secondaryCustomers,
    answer.orders,
    answer.addresses,
    answer.legacyAddresses,
  ]
  if (answer.errors.length > 0 && sections.every((section) => section.state === 'missing')) {
    return undefined
  }
  const isNotFoundSaid = answer.warnings.some((warning) => warning.warningCode === NO_CUSTOMER_FOUND)
  if (isNotFoundSaid && isEmpty(answer.info)) return { kind: 'nothing-found', isEmptyAnswer: false, answer }
  if (answer.errors.length === 0 && sections.every(isEmpty)) {
    return { kind: 'nothing-found', isEmptyAnswer: true, answer }
  }
  return { kind: 'customer', answer }
}

function isEmpty(section: Section<unknown>): boolean {
  if (section.state !== 'read') return section.state === 'missing'
  const { value, skipped } = section
  if (Array.isArray(value)) return value.length === 0 && skipped === 0
  return Object.values(value as object).every((field) => field === null || field === undefined || field === '')
}
