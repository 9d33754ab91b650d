import { useEffect } from 'react'
import { pages } from './pages.ts'

/** Long after whatever the page itself asks for. */
const AFTER_MS = 4000

/** Fetches the other pages while nobody waits for anything, so that the next click waits for no file. */
export function useIdlePrefetch(isManager: boolean): void {
  // The network is outside React. A failure is no news: whoever goes there asks again.
  useEffect(() => {
    if (isDataDear()) return undefined
    const timer = setTimeout(() => {
      const chunks = [pages.search, pages.signIn, ...(isManager ? [pages.audit] : [])]
      void Promise.allSettled(chunks.map((load) => load()))
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [isManager])
}

/** People can tell the browser to save data; not every browser can be told. */
function isDataDear(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}
