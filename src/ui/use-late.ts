import { useEffect, useState } from 'react'
import { afterPaint } from './use-after-paint.ts'

/**
 * A list whose first items change at once and whose others follow when nothing more urgent waits: together where
 * something stood before, which is changed in place, else some at a time, since what is new takes longer to draw. Until
 * then the places of those others show what stood there before. For a long list of which a part is in sight; a list that
 * one more step would complete changes as a whole.
 * @param initial how many change at once; all of them where none may come late
 * @param step how many new ones follow at a time
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
  // What was there as a whole stays so, also when `initial` is smaller from now on.
  if (drawn.items !== items || drawn.count < first) {
    setDrawn({ items, count: first, before: isShown ? shown(drawn) : [] })
  }
  const { count, before } = drawn
  const following = count >= items.length ? count : Math.max(count + step, Math.min(before.length, items.length))
  const next = isShown ? following : first
  // Painting is outside React.
  useEffect(() => {
    if (next === count) return undefined
    return afterPaint(() => setDrawn({ items, count: next, before: isShown ? before : [] }))
  }, [items, count, next, before, isShown])
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
