import { queryOptions } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import { RecentCustomers } from '#src/contract/desk/session.ts'

/** The person's own latest customers, newest first. */
export const recentQuery = () =>
  queryOptions({
    queryKey: ['recent-customers'],
    // Every look-up changes the list.
    staleTime: 0,
    queryFn: async ({ signal }) =>
      RecentCustomers.parse((await request({ method: 'GET', path: '/api/recent-customers', signal })).body).customers,
  })
