import { queryOptions } from '@tanstack/react-query'
import type { Session } from '#src/contract/desk/session.ts'
import { ApiFailure } from '#src/api/failure.ts'
import { type Answer, request } from '#src/api/request.ts'

/** Who is signed in; null when nobody is. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return readSession(await request({ method: 'GET', path: '/api/session', signal }))
      } catch (error) {
        if (error instanceof ApiFailure && error.reason === 'signed-out') return null
        throw error
      }
    },
  })

/**
 * The session out of an answer of this application's own server. Only what nothing can be shown without is checked.
 * @throws ApiFailure
 */
export function readSession({ body, status, requestId }: Answer): Session {
  const session = body as Partial<Session> | null | undefined
  if (typeof session?.user?.uuid === 'string' && Array.isArray(session.dealers)) return session as Session
  throw new ApiFailure('unreadable', { status, ...(requestId === undefined ? {} : { requestId }) })
}
