import { useQueryClient } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import { tellTabs } from './tabs-channel.ts'

/**
 * Ends the session and empties the page. The page is loaded anew, so that no customer stays in memory or
 * in the browser's back-forward cache, also when the server cannot be reached.
 */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient()
  return async () => {
    await queryClient.cancelQueries()
    let next = '/sign-in'
    try {
      next = (await request({ method: 'DELETE', path: '/api/session' })).location ?? next
    } finally {
      queryClient.clear()
      tellTabs('signed-out')
      location.replace(next)
    }
  }
}
