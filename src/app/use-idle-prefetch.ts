import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { AuditPage, SearchPage, SignInPage } from './pages.ts'

/** Long after whatever the page itself asks for. */
const AFTER_MS = 4000

/** Fetches the other pages while nobody waits for anything, so that the next click waits for no file. */
export function useIdlePrefetch(isManager: boolean): void {
  const queryClient = useQueryClient()
  // The network is outside React. A failure is no news: whoever goes there asks again.
  useEffect(() => {
    if (isDataDear()) return undefined
    const timer = setTimeout(() => {
      for (const page of [SearchPage, SignInPage, ...(isManager ? [AuditPage] : [])]) void page.preload(queryClient)
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [queryClient, isManager])
}

/** People can tell the browser to save data; not every browser can be told. */
function isDataDear(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}
