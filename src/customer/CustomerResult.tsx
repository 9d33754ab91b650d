import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { ApiFailure } from '#src/api/failure.ts'
import { useSession } from '#src/api/session-context.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { CustomerRecord } from './CustomerRecord.tsx'
import { CustomerSkeleton } from './CustomerSkeleton.tsx'
import { customerQuery } from './customer-query.ts'
import type { CustomerSearch, Tab } from './customer-url.ts'
import { counted } from './labels.ts'
import { Cancelled } from './Cancelled.tsx'
import { FailurePanel } from './FailurePanel.tsx'
import { NothingFound, OtherCustomer, WaitForRepeat } from './unusual.ts'
import type { Outcome } from './outcome.ts'

type Props = { search: CustomerSearch; tab: Tab }

/** The one query of the page: waiting, failed or found. */
export function CustomerResult({ search, tab }: Props) {
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
  const { queryKey } = options
  const stop = useCallback(
    async (why: typeof stopped) => {
      setStopped(why)
      await queryClient.cancelQueries({ queryKey })
    },
    // oxlint-disable-next-line react/exhaustive-deps -- the key is made of these
    [queryClient, session, search],
  )
  const cancel = useCallback(() => void stop('by the person'), [stop])
  const failure = query.error === null ? undefined : asFailure(query.error)
  useOnlineAgain(failure?.reason === 'offline', retry)
  if (failure !== undefined && query.data === undefined && !query.isFetching) {
    return <FailurePanel failure={failure} search={search} onRetry={retry} />
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
          answered={data.answered}
          search={search}
          tab={tab}
          failure={failure}
          waiting={waiting}
          isCancelled={stopped === 'by the person' && !query.isFetching}
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
