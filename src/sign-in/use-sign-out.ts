import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { request } from '#src/api/request.ts'
import { emptyPage } from './empty-page.ts'
import { hearTabs, tellTabs } from './tabs-channel.ts'

const SIGN_IN = '/sign-in'

/** A page loaded anew holds nothing of the one before, in memory or in the back-forward cache. */
export function leave(): void {
  location.replace(SIGN_IN)
}

/** Ends the session and empties the page, also when the server cannot be reached. */
export function useSignOut(): () => Promise<void> {
  const queryClient = useQueryClient()
  return async () => {
    await queryClient.cancelQueries()
    queryClient.clear()
    tellTabs('signing-out')
    const ended = request({ method: 'DELETE', path: '/api/session' })
    // A server that cannot be reached keeps the session until it is idle for long; the page is empty at once.
    const next = await ended.then(
      (answer) => answer.location ?? SIGN_IN,
      () => undefined,
    )
    if (next === undefined) {
      // Without a server there is no page to go to, so this one says what has become of it.
      emptyPage(
        'You are signed out on this screen',
        'Customer Desk could not be told. Close the browser, or sign out once more when the network is back.',
      )
      return
    }
    tellTabs('signed-out')
    location.replace(next)
  }
}

/**
 * Empties this page when somebody signs out in another tab, and leaves it when the session is over: before that, the
 * sign-in page would lead whoever still has a session straight back in.
 */
export function useFollowSignOut(): void {
  const queryClient = useQueryClient()
  // The other tabs are outside React.
  useEffect(
    () =>
      hearTabs((word) => {
        if (word === 'signed-out') leave()
        if (word !== 'signing-out') return
        queryClient.clear()
        emptyPage('You are signed out', 'Somebody signed out in another tab of this browser.')
      }),
    [queryClient],
  )
}
