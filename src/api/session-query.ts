import { queryOptions } from '@tanstack/react-query'
import { Session } from '#src/contract/session.ts'
import { ApiFailure } from './failure.ts'
import { request } from './request.ts'

/** Who is signed in; null when nobody is. */
export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<Session | null> => {
      try {
        return Session.parse((await request({ method: 'GET', path: '/api/session', signal })).body)
      } catch (error) {
        if (error instanceof ApiFailure && error.reason === 'signed-out') return null
        throw error
      }
    },
  })
