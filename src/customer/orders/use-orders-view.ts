import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router-dom'
import { useAddressPart } from '#src/ui/use-address-part.ts'
import { useSame } from '#src/ui/use-same.ts'
import { useStable } from '#src/ui/use-stable.ts'
import { type OrdersView, parseOrdersView, withOrdersView } from './orders-url.ts'

type OrdersViewState = {
  view: OrdersView
  /** Takes effect at once and stands in the address. */
  change: (next: Partial<OrdersView>) => void
  /** Takes effect at once and stands in the address as soon as there is a pause. */
  typeText: (text: string) => void
  /** What is typed does not stand in the address yet. */
  isTyping: boolean
}

/** How the orders are looked at, kept in the address. */
export function useOrdersView(): OrdersViewState {
  const [params] = useSearchParams()
  const [query, setQuery] = useAddressPart(params.toString(), (next) => location.pathname + (next && `?${next}`))
  // The table is drawn anew only for what changes it; the same words in the address are the same view, and the same parts.
  const inAddress = useMemo(() => parseOrdersView(new URLSearchParams(query)), [query])
  const chosen = useSame(inAddress.chosen)
  const columns = useSame(inAddress.columns)
  const put = (next: Partial<OrdersView>) => setQuery(withOrdersView(new URLSearchParams(query), next).toString())
  const [text, typeText] = useSettlingText(inAddress.text, (typed) => put({ text: typed, page: undefined }))
  const change = useStable((next: Partial<OrdersView>) => {
    if (next.text !== undefined) typeText(next.text)
    // What is being typed counts before the press.
    put(text === inAddress.text ? next : { text, page: undefined, ...next })
  })
  const view = useMemo(() => ({ ...inAddress, text, chosen, columns }), [inAddress, text, chosen, columns])
  return { view, change, typeText, isTyping: text !== inAddress.text }
}

/** Long enough that the address does not change with every letter: browsers refuse that after a while. */
const SETTLE_MS = 150

/** Text that takes effect while it is typed, and is passed on as soon as there is a pause. */
function useSettlingText(settled: string, onSettle: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState<string>()
  const { key } = useLocation()
  const settle = useEffectEvent(() => {
    // Somewhere else, which a link or Back has led to, it has no place.
    const { key: inAddress = 'default' } = (history.state ?? {}) as { key?: string }
    if (typed !== undefined && inAddress === key) onSettle(typed)
  })
  // The address has caught up.
  if (typed === settled) setTyped(undefined)
  // The pause passes outside React.
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => settle(), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  // Whoever opens another tab has paused.
  useEffect(() => () => settle(), [])
  return [typed ?? settled, setTyped]
}
