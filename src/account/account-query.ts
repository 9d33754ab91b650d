import { queryOptions } from '@tanstack/react-query'
import { request } from '#src/api/request.ts'
import { Account } from '#src/contract/desk/account.ts'

/** The person's own account, as it is now. */
export const accountQuery = (userUUID: string) =>
  queryOptions({
    queryKey: ['account', userUUID],
    // Sessions begin and end elsewhere.
    staleTime: 0,
    queryFn: async ({ signal }) => Account.parse((await request({ method: 'GET', path: '/api/account', signal })).body),
  })
