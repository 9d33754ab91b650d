import { useEffect, useState } from 'react'

/** A tab in the background paints nothing, and must not wait for it. */
const AT_LATEST_MS = 100

/**
 * False until what is drawn first is on the screen and nothing more urgent waits, such as a click; for what may come a
 * frame later than the rest.
 */
export function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false)
  // Painting is outside React.
  useEffect(() => afterPaint(() => setIsPainted(true)), [])
  return isPainted
}

/**
 * Calls `act` when what is drawn now is on the screen and nothing more urgent waits.
 * @returns a function that calls it off
 */
export function afterPaint(act: () => void): () => void {
  const waiting = new AbortController()
  const goOn = () => {
    if (waiting.signal.aborted) return
    waiting.abort()
    act()
  }
  const latest = setTimeout(goOn, AT_LATEST_MS)
  // When the second frame begins, the first is on its way to the screen.
  requestAnimationFrame(() => requestAnimationFrame(() => whenIdle(goOn)))
  return () => {
    clearTimeout(latest)
    waiting.abort()
  }
}

/** Safari has no idle callbacks. */
const whenIdle: (act: () => void) => void =
  typeof requestIdleCallback === 'function' ? requestIdleCallback : (act) => setTimeout(act)
