type Place = { pathname: string; search: string; hash: string }

/** The sign-in page's address for someone who wanted to see `place`. */
export function signInPath(place: Place): string {
  return signInPathTo(`${place.pathname}${place.search}${place.hash}`)
}

/** @param wanted a path of this site */
export function signInPathTo(wanted: string): string {
  return wanted === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(wanted)}`
}

/**
 * Where to go after sign-in: a path of this site, whatever the link says. Everything that a browser could
 * take for another site becomes the search page.
 * @param origin this site, e.g. `http://127.0.0.1:3000`
 */
export function safeReturnTo(wanted: string | null, origin: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what must not be there
  if (wanted === null || !/^\/(?![/\\])/.test(wanted) || /[\\\s\u0000-\u001F\u007F]/.test(wanted)) return '/'
  const url = parse(wanted, origin)
  if (url === undefined) return '/'
  // An encoded slash or backslash at the start could become a second one further on.
  if (url.origin !== origin || /^\/(?:\/|%2f|%5c)/i.test(url.pathname)) return '/'
  // No page to see: the first would come back here for ever, the others are for programs.
  if (/^\/(?:sign-in|api|customer)(?:\/|$)/.test(url.pathname)) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}

function parse(wanted: string, origin: string): URL | undefined {
  try {
    return new URL(wanted, origin)
  } catch {
    // No address at all.
    return undefined
  }
}
