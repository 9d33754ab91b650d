import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

const media = matchMedia('print')
let since: Date | undefined

/** Since when the page is being put on paper, where nothing may stay behind a tab; undefined on a screen. */
export const usePrinting = (): Date | undefined => useSyncExternalStore(subscribe, printedSince)

/** Whoever is quick with the keyboard prints before anybody listens. */
function printedSince(): Date | undefined {
  if (media.matches) since ??= new Date()
  return since
}

function subscribe(drawAnew: () => void): () => void {
  // The browser takes what stands there at once, hence flushSync.
  const set = (isPrinting: boolean) => {
    // The browser says it twice.
    if (isPrinting === (since !== undefined)) return
    since = isPrinting ? new Date() : undefined
    flushSync(drawAnew)
  }
  const handleMedia = (event: MediaQueryListEvent) => set(event.matches)
  const handleBefore = () => set(true)
  const handleAfter = () => set(false)
  media.addEventListener('change', handleMedia)
  addEventListener('beforeprint', handleBefore)
  addEventListener('afterprint', handleAfter)
  return () => {
    since = undefined
    media.removeEventListener('change', handleMedia)
    removeEventListener('beforeprint', handleBefore)
    removeEventListener('afterprint', handleAfter)
  }
}
