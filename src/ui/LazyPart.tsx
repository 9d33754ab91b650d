import {
  type QueryClient,
  queryOptions,
  useQuery,
  useQueryErrorResetBoundary,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { type ComponentType, createElement, type ReactNode, Suspense, useDeferredValue } from 'react'
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
  const part = partQuery(name, load)
  function Loaded(props: Props) {
    const { data } = useSuspenseQuery(part)
    return createElement(data, props)
  }
  const Part = (props: Props) => (
    <Bounded name={name}>
      <Suspense fallback={fallback}>
        <Loaded {...props} />
      </Suspense>
    </Bounded>
  )
  return Object.assign(Part, { preload: (queryClient: QueryClient) => queryClient.prefetchQuery(part) })
}

/**
 * The same for a small part of something larger, which may come later than the rest. It does not suspend: React holds up
 * what stands around a part that does, for the same 0.3 s.
 */
export function deferredPart<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  const part = partQuery(name, load)
  function Loaded(props: Props) {
    // What is drawn now goes first.
    const isDrawn = useDeferredValue(true, false)
    const { data } = useQuery({ ...part, throwOnError: true, enabled: isDrawn })
    return data === undefined ? fallback : createElement(data, props)
  }
  return (props) => (
    <Bounded name={name}>
      <Loaded {...props} />
    </Bounded>
  )
}

function partQuery<Props>(name: string, load: () => Promise<ComponentType<Props>>) {
  return queryOptions({
    queryKey: ['part', name],
    queryFn: load,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    structuralSharing: false,
  })
}

function Bounded({ name, children }: { name: string; children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return (
    <SectionBoundary name={name} onRetry={reset}>
      {children}
    </SectionBoundary>
  )
}
