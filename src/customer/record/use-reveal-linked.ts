import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'

/** The state of a link that leads to an order: it is to be brought into view, wherever it stands. */
export const revealOrder = { reveal: true } as const

/**
 * Brings the order that a link names into view: once when the page is opened by such a link, and each time one is pressed;
 * not when a tab, a filter or a press on the order itself has it drawn again.
 * @param linked names the order
 * @param isDrawn its row is on the page
 */
export function useRevealLinked(linked: string | undefined, isDrawn: boolean): void {
  const { key, state } = useLocation()
  const seen = useRef<string>(undefined)
  // Scrolling is outside React.
  useEffect(() => {
    if (!isDrawn || seen.current === key) return
    const isAsked = seen.current === undefined || (state as { reveal?: boolean } | null)?.reveal === true
    seen.current = key
    if (linked !== undefined && isAsked) {
      document.querySelector('[data-linked]')?.scrollIntoView({ block: 'center' })
    }
  }, [key, state, linked, isDrawn])
}
