import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Since when the page is being put on paper, where nothing may stay behind a tab; undefined on a screen. */
export function usePrinting(): Date | undefined {
  // Whoever is quick with the keyboard prints before this is drawn.
  const [printedAt, setPrintedAt] = useState(() => (matchMedia('print').matches ? new Date() : undefined))
  // The browser asks for paper outside React and takes what stands there at once, hence flushSync.
  useEffect(() => {
    const media = matchMedia('print')
    const set = (value: boolean) => flushSync(() => setPrintedAt(value ? new Date() : undefined))
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
  return printedAt
}
