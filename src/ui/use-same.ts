import { useMemo } from 'react'

/** The same object while it says the same, for what is drawn anew only when something changes. Of plain data. */
export function useSame<T>(value: T): T {
  const text = JSON.stringify(value)
  return useMemo(() => JSON.parse(text) as T, [text])
}
