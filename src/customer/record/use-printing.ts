import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Since when the page is being put on paper, where nothing may stay behind a tab; undefined on a screen. */
export function usePrinting(): Date | undefined {
  const [since, setSince] = useState<Date>()
  // Paper is outside React. The browser takes what stands there when the event ends, hence flushSync.
  useEffect(() => {
    const media = matchMedia('print')
    const begin = () => setSince((before) => before ?? new Date())
    const end = () => setSince(undefined)
    const handleBefore = () => flushSync(begin)
    const handleMedia = ({ matches }: MediaQueryListEvent) => flushSync(matches ? begin : end)
    if (media.matches) begin()
    media.addEventListener('change', handleMedia)
    addEventListener('beforeprint', handleBefore)
    addEventListener('afterprint', end)
    return () => {
      media.removeEventListener('change', handleMedia)
      removeEventListener('beforeprint', handleBefore)
      removeEventListener('afterprint', end)
    }
  }, [])
  return since
}
