/**
 * Calls `act` when `afterMs` have passed and the browser has nothing else to do, at the latest twice as long after.
 * @returns a function that calls it off
 */
export function whenIdle(act: () => void, afterMs: number): () => void {
  let callOff = () => {}
  const timer = setTimeout(() => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'undefined') return act()
    const handle = requestIdleCallback(act, { timeout: afterMs })
    callOff = () => cancelIdleCallback(handle)
  }, afterMs)
  return () => {
    clearTimeout(timer)
    callOff()
  }
}
