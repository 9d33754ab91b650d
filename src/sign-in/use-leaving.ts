import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { request } from '#src/api/request.ts'
import type { SignOut } from '#src/session/sign-out-context.ts'
import type { Leaving } from './SignedOut.tsx'
import { subscribeToTabs, tellTabs } from './tabs-channel.ts'

const SIGN_IN = '/sign-in'

/**
 * Goes to a page loaded anew: it holds nothing of the one before, in memory or in the back-forward cache.
 * @param next with the address that whoever signs in sees then
 */
export function goToSignIn(next = SIGN_IN): void {
  location.replace(next)
}

/**
 * Signing out, here or in another tab. From the first moment `leaving` is set and nothing of a customer is kept; the server
 * is told meanwhile. One that cannot be reached keeps the session until it has been idle for long.
 */
export function useLeaving(): { leaving: Leaving | undefined; signOut: SignOut } {
  const queryClient = useQueryClient()
  const [leaving, setLeaving] = useState<Leaving>()
  const empty = useCallback(
    (why: Leaving) => {
      setLeaving(why)
      void queryClient.cancelQueries()
      queryClient.clear()
    },
    [queryClient],
  )
  const signOut = useCallback(
    (next = SIGN_IN) => {
      empty('telling')
      tellTabs('signing-out')
      // Where the identity provider comes next, the server keeps the way to `next`.
      request({ method: 'DELETE', path: `/api/session${new URL(next, location.origin).search}` }).then(
        (answer) => {
          tellTabs('signed-out')
          location.replace(answer.location ?? next)
        },
        () => setLeaving('not-told'),
      )
    },
    [empty],
  )
  // The other tabs are outside React. Not before the session is over: the sign-in page would lead whoever still has one
  // straight back in.
  useEffect(
    () =>
      subscribeToTabs((word) => {
        if (word === 'signing-out') empty('elsewhere')
        if (word === 'signed-out') goToSignIn()
      }),
    [empty],
  )
  return { leaving, signOut }
}
