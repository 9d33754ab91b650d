import { type QueryClient, useQueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query'
import { type ComponentType, createElement, type ReactNode, Suspense } from 'react'
import { SectionBoundary } from './SectionBoundary.tsx'
import { importQuery, useDeferredImport } from './use-deferred-import.ts'

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
  const part = importQuery(name, load)
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
  function Loaded(props: Props) {
    const part = useDeferredImport(name, load, true)
    return part === undefined ? fallback : createElement(part, props)
  }
  return (props) => (
    <Bounded name={name} isExtra>
      <Loaded {...props} />
    </Bounded>
  )
}

function Bounded({ name, isExtra = false, children }: { name: string; isExtra?: boolean; children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return (
    <SectionBoundary name={name} onRetry={reset} isExtra={isExtra}>
      {children}
    </SectionBoundary>
  )
}
