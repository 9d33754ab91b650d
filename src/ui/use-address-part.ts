import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { afterPaint } from './use-after-paint.ts'

/**
 * A part of the address that changes on the screen first: the router, which has the whole page drawn anew, hears of it
 * a frame later. The address itself is right at once, for a reload or a copied link.
 * @param inRouter the part as the router knows it, compared by identity
 * @param pathOf the address with another value of the part
 */
export function useAddressPart<Part>(inRouter: Part, pathOf: (part: Part) => string): [Part, (part: Part) => void] {
  const navigate = useNavigate()
  const [ahead, setAhead] = useState<{ part: Part; of: Part }>()
  // The router has heard of it, or has gone elsewhere.
  const isOver = ahead !== undefined && ahead.of !== inRouter
  if (isOver) setAhead(undefined)
  const catchUp = useEffectEvent(() => navigate(location.pathname + location.search, { replace: true }))
  // Painting is outside React.
  useEffect(() => (ahead === undefined ? undefined : afterPaint(() => void catchUp())), [ahead])
  const change = (part: Part) => {
    history.replaceState(history.state, '', pathOf(part))
    setAhead({ part, of: inRouter })
  }
  return [ahead === undefined || isOver ? inRouter : ahead.part, change]
}
