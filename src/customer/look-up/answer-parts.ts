import type { CustomerAnswer } from '#src/contract/read-answer.ts'

/** So many orders take a slow tablet less than a frame to take over. */
const ORDERS_IN_PART = 500

/**
 * An answer as texts, to go from one thread to another: first everything but the orders, then the orders by the part.
 * A browser parses these in half the time that it takes over objects, and other work can go between.
 */
export function* toParts(answer: CustomerAnswer): Generator<string> {
  const { orders } = answer
  if (orders.state !== 'read') {
    yield JSON.stringify(answer)
    return
  }
  yield JSON.stringify({ ...answer, orders: { ...orders, value: [] } })
  for (let first = 0; first < orders.value.length; first += ORDERS_IN_PART) {
    yield JSON.stringify(orders.value.slice(first, first + ORDERS_IN_PART))
  }
}

/** Puts the parts together again, in the order in which they were made. */
export function fromParts(): { take(part: string): void; answer(): CustomerAnswer | undefined } {
  let answer: CustomerAnswer | undefined
  return {
    take(part) {
      if (answer === undefined) answer = JSON.parse(part) as CustomerAnswer
      else if (answer.orders.state === 'read') answer.orders.value.push(...JSON.parse(part))
    },
    answer: () => answer,
  }
}
