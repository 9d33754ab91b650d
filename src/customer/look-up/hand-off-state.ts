/** The state of an entry in the history at which the hand-off card lies over the page. */
export const openHandOff = { handOff: true } as const

/** Whether an entry of the history says so. */
export function isHandOff(state: unknown): boolean {
  return (state as { handOff?: unknown } | null)?.handOff === true
}
