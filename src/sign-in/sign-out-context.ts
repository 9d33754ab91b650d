import { createContext, use } from 'react'

export const SignOutContext = createContext<() => void>(() => {})

/** Ends the session, and empties the page before anything else happens. */
export function useSignOut(): () => void {
  return use(SignOutContext)
}
