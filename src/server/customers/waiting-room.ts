/** Lets so many in at once. As many again may wait their turn; whoever gives up leaves the queue. */
export type WaitingRoom = {
  /**
   * Waits for a place.
   * @returns what gives the place back; undefined when there is none, at once or in `longestMs`
   * @throws the signal's reason when the caller gave up
   */
  enter(signal: AbortSignal, longestMs: number): Promise<(() => void) | undefined>
}

export function waitingRoom(places: number): WaitingRoom {
  let free = places
  // In the order in which they came.
  const waiting = new Set<() => void>()

  const leave = (): void => {
    const [next] = waiting
    if (next === undefined) free += 1
    else next()
  }
  /** A place is given back once, whoever says so how often. */
  const place = (): (() => void) => {
    let isHeld = true
    return () => {
      if (isHeld) leave()
      isHeld = false
    }
  }

  return {
    async enter(signal, longestMs) {
      signal.throwIfAborted()
      if (free > 0) {
        free -= 1
        return place()
      }
      if (waiting.size >= places) return undefined
      return new Promise((resolve, reject) => {
        const settle = (done: () => void) => {
          waiting.delete(enter)
          clearTimeout(timer)
          signal.removeEventListener('abort', giveUp)
          done()
        }
        const enter = () => settle(() => resolve(place()))
        const giveUp = () => settle(() => reject(signal.reason as Error))
        const timer = setTimeout(() => settle(() => resolve(undefined)), longestMs)
        signal.addEventListener('abort', giveUp)
        waiting.add(enter)
      })
    },
  }
}
