import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router-dom'
import { ApiFailure, failureWords } from '#src/api/failure.ts'
import { SessionContext } from '#src/api/session-context.ts'
import { sessionQuery } from '#src/api/session-query.ts'
import { Notice } from '#src/ui/Notice.tsx'
import { signInPath } from './return-to.ts'

type Props = { children: ReactNode }

/** Shows its children to a signed-in person; anyone else signs in first and comes back to this very view. */
export function SignedIn({ children }: Props) {
  const location = useLocation()
  const session = useQuery(sessionQuery())
  if (session.data) return <SessionContext value={session.data}>{children}</SessionContext>
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
