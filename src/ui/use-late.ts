import { useEffect, useState } from 'react'
import { afterPaint } from './use-after-paint.ts'

/**
 * A list whose first items change at once and whose others follow, some at a time, when nothing more urgent waits. Until
 * then the places of those others show what stood there before. For a long list of which a part is in sight; a list that
 * one more step would complete changes as a whole.
 * @param initial how many change at once
 * @param step how many follow at a time
 * @param isShown only then do the others follow; when it is put away, they go
 * @returns `items` itself when all of them are there, so that the caller can tell whether some are still to come
 */
export function useLate<T>(items: readonly T[], initial: number, step: number, isShown: boolean): readonly T[] {
  const first = items.length <= initial + step ? items.length : initial
  const [drawn, setDrawn] = useState<{ items: readonly T[]; count: number; before: readonly T[] }>({
    items,
    count: first,
    before: [],
  })
  const isSame = drawn.items === items
  const count = isSame ? drawn.count : first
  const before = isSame ? drawn.before : isShown ? shown(drawn) : []
  const next = isShown ? (count < items.length ? count + step : count) : first
  // Painting is outside React.
  useEffect(() => {
    if (next === count) return undefined
    return afterPaint(() => setDrawn({ items, count: next, before: isShown ? before : [] }))
    // oxlint-disable-next-line react/exhaustive-deps -- what stood there before is made of the others
  }, [items, count, next])
  return count >= items.length ? items : shown({ items, count, before })
}

function shown<T>({
  items,
  count,
  before,
}: {
  items: readonly T[]
  count: number
  before: readonly T[]
}): readonly T[] {
  return [...items.slice(0, count), ...before.slice(count, items.length)]
}
