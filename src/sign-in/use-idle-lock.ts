import { useEffect, useRef } from 'react'
import { request } from '#src/api/request.ts'
import { subscribeToTabs, tellTabs } from './tabs-channel.ts'

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const
/** How often somebody at work is told to the server and to the other tabs. */
const TELL_EVERY_MS = 60_000
const CHECK_EVERY_MS = 5000

/**
 * Calls `onIdle` when nobody has touched this or another tab for so long. Until then the session is kept
 * alive, also while somebody only reads and scrolls.
 * @param idleMinutes undefined while there is nothing to lock
 */
export function useIdleLock(idleMinutes: number | undefined, onIdle: () => void): void {
  const lastSeen = useRef(0)
  // Input, the clock and the other tabs are outside React.
  useEffect(() => {
    if (idleMinutes === undefined) return
    lastSeen.current = Date.now()
    let lastTold = Date.now()
    let pointer = ''
    const seen = (event: Event) => {
      // Browsers tell of a pointer that lies still when the page changes under it.
      if (event.type === 'pointermove') {
        const { screenX, screenY } = event as PointerEvent
        const place = `${screenX} ${screenY}`
        if (place === pointer) return
        pointer = place
      }
      const now = Date.now()
      // A computer that slept must not be woken past its lock.
      if (now - lastSeen.current >= idleMinutes * 60_000) {
        onIdle()
        return
      }
      lastSeen.current = now
      if (now - lastTold < TELL_EVERY_MS) return
      lastTold = now
      tellTabs('at-work')
      // A failure shows at the next look-up; there is nothing to say about it here.
      request({ method: 'PUT', path: '/api/session' }).catch(() => {})
    }
    const unsubscribe = subscribeToTabs((word) => {
      if (word === 'at-work') lastSeen.current = Date.now()
    })
    for (const sign of SIGNS_OF_LIFE) addEventListener(sign, seen, { passive: true, capture: true })
    const check = () => {
      if (Date.now() - lastSeen.current >= idleMinutes * 60_000) onIdle()
    }
    const timer = setInterval(check, CHECK_EVERY_MS)
    document.addEventListener('visibilitychange', check)
    return () => {
      unsubscribe()
      for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, seen, { capture: true })
      clearInterval(timer)
      document.removeEventListener('visibilitychange', check)
    }
  }, [idleMinutes, onIdle])
}
