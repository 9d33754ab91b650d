import { QueryClient } from '@tanstack/react-query'
import { repeatDelayMs, repeats } from '#src/api/failure.ts'

/** Nothing is read again behind a person's back: a screen must not change under the finger. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        gcTime: 600_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Pausing while offline would show "loading" for ever; a failed request can be told.
        networkMode: 'always',
        retry: (failures, error) => failures < repeats(error),
        retryDelay: (failures) => repeatDelayMs(failures),
      },
      mutations: { networkMode: 'always' },
    },
  })
}
