import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { ApiFailure } from '#src/api/failure.ts'
import { useSession } from '#src/api/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { CustomerRecord } from './CustomerRecord.tsx'
import { CustomerSkeleton } from './CustomerSkeleton.tsx'
import { customerQuery } from './customer-query.ts'
import type { CustomerSearch, Tab } from './customer-url.ts'
import { FailurePanel } from './FailurePanel.tsx'
import { counted } from './labels.ts'
import { WaitForRepeat } from './WaitForRepeat.tsx'
import { Cancelled, NothingFound, OtherCustomer, ServiceProblem } from './OutcomePanels.tsx'
import type { Outcome } from './outcome.ts'

type Props = { search: CustomerSearch; tab: Tab }

/** The one query of the page: waiting, failed or found. */
export function CustomerResult({ search, tab }: Props) {
  const session = useSession()
  const queryClient = useQueryClient()
  const options = customerQuery(session, search)
  const query = useQuery(options)
  useReadOut(query.data, query.dataUpdatedAt)

  const { refetch } = query
  const retry = useCallback(() => void refetch(), [refetch])
  const { queryKey } = options
  // oxlint-disable-next-line react/exhaustive-deps -- the key is made of these
  const cancel = useCallback(() => void queryClient.cancelQueries({ queryKey }), [queryClient, session, search])
  const failure = query.error === null ? undefined : asFailure(query.error)
  useOnlineAgain(failure?.reason === 'offline', retry)
  // Access may have been withdrawn: what was read before must not stay.
  if (failure?.reason === 'dealer-refused' || (failure !== undefined && query.data === undefined)) {
    return <FailurePanel failure={failure} search={search} onRetry={retry} />
  }
  if (query.data === undefined) {
    if (query.fetchStatus === 'idle') return <Cancelled onRetry={retry} />
    const last = query.failureReason
    // Asking at once ends the wait for the repeat, or nothing would be asked before it.
    const retryNow = () => void queryClient.cancelQueries(options).then(retry)
    if (last instanceof ApiFailure && last.facts.retryAfterSeconds !== undefined) {
      return <WaitForRepeat failure={last} onCancel={cancel} onRetry={retryNow} />
    }
    return <CustomerSkeleton tab={tab} onCancel={cancel} />
  }
  const { data } = query
  switch (data.kind) {
    case 'nothing-found':
      return <NothingFound search={search} outcome={data} />
    case 'other-customer':
      return <OtherCustomer search={search} outcome={data} />
    case 'problem':
      return <ServiceProblem outcome={data} onRetry={retry} />
    case 'customer':
      return (
        <CustomerRecord
          answer={data.answer}
          answered={data.answered}
          search={search}
          tab={tab}
          failure={failure}
          readAt={query.dataUpdatedAt}
          isRefreshing={query.isFetching}
          onRefresh={retry}
          onCancel={cancel}
        />
      )
  }
}

function asFailure(error: Error): ApiFailure {
  return error instanceof ApiFailure ? error : new ApiFailure('failed')
}

/** Asks once more as soon as the device has a network again. */
function useOnlineAgain(isOffline: boolean, onOnline: () => void): void {
  // The network is outside React.
  useEffect(() => {
    if (!isOffline) return
    addEventListener('online', onOnline, { once: true })
    return () => removeEventListener('online', onOnline)
  }, [isOffline, onOnline])
}

function useReadOut(outcome: Outcome | undefined, readAt: number): void {
  const announce = useAnnounce()
  // The live region is outside this component; it changes when an answer arrives, not when it is drawn.
  useEffect(() => {
    if (outcome?.kind !== 'customer') return
    const { orders } = outcome.answer
    announce(`Customer loaded${orders.state === 'read' ? `, ${counted(orders.value.length, 'order')}` : ''}`)
  }, [outcome, readAt, announce])
}
