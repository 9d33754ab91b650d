let isDrawn = false

/** To be called when the header stands on the screen before the app is there. */
export function noteGlance(): void {
  isDrawn = true
}

/** Whether the header that the app is about to draw can be read already; true once at most. */
export function takeGlance(): boolean {
  const wasDrawn = isDrawn
  isDrawn = false
  return wasDrawn
}
