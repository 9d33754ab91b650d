import type { Session } from '#src/contract/session.ts'
import type { CustomerSearch } from './customer-url.ts'
import type { Outcome } from './outcome.ts'
import { readCustomer } from './read-customer.ts'

type Read = { outcome: Promise<Outcome>; giveUp: AbortController }

/** An answer that nobody came for in this time is given up: it would be older than the page says. */
const WAITS_FOR_MS = 15_000
const ahead = new Map<string, Read>()
const keyOf = (session: Session, search: CustomerSearch) => JSON.stringify([session.user.uuid, search])

/** Reads the customer whom the address names before the app is there to ask. The app takes what comes, once. */
export function readAhead(session: Session, search: CustomerSearch): Promise<Outcome> {
  const giveUp = new AbortController()
  const outcome = readCustomer(session, search, giveUp.signal)
  const key = keyOf(session, search)
  ahead.set(key, { outcome, giveUp })
  setTimeout(() => {
    if (ahead.delete(key)) giveUp.abort()
  }, WAITS_FOR_MS)
  return outcome
}

/** What is being read ahead, and can still be taken. */
export function peekAhead(session: Session, search: CustomerSearch): Promise<Outcome> | undefined {
  return ahead.get(keyOf(session, search))?.outcome
}

/** Takes what was read ahead, or is being read; giving it up then gives up the look-up. */
export function takeAhead(session: Session, search: CustomerSearch, signal: AbortSignal): Promise<Outcome> | undefined {
  const key = keyOf(session, search)
  const read = ahead.get(key)
  if (read === undefined) return undefined
  ahead.delete(key)
  if (signal.aborted) read.giveUp.abort(signal.reason)
  signal.addEventListener('abort', () => read.giveUp.abort(signal.reason), { once: true })
  return read.outcome
}
