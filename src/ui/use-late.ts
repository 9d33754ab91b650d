import { useEffect, useState } from 'react'
import { afterPaint } from './use-after-paint.ts'

/**
 * The value of before, until what is drawn with the new one is on the screen; undefined at first. For the parts of a
 * long list that are out of sight: what people look at changes at once, the rest a frame later.
 */
export function useLate<T>(value: T): T | undefined {
  const [late, setLate] = useState<T>()
  // Painting is outside React.
  useEffect(() => (late === value ? undefined : afterPaint(() => setLate(() => value))), [late, value])
  return late
}
