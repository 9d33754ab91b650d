import * as words from '#words/customer'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { memo, useCallback, useEffect, useState } from 'react'
import { ApiFailure, asFailure } from '#src/api/failure.ts'
import { useSession } from '#src/session/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { lazyPart } from '#src/ui/LazyPart.tsx'
import type { CustomerSearch, Tab } from './look-up/customer-address.ts'
import { customerQuery } from './look-up/customer-query.ts'
import type { Outcome } from './look-up/outcome.ts'
import { Cancelled } from './outcome/Cancelled.tsx'
import { CustomerSkeleton } from './outcome/CustomerSkeleton.tsx'
import { FailurePanel } from './outcome/FailurePanel.tsx'
import { NothingFound, OtherCustomer } from './outcome/NothingFound.tsx'
import { RecordMessages } from './outcome/RecordMessages.tsx'
import { WaitForRepeat } from './outcome/WaitForRepeat.tsx'
import { CustomerRecord } from './record/CustomerRecord.tsx'

const CorrectSearch = lazyPart(words.formPart(), async () => (await import('./search/CorrectSearch.tsx')).CorrectSearch)

type Props = { search: CustomerSearch; tab: Tab; onTab: (tab: Tab) => void }

/**
 * The one query of the page: waiting, failed or found. Drawn anew for another search or tab, not whenever the filter of a
 * tab changes the address.
 */
export const CustomerResult = memo(function CustomerResult({ search, tab, onTab }: Props) {
  const session = useSession()
  const queryClient = useQueryClient()
  const options = customerQuery(session, search)
  const query = useQuery(options)
  const [stopped, setStopped] = useState<'by the person' | 'to ask at once'>()
  useReadOut(query.data, query.dataUpdatedAt)

  const { refetch } = query
  const retry = useCallback(() => {
    setStopped(undefined)
    void refetch()
  }, [refetch])
  const stop = useCallback(
    async (why: typeof stopped) => {
      setStopped(why)
      await queryClient.cancelQueries({ queryKey: customerQuery(session, search).queryKey })
    },
    [queryClient, session, search],
  )
  const cancel = useCallback(() => void stop('by the person'), [stop])
  const failure = query.error === null ? undefined : asFailure(query.error)
  useOnlineAgain(failure?.reason === 'offline', retry)
  if (failure !== undefined && query.data === undefined && !query.isFetching) {
    return (
      <FailurePanel failure={failure} search={search} tab={tab} onRetry={retry}>
        {failure.reason === 'rejected' ? <CorrectSearch failure={failure} search={search} onSame={retry} /> : null}
      </FailurePanel>
    )
  }
  const last = query.isFetching ? query.failureReason : null
  const waiting = last instanceof ApiFailure && last.facts.retryAfterSeconds !== undefined ? last : undefined
  if (query.data === undefined) {
    if (query.fetchStatus === 'idle' && stopped !== 'to ask at once') return <Cancelled onRetry={retry} />
    if (waiting !== undefined) {
      // Asking at once ends the wait for the repeat, or nothing would be asked before it.
      const retryNow = () => void stop('to ask at once').then(retry)
      return <WaitForRepeat key={waiting.at} failure={waiting} onCancel={cancel} onRetry={retryNow} />
    }
    return <CustomerSkeleton tab={tab} onCancel={cancel} />
  }
  const { data } = query
  switch (data.kind) {
    case 'nothing-found':
      return <NothingFound search={search} outcome={data} />
    case 'other-customer':
      return <OtherCustomer search={search} outcome={data} />
    case 'customer':
      return (
        <CustomerRecord
          answer={data.answer}
          bytes={data.answered.bytes}
          search={search}
          tab={tab}
          readAt={query.dataUpdatedAt}
          isRefreshing={query.isFetching}
          onRefresh={retry}
          onCancel={cancel}
          onTab={onTab}
        >
          <RecordMessages
            answer={data.answer}
            answered={data.answered}
            readAt={query.dataUpdatedAt}
            failure={failure}
            waiting={waiting}
            isCancelled={stopped === 'by the person' && !query.isFetching}
            onRefresh={retry}
            onCancel={cancel}
          />
        </CustomerRecord>
      )
  }
})

/** Asks once more as soon as the device has a network again. */
function useOnlineAgain(isOffline: boolean, onOnline: () => void): void {
  // The network is outside React.
  useEffect(() => {
    if (!isOffline) return undefined
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
    announce(orders.state === 'read' ? words.loadedOrders({ count: orders.value.length }) : words.loaded())
  }, [outcome, readAt, announce])
}
