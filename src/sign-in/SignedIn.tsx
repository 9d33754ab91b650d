import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { ApiFailure, failureWords } from '#src/api/failure.ts'
import { request } from '#src/api/request.ts'
import { SessionContext } from '#src/api/session-context.ts'
import { sessionQuery } from '#src/api/session-query.ts'
import type { Session } from '#src/contract/session.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { enterSession } from './enter-session.ts'
import { signInPath } from '#src/contract/return-to.ts'
import { useIdleLock } from './use-idle-lock.ts'
import { leave, useFollowSignOut } from './use-sign-out.ts'
import classes from './SignedIn.module.css'
import { Button } from '#src/ui/Button.tsx'

const SignInDialog = lazy(async () => ({ default: (await import('./SignInDialog.tsx')).SignInDialog }))

type Props = { children: ReactNode }

/**
 * Shows its children to a signed-in person; anyone else signs in first and comes back to this very view.
 * A sign-in that ends while somebody works is asked for over the page, which stays as it was, blurred.
 */
export function SignedIn({ children }: Props) {
  const location = useLocation()
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
  if (session.data === null) return <Navigate replace to={signInPath(location)} />
  if (session.error === null) return null
  const words = failureWords(session.error instanceof ApiFailure ? session.error : new ApiFailure('failed'))
  return (
    <main>
      <Notice title={words.title} level={1} isAlert>
        <p>{words.advice}</p>
        <Button onClick={() => void session.refetch()}>Try again</Button>
      </Notice>
    </main>
  )
}

type LockableProps = Props & { session: Session | undefined; previous: Session | undefined }

function Lockable({ session, previous, children }: LockableProps) {
  const queryClient = useQueryClient()
  const [reason, setReason] = useState<'ended' | 'idle'>('ended')
  const shown = session ?? previous
  const isLocked = session === undefined
  const lock = useCallback(() => {
    setReason('idle')
    // On the screen at once; the server hears of it when it can.
    queryClient.setQueryData(sessionQuery().queryKey, null)
    request({ method: 'DELETE', path: '/api/session' }).catch(() => {})
  }, [queryClient])
  useIdleLock(session?.idleMinutes, lock)
  useFollowSignOut()
  if (shown === undefined) return null
  return (
    <SessionContext value={shown}>
      <div className={isLocked ? classes.blurred : undefined} inert={isLocked}>
        {children}
      </div>
      {isLocked ? (
        <Suspense fallback={null}>
          <SignInDialog
            reason={reason}
            name={shown.user.name}
            onSignedIn={(entered) => {
              setReason('ended')
              enterSession(queryClient, entered, previous)
            }}
            onLeave={leave}
          />
        </Suspense>
      ) : null}
    </SessionContext>
  )
}
