import { useEffect, useState } from 'react'
import { afterPaint } from './use-after-paint.ts'

/**
 * A list whose first items change at once and whose others follow, some at a time, when nothing more urgent waits. Until
 * then the places of those others show what stood there before. For a long list of which a part is in sight.
 * @param first how many change at once
 * @param step how many follow at a time
 */
export function useLate<T>(items: readonly T[], first: number, step: number): readonly T[] {
  const [drawn, setDrawn] = useState<{ items: readonly T[]; count: number; before: readonly T[] }>({
    items,
    count: first,
    before: [],
  })
  const isSame = drawn.items === items
  const count = isSame ? drawn.count : first
  const before = isSame ? drawn.before : shown(drawn)
  // Painting is outside React.
  useEffect(() => {
    if (count >= items.length) return undefined
    return afterPaint(() => setDrawn({ items, count: count + step, before }))
    // oxlint-disable-next-line react/exhaustive-deps -- what stood there before is made of the others
  }, [items, count, step])
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
