/** Shorter ones would cut words apart. */
const SHORTEST = 4
const HIDDEN = '••••'
/** What stands in the header `authorization`; a word after one of these names has no digits, and capitals only in front. */
const AUTHORIZATION =
  /\b(?:[Bb]asic|[Bb]earer|BASIC|BEARER)\s+(?=[^\s,;]*[\d+/=.]|\w+[A-Z])[\w+/=.~-]{8,}|\beyJ[\w-]+\.[\w.-]*/g
/** Secrets behind the names that give them away. */
const NAMED =
  /\b(?:password|passwd|pwd|secret|api[-_ ]?key|access[-_ ]?token|token|authorization)\b["']?\s*[=:]\s*["']?[^\s"',;&]+/gi

/**
 * Makes what cuts credentials out of a text of the platform, which may quote the request that it refuses.
 * @param credentials this server's own, which are found in any of their spellings
 */
export function hideSecrets({ username, password }: { username: string; password: string }): (text: string) => string {
  const pair = `${username}:${password}`
  const spellings = [pair, password]
    .flatMap((secret) => [
      secret,
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('base64url'),
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
    ])
    .filter((spelling) => spelling.length >= SHORTEST)
    // A longer one may hold a shorter one.
    .toSorted((a, b) => b.length - a.length)
  const name = new RegExp(`(?<![\\w-])${username.replace(/[$()*+.?[\\\]^{|}-]/g, '\\$&')}(?![\\w-])`, 'g')
  return (text) => {
    const own = spellings.reduce((rest, spelling) => rest.replaceAll(spelling, HIDDEN), text)
    const nameless = username.length < SHORTEST ? own : own.replace(name, HIDDEN)
    return nameless.replace(AUTHORIZATION, HIDDEN).replace(NAMED, (found) => (found.endsWith(HIDDEN) ? found : HIDDEN))
  }
}
