import type { QueryClient } from '@tanstack/react-query'
import { sendPreference, showPreference } from '#src/session/preferences.ts'
import { sessionQuery } from '#src/session/session-query.ts'

/**
 * Shows the colours and keeps them for the person; what cannot be kept is taken back.
 * @throws ApiFailure
 */
export async function chooseColors(queryClient: QueryClient, colors: 'light' | 'dark'): Promise<void> {
  const before = queryClient.getQueryData(sessionQuery().queryKey)?.preferences['color-scheme']
  showPreference(queryClient, 'color-scheme', colors)
  try {
    await sendPreference('color-scheme', colors)
  } catch (error) {
    showPreference(queryClient, 'color-scheme', before)
    throw error
  }
}
