import type { QueryClient } from '@tanstack/react-query'
import { ApiFailure } from '#src/api/failure.ts'
import { sessionQuery } from '#src/session/session-query.ts'
import type { Session } from '#src/contract/desk/session.ts'

/**
 * Lets a person in. The same person goes on where the sign-in ended: what was refused then is asked once
 * more. For anybody else, everything that an earlier person looked at goes first.
 */
export function enterSession(queryClient: QueryClient, session: Session, previous: Session | undefined): void {
  const isOfSession = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === sessionQuery().queryKey[0]
  const isSamePerson = previous?.user.uuid === session.user.uuid
  if (!isSamePerson) queryClient.removeQueries({ predicate: (query) => !isOfSession(query) })
  queryClient.setQueryData(sessionQuery().queryKey, session)
  if (!isSamePerson) return
  void queryClient.refetchQueries({
    predicate: ({ state }) => state.error instanceof ApiFailure && state.error.reason === 'signed-out',
  })
}
