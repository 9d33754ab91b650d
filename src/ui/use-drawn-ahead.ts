import {
  createContext,
  createElement,
  type ReactNode,
  type ReactPortal,
  startTransition,
  use,
  useCallback,
  useEffect,
  useState,
} from 'react'
import { createPortal } from 'react-dom'
import { whenIdle } from './when-idle.ts'

const IsShown = createContext(true)

/** Whether what is drawn can be seen, or is drawn ahead for when it will be. */
export function useIsShown(): boolean {
  return use(IsShown)
}

type Options<Of> = {
  /** What it is drawn of. When that changes while it is out of sight, it is drawn ahead once more. */
  of: Of
  isShown: boolean
  /** Fetches what it is made of. */
  preload: () => Promise<unknown>
  afterMs: number
}

type DrawnAhead = {
  /** Stands where it is shown. */
  place: (element: HTMLElement | null) => void
  /** Makes what is shown, or is drawn ahead, of its content. */
  draw: (content: ReactNode) => ReactPortal | null
}

/**
 * Draws something before it is shown, when the browser has nothing else to do. Until then it is in no page: nobody
 * finds it, reads it or can put the focus on it. Showing it costs its layout only.
 */
export function useDrawnAhead<Of>({ of, isShown, preload, afterMs }: Options<Of>): DrawnAhead {
  const [host] = useState(() => document.createElement('div'))
  const [ahead, setAhead] = useState<{ of: Of }>()
  const isAhead = ahead?.of === of
  // Idle time is outside React.
  useEffect(() => {
    if (isShown || isAhead) return undefined
    let isWanted = true
    const callOff = whenIdle(() => {
      const draw = () => (isWanted ? startTransition(() => setAhead({ of })) : undefined)
      // What fails now is tried again, and said, when it is opened.
      preload().then(draw, () => {})
    }, afterMs)
    return () => {
      isWanted = false
      callOff()
    }
  }, [of, isShown, isAhead, preload, afterMs])
  // The browser's layout is outside React.
  useEffect(() => (isAhead && !host.isConnected ? layOutOnce(host) : undefined), [isAhead, host])
  const place = useCallback((element: HTMLElement | null) => element?.append(host), [host])
  return {
    place,
    draw: (content) =>
      isShown || isAhead ? createPortal(createElement(IsShown, { value: isShown }, content), host) : null,
  }
}

/** Text whose glyphs have been looked up once is laid out in half the time. Comes and goes before anything else happens. */
function layOutOnce(host: HTMLElement): void {
  const place = document.createElement('div')
  Object.assign(place.style, { position: 'absolute', visibility: 'hidden' })
  place.append(host)
  document.body.append(place)
  void host.offsetHeight
  place.remove()
  host.remove()
}
