import { createContext, use } from 'react'

/** @param next where the sign-in is, when it is to lead somewhere */
export type SignOut = (next?: string) => void

export const SignOutContext = createContext<SignOut>(() => {})

/** Ends the session, and empties the page before anything else happens. */
export function useSignOut(): SignOut {
  return use(SignOutContext)
}
