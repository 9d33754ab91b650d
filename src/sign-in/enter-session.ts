import type { QueryClient } from '@tanstack/react-query'
import { ApiFailure } from '#src/api/failure.ts'
import { sessionQuery } from '#src/session/session-query.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { LANGUAGE } from '#src/format/language.ts'

/**
 * Lets a person in. The same person goes on where the sign-in ended: what was refused then is asked once
 * more. For anybody else, everything that an earlier person looked at goes first. Whoever reads another language than the
 * page's gets it loaded anew.
 */
export function enterSession(queryClient: QueryClient, session: Session, previous: Session | undefined): void {
  const isOfSession = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] === sessionQuery().queryKey[0]
  const isSamePerson = previous?.user.uuid === session.user.uuid
  if (!isSamePerson) queryClient.removeQueries({ predicate: (query) => !isOfSession(query) })
  queryClient.setQueryData(sessionQuery().queryKey, session)
  if (!isInLanguageOf(session, previous)) location.reload()
  if (!isSamePerson) return
  void queryClient.refetchQueries({
    predicate: ({ state }) => state.error instanceof ApiFailure && state.error.reason === 'signed-out',
  })
}

/** Without a choice it is the browser's language, which a page has unless somebody before had chosen another. */
function isInLanguageOf({ preferences }: Session, previous: Session | undefined): boolean {
  return preferences.language === undefined
    ? previous?.preferences.language === undefined
    : preferences.language === LANGUAGE
}
