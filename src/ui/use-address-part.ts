import { useEffect, useEffectEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation, useNavigate } from 'react-router-dom'
import { afterPaint } from './use-after-paint.ts'

/**
 * A part of the address that changes on the screen first: the router, which has the whole page drawn anew, hears of it
 * a frame later. The address itself is right at once, for a reload or a copied link.
 * @param inRouter the part as the router knows it
 * @param pathOf the address with another value of the part
 */
export function useAddressPart<Part>(inRouter: Part, pathOf: (part: Part) => string): [Part, (part: Part) => void] {
  const navigate = useNavigate()
  const { key } = useLocation()
  const [ahead, setAhead] = useState<{ part: Part; of: string }>()
  // The router has heard of it, or has gone elsewhere, be it to the same part of another page.
  const isOver = ahead !== undefined && ahead.of !== key
  if (isOver) setAhead(undefined)
  // In one go: a press between the router's hearing of it and its drawing would be taken for an old one.
  const catchUp = useEffectEvent(() =>
    flushSync(() => void navigate(location.pathname + location.search, { replace: true })),
  )
  // Painting is outside React.
  useEffect(() => (ahead === undefined ? undefined : afterPaint(() => catchUp())), [ahead])
  const change = (part: Part) => {
    history.replaceState(history.state, '', pathOf(part))
    setAhead({ part, of: key })
  }
  return [ahead === undefined || isOver ? inRouter : ahead.part, change]
}
