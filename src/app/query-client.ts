import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiFailure, repeatDelayMs, repeats } from '#src/api/failure.ts'
import { pageSession } from '#src/api/page-session.ts'
import { sessionQuery } from '#src/session/session-query.ts'

/** Nothing is read again behind a person's back: a screen must not change under the finger. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (!(error instanceof ApiFailure)) return
        // Access may have been withdrawn: what was read before must not come back.
        if (error.reason === 'dealer-refused') query.setState({ data: undefined, dataUpdatedAt: 0 })
        // The page asks for a new one, over what was read.
        if (error.reason === 'signed-out') client.setQueryData(sessionQuery().queryKey, null)
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 600_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Pausing while offline would show "loading" for ever; a failed request can be told.
        networkMode: 'always',
        retry: (failures, error) => failures < repeats(error),
        retryDelay: repeatDelayMs,
      },
      mutations: { networkMode: 'always' },
    },
  })
  if (pageSession !== undefined) client.setQueryData(sessionQuery().queryKey, pageSession)
  return client
}
