import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks'
import { useEffect } from 'react'

/** A browser refuses an entry that changes with every step. */
const PAUSE_MS = 200

const USER_SCROLLS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * After a reload the page is where it was. A browser does that by itself only while it loads, and a record comes later, as it
 * does for the router's own restoration; so the place is kept with the entry of the history, beside what the router keeps
 * there, and taken up once the page is long enough, unless somebody scrolls first. Through the router each scroll would draw
 * the page anew.
 */
export function useRestoredScroll(): void {
  const keep = useDebouncedCallback(
    () => history.replaceState({ ...(history.state as object | null), scrolledTo: scrollY }, ''),
    PAUSE_MS,
  )
  useWindowEvent('scroll', keep)
  // The place and the history are outside React.
  useEffect(() => {
    const { scrolledTo } = (history.state ?? {}) as { scrolledTo?: unknown }
    const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    if (typeof scrolledTo !== 'number' || scrolledTo === 0 || entry?.type === 'navigate') return undefined
    const observer = new ResizeObserver(() => {
      if (document.documentElement.scrollHeight - innerHeight < scrolledTo) return
      scrollTo({ top: scrolledTo, behavior: 'instant' })
      stop()
    })
    const stop = () => {
      observer.disconnect()
      for (const name of USER_SCROLLS) removeEventListener(name, stop)
    }
    observer.observe(document.body)
    for (const name of USER_SCROLLS) addEventListener(name, stop, { passive: true })
    return stop
  }, [])
}
