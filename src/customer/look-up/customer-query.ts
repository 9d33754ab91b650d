import { queryOptions } from '@tanstack/react-query'
import type { Session } from '#src/contract/desk/session.ts'
import type { CustomerSearch } from './customer-address.ts'
import { readCustomer } from './read-customer.ts'

/** One look-up. The key holds the person too, so that nobody is shown what another one read. */
export const customerQuery = (session: Session, search: CustomerSearch) =>
  queryOptions({
    queryKey: ['customer', session.user.uuid, search],
    // Comparing two answers of ten thousand orders takes longer than drawing what is seen of them.
    structuralSharing: false,
    queryFn: ({ signal }) => readCustomer(session, search, signal),
    // Read again only when somebody asks for it: its age stands beside it.
    staleTime: Number.POSITIVE_INFINITY,
  })
