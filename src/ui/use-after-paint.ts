import { useEffect, useState } from 'react'

/** A tab in the background paints nothing, and must not wait for it. */
const AT_LATEST_MS = 100

/** False until what is drawn first is on the screen; for what may come a frame later than the rest. */
export function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false)
  // Painting is outside React.
  useEffect(() => {
    const goOn = () => setIsPainted(true)
    const latest = setTimeout(goOn, AT_LATEST_MS)
    let next: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      next = setTimeout(goOn)
    })
    return () => {
      clearTimeout(latest)
      clearTimeout(next)
      cancelAnimationFrame(frame)
    }
  }, [])
  return isPainted
}
