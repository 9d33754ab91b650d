/** Told to the page when the server that answers has a newer app than the one that was loaded. */
export const OUTDATED_EVENT = 'desk:outdated'

/**
 * Compares the version of the server that answered with the one that the page was loaded from.
 * @param answered the header `x-desk-version`
 */
export function compareVersion(answered: string | null): void {
  const own = document.querySelector<HTMLMetaElement>('meta[name="desk-version"]')?.content
  if (answered !== null && own !== undefined && answered !== own) dispatchEvent(new Event(OUTDATED_EVENT))
}
