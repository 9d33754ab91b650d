/**
 * Calls `act` when the browser has nothing else to do, at the latest after `withinMs`.
 * @returns a function that calls it off
 */
export function whenIdle(act: () => void, withinMs: number): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act, withinMs / 2)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(act, { timeout: withinMs })
  return () => cancelIdleCallback(handle)
}
