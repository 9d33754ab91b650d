import { type QueryClient, queryOptions, useQueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, createElement, type ReactNode, Suspense } from 'react'
import { SectionBoundary } from './SectionBoundary.tsx'

type LazyPart<Props> = ComponentType<Props> & {
  /** Has the part there before it is drawn. A failure is said where it is drawn. */
  preload(queryClient: QueryClient): Promise<void>
}

/**
 * A part of the page in a chunk of its own. When the chunk cannot be had its place says so, and trying again asks for it
 * anew. It is kept as an answer of the server is: React's own lazy component pauses also for a chunk that is already there,
 * and then shows what stands in for it for 0.3 s.
 * @param name what stands in `… could not be shown`; no two parts have the same
 * @param fallback stands there until the chunk has come
 */
export function lazyPart<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): LazyPart<Props> {
  const part = queryOptions({
    queryKey: ['part', name],
    queryFn: load,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    structuralSharing: false,
  })
  function Loaded(props: Props) {
    const { data } = useSuspenseQuery(part)
    return createElement(data, props)
  }
  function Part(props: Props) {
    const { reset } = useQueryErrorResetBoundary()
    return (
      <SectionBoundary name={name} onRetry={reset}>
        <Suspense fallback={fallback}>
          <Loaded {...props} />
        </Suspense>
      </SectionBoundary>
    )
  }
  return Object.assign(Part, { preload: (queryClient: QueryClient) => queryClient.prefetchQuery(part) })
}
