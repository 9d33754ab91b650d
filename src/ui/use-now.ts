import { useSyncExternalStore } from 'react'

const STEP_MS = 30_000

/** The present in milliseconds since the epoch, rounded up to the half minute, for ages on the screen. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.ceil(Date.now() / STEP_MS) * STEP_MS)
}

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(onChange, 1000)
  return () => clearInterval(timer)
}
