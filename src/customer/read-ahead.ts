import type { QueryClient } from '@tanstack/react-query'
import { pageSession } from '#src/api/page-session.ts'
import { peekAhead } from '#src/api/send.ts'
import { customerQuery } from './customer-query.ts'
import { parseCustomerAddress } from './customer-url.ts'
import { lookUpRequest } from './look-up.ts'
import { preloadPanel } from './panels.ts'

/** So long the first drawing waits for a record that is on its way; nobody sees that. */
const WAITS_FOR_MS = 100

/**
 * Reads the answer that was asked for ahead of the app, so that the page is drawn once, with the customer in it. An
 * answer that takes longer, or is no good one, is left to the page, which waits for it in words.
 */
export async function readAhead(queryClient: QueryClient): Promise<void> {
  const address = parseCustomerAddress(location)
  if (address === undefined || pageSession === undefined) return
  const panel = withinTime(preloadPanel(address.tab))
  const response = await withinTime(peekAhead(lookUpRequest(pageSession, address.search)))
  const isRecord = response?.status === 200 && response.headers.get('content-type')?.startsWith('application/json')
  if (isRecord !== true) return
  await Promise.all([panel, withinTime(queryClient.prefetchQuery(customerQuery(pageSession, address.search)))])
}

async function withinTime<T>(promise: Promise<T> | undefined): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), WAITS_FOR_MS))
  return Promise.race([promise?.catch(() => undefined), late])
}
