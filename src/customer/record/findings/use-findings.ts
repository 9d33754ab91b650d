import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Session } from '#src/contract/desk/session.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { askedDealers } from '#src/customer/look-up/look-up-request.ts'
import type { Finding } from '#src/findings/finding.ts'
import { findAllInSteps } from '#src/findings/find-all.ts'
import { storeCountry } from '#src/format/store-country.ts'
import { usePreference } from '#src/session/preferences.ts'
import { useSession } from '#src/session/session-context.ts'

/** What is known of the record, to be looked through. */
export type FindingsOf = { answer: CustomerAnswer; search: CustomerSearch; readAt: number }

/** What the record says about itself, without the rules that the person switched off; undefined until that is known. */
export function useFindings(record: FindingsOf): Finding[] | undefined {
  const { data } = useQuery(findingsQuery(useSession(), record))
  const { value: off } = usePreference('findings-off')
  return useMemo(() => data?.filter(({ rule }) => !off?.includes(rule)), [data, off])
}

/** One pass over one answer. The key holds the person and the look-up, as that of the answer does. */
const findingsQuery = (session: Session, { answer, search, readAt }: FindingsOf) =>
  queryOptions({
    queryKey: ['findings', session.user.uuid, search, readAt],
    queryFn: () => {
      const asked = new Set(askedDealers(session, search))
      return findAllInSteps(
        {
          answer,
          customerUUID: search.customerUUID,
          dealerIds: new Set(session.dealers.filter(({ uuid }) => asked.has(uuid)).map(({ id }) => id)),
          currency: session.currency,
          country: storeCountry(session),
          now: readAt,
          timeZone: session.timeZone,
        },
        new Set(session.findingsOff),
      )
    },
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
