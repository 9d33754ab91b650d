import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react'
import { SectionBoundary } from './SectionBoundary.tsx'

/**
 * A part of the page in a chunk of its own. When the chunk cannot be had its place says so, and trying again asks for it
 * anew, as does opening it another time.
 * @param name what stands in `… could not be shown`
 * @param fallback stands there until the chunk has come
 */
export function lazyPart<Props extends object>(
  name: string,
  load: () => Promise<ComponentType<Props>>,
  fallback: ReactNode = null,
): ComponentType<Props> {
  // A lazy component keeps a failure for ever, hence another one for another try.
  const makeLazy = () => lazy(async () => ({ default: await load() }))
  return function LazyPart(props: Props) {
    const [Current, setCurrent] = useState(makeLazy)
    return (
      <SectionBoundary name={name} onRetry={() => setCurrent(makeLazy)}>
        <Suspense fallback={fallback}>
          <Current {...props} />
        </Suspense>
      </SectionBoundary>
    )
  }
}
