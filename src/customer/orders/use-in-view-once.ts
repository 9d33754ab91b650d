import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { useIsShown } from '#src/ui/use-drawn-ahead.ts'

/** The order of each answer that was on the screen last. */
const seen = new WeakMap<CustomerAnswer, string>()

/**
 * Brings the order that a link names into view when it is first on the screen: not when a tab, a filter or paper has it
 * drawn again, nor when it is opened where it stands.
 */
export function useInViewOnce(answer: CustomerAnswer, linked: string | undefined, isPrinting: boolean): void {
  const isShown = useIsShown()
  const { pathname } = useLocation()
  const wanted = useRef<string>(undefined)
  // Scrolling is outside React. A link has led the router here, as a tab has not yet.
  useEffect(() => {
    const isNew = seen.get(answer) !== linked || pathname === location.pathname
    wanted.current = isShown && !isPrinting && isNew ? linked : undefined
    // oxlint-disable-next-line react/exhaustive-deps -- only when the orders appear
  }, [isShown])
  useEffect(() => {
    const row = isShown && !isPrinting && linked !== undefined ? document.querySelector('[data-linked]') : null
    if (row === null || linked === undefined) return
    if (wanted.current === linked) row.scrollIntoView({ block: 'center' })
    wanted.current = undefined
    seen.set(answer, linked)
  })
}
