import type { QueryClient } from '@tanstack/react-query'
import { pageSession } from '#src/api/page-session.ts'
import { customerQuery } from './customer-query.ts'
import { parseCustomerAddress } from './customer-url.ts'
import { preloadPanel } from './panels.ts'
import { peekAhead } from './read-ahead.ts'

/** So long the first drawing waits for a record that is on its way; nobody sees that. */
const WAITS_FOR_MS = 100

/**
 * Has the record there before the first drawing, so that the page is drawn once, with the customer in it. An answer that
 * takes longer, or is no good one, is left to the page, which waits for it in words.
 */
export async function awaitFirstRecord(queryClient: QueryClient): Promise<void> {
  const address = parseCustomerAddress(location)
  if (address === undefined || pageSession === undefined) return
  const panel = withinTime(preloadPanel(address.tab))
  const outcome = await withinTime(peekAhead(pageSession, address.search))
  if (outcome === undefined) return
  await Promise.all([panel, queryClient.prefetchQuery(customerQuery(pageSession, address.search))])
}

async function withinTime<T>(promise: Promise<T> | undefined): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), WAITS_FOR_MS))
  return Promise.race([promise?.catch(() => undefined), late])
}
