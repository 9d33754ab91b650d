import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being put on paper, where nothing may stay behind a tab. */
export function usePrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false)
  // The browser asks for paper outside React and takes what stands there at once, hence flushSync.
  useEffect(() => {
    const media = matchMedia('print')
    const set = (value: boolean) => flushSync(() => setIsPrinting(value))
    const handleMedia = (event: MediaQueryListEvent) => set(event.matches)
    const handleBefore = () => set(true)
    const handleAfter = () => set(false)
    media.addEventListener('change', handleMedia)
    addEventListener('beforeprint', handleBefore)
    addEventListener('afterprint', handleAfter)
    return () => {
      media.removeEventListener('change', handleMedia)
      removeEventListener('beforeprint', handleBefore)
      removeEventListener('afterprint', handleAfter)
    }
  }, [])
  return isPrinting
}
