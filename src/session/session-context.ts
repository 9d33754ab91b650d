import { createContext, use } from 'react'
import type { Session } from '#src/contract/desk/session.ts'

export const SessionContext = createContext<Session | undefined>(undefined)

/** The person who is signed in; only below the part of the page that asks for a sign-in. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('useSession is called outside SignedIn')
  return session
}
