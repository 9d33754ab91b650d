import { useDebouncedCallback } from '@mantine/hooks'
import { useCallback, useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { useSession } from '#src/session/session-context.ts'
import { keptView } from './kept-view.ts'
import { type OrdersView, type OrdersViewChange, parseOrdersView, withOrdersView } from './orders-address.ts'

/** Long enough that the address does not change with every letter: browsers refuse that after a while. */
const PAUSE_MS = 150

/** What becomes of the view that stands in the address. */
export type OrdersChange = OrdersViewChange | ((view: OrdersView) => OrdersViewChange)

type OrdersViewState = {
  view: OrdersView
  /** Takes effect at once and stands in the address. */
  change: (next: OrdersChange) => void
  /** Takes effect at once and stands in the address as soon as there is a pause. */
  typeText: (text: string) => void
  /** Writes what has been typed into the address now, before anything else is pressed. */
  settleText: () => void
}

/** How the orders are looked at: as the address says, else as the person keeps it. */
export function useOrdersView(): OrdersViewState {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { preferences } = useSession()
  const kept = useMemo(() => keptView(preferences), [preferences])
  const inAddress = useMemo(() => parseOrdersView(params, kept), [params, kept])
  // What has been typed and does not stand in the address yet.
  const [typed, setTyped] = useState<string>()
  const change = useCallback(
    (next: OrdersChange) => {
      // The address itself, not the one that was drawn last: two presses may come before the next drawing.
      const { pathname, search } = location
      const here = new URLSearchParams(search)
      const changed = typeof next === 'function' ? next(parseOrdersView(here, kept)) : next
      if (changed.text !== undefined) setTyped(undefined)
      const query = withOrdersView(here, changed, kept).toString()
      void navigate({ pathname, search: query }, { replace: true, preventScrollReset: true })
    },
    [navigate, kept],
  )
  const settle = useDebouncedCallback((text: string) => change({ text, page: undefined }), PAUSE_MS)
  const typeText = (text: string) => {
    setTyped(text)
    settle(text)
  }
  const view = useMemo(
    () => (typed === undefined ? inAddress : { ...inAddress, text: typed, page: undefined }),
    [inAddress, typed],
  )
  return { view, change, typeText, settleText: settle.flush }
}
