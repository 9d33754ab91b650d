// The server writes its own version into the page, and into every answer of the API.
const ownVersion = document.querySelector<HTMLMetaElement>('meta[name="desk-version"]')?.content
const listeners = new Set<() => void>()
let isOutdated = false

/** Takes note of the version of the server that answered. */
export function noteVersion(answered: string | null): void {
  if (isOutdated || answered === null || ownVersion === undefined || answered === ownVersion) return
  isOutdated = true
  for (const listener of listeners) listener()
}

/** Whether the server has a newer app than the one that this page was loaded with. */
export const isAppOutdated = (): boolean => isOutdated

/** @returns a function that stops listening */
export function hearVersion(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
