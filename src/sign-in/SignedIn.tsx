import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useState } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { asFailure, failureWords } from '#src/api/failure.ts'
import { request } from '#src/api/request.ts'
import { signInPath } from '#src/contract/desk/return-to.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { SessionContext } from '#src/session/session-context.ts'
import { sessionQuery } from '#src/session/session-query.ts'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import { Notice } from '#src/ui/Notice.tsx'
import * as buttons from '#words/buttons'
import * as words from '#words/sign-in'
import { enterSession } from './enter-session.ts'
import { SignOutContext } from '#src/session/sign-out-context.ts'
import { SignedOut } from './SignedOut.tsx'
import { useIdleLock } from './use-idle-lock.ts'
import { goToSignIn, useLeaving } from './use-leaving.ts'
import classes from './SignedIn.module.css'

const SignInDialog = lazyPart(words.newSignInPart(), async () => (await import('./SignInDialog.tsx')).SignInDialog)

type Props = { children: ReactNode }

/** Shows its children to a signed-in person, until somebody signs out. */
export function SignedIn({ children }: Props) {
  const { leaving, signOut } = useLeaving()
  if (leaving !== undefined) return <SignedOut leaving={leaving} />
  return (
    <SignOutContext value={signOut}>
      <AskForSession>{children}</AskForSession>
    </SignOutContext>
  )
}

/**
 * Anyone who is not signed in does so first, and comes back to this very view. A sign-in that ends while somebody works is
 * asked for over the page, which stays as it was, blurred.
 */
function AskForSession({ children }: Props) {
  const session = useQuery(sessionQuery())
  const [previous, setPrevious] = useState<Session>()
  if (session.data && session.data !== previous) setPrevious(session.data)
  if (session.data ?? previous) {
    return (
      <Lockable session={session.data ?? undefined} previous={previous}>
        {children}
      </Lockable>
    )
  }
  if (session.data === null) return <ToSignIn />
  if (session.error === null) return null
  const { title, advice } = failureWords(asFailure(session.error), words.readingSession())
  return (
    <main>
      <Notice title={title} level={1} isFocused>
        <p>{advice}</p>
        <Button onClick={() => void session.refetch()}>{buttons.retry()}</Button>
      </Notice>
    </main>
  )
}

function ToSignIn() {
  return <Navigate replace to={signInPath(useLocation())} />
}

type LockableProps = Props & { session: Session | undefined; previous: Session | undefined }

function Lockable({ session, previous, children }: LockableProps) {
  const queryClient = useQueryClient()
  const [reason, setReason] = useState<'ended' | 'idle'>('ended')
  const shown = session ?? previous
  const isLocked = session === undefined
  const lock = useCallback(() => {
    setReason('idle')
    // On the screen at once; the server is told when it can be.
    queryClient.setQueryData(sessionQuery().queryKey, null)
    request({ method: 'DELETE', path: '/api/session' }).catch(() => {})
  }, [queryClient])
  useIdleLock(session?.idleMinutes, lock)
  if (shown === undefined) return null
  return (
    <SessionContext value={shown}>
      {/* For another person everything is drawn anew: what the one before typed, too, goes. */}
      <div key={shown.user.uuid} className={isLocked ? classes.blurred : undefined} inert={isLocked}>
        {children}
      </div>
      {isLocked ? (
        <SignInDialog
          reason={reason}
          name={shown.user.name}
          onSignedIn={(entered) => {
            setReason('ended')
            enterSession(queryClient, entered, previous)
          }}
          onLeave={goToSignIn}
        />
      ) : null}
    </SessionContext>
  )
}
