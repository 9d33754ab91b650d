import { useEffect } from 'react'
import { whenIdle } from '#src/ui/when-idle.ts'
import { pageChunks } from './page-chunks.ts'

/** Long after whatever the page itself asks for. */
const START_AFTER_MS = 4000

/** Fetches the other pages while nothing else is to be done, so that the next click waits for no file. */
export function useIdlePrefetch(isManager: boolean): void {
  // The network is outside React. A failure is no news: whoever goes there asks again.
  useEffect(() => {
    if (isDataDear()) return undefined
    return whenIdle(() => {
      const chunks = [pageChunks.search, pageChunks.signIn, ...(isManager ? [pageChunks.audit] : [])]
      void Promise.allSettled(chunks.map((load) => load()))
    }, START_AFTER_MS)
  }, [isManager])
}

/** People can tell the browser to save data; not every browser can be told. */
function isDataDear(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}
