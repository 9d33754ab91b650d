import { queryOptions, useQuery } from '@tanstack/react-query'
import { use, useMemo } from 'react'
import type { Session } from '#src/contract/desk/session.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { askedDealers } from '#src/customer/look-up/look-up-request.ts'
import type { Finding } from '#src/findings/finding.ts'
import { findAllInSteps } from '#src/findings/find-all.ts'
import { isLarge, loadWorker } from '#src/customer/look-up/read-record.ts'
import { storeCountry } from '#src/format/store-country.ts'
import { usePreference } from '#src/session/preferences.ts'
import { useSession } from '#src/session/session-context.ts'
import { RawBytes } from '../raw-bytes.ts'

/** What is known of the record, to be looked through. */
export type FindingsOf = { answer: CustomerAnswer; search: CustomerSearch; readAt: number }

/** What the record says about itself, without the rules that the person switched off; undefined until that is known. */
export function useFindings(record: FindingsOf): Finding[] | undefined {
  const { data } = useQuery(findingsQuery(useSession(), record, use(RawBytes)))
  const { value: off } = usePreference('findings-off')
  return useMemo(() => data?.filter(({ rule }) => !off?.includes(rule)), [data, off])
}

/**
 * One pass over one answer; a large one on another thread, if one can be had. The key holds the person and the look-up, as
 * that of the answer does.
 */
const findingsQuery = (session: Session, { answer, search, readAt }: FindingsOf, bytes: ArrayBuffer | undefined) =>
  queryOptions({
    queryKey: ['findings', session.user.uuid, search, readAt],
    queryFn: async ({ signal }) => {
      const asked = new Set(askedDealers(session, search))
      const circumstances = {
        customerUUID: search.customerUUID,
        dealerIds: new Set(session.dealers.filter(({ uuid }) => asked.has(uuid)).map(({ id }) => id)),
        currency: session.currency,
        country: storeCountry(session),
        now: readAt,
        timeZone: session.timeZone,
      }
      const off = new Set(session.findingsOff)
      const large = bytes !== undefined && isLarge(bytes) ? { bytes, examine: { circumstances, off } } : undefined
      const found = large && (await (await loadWorker())?.findInWorker(large, signal))
      return found ?? findAllInSteps({ ...circumstances, answer }, off)
    },
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
