import { cleanText } from './text.ts'

// A dot-atom of RFC 5322 with the letters of RFC 6531, and host names of two labels or more.
const ATOM = "[\\p{L}\\p{N}\\p{M}!#$%&'*+/=?^_`{|}~-]+"
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]*[\\p{L}\\p{N}\\p{M}])?'
const ADDRESS = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+${LABEL}$`, 'u')

/**
 * The bare addresses in a field: `Maya <maya@dealer.example>`, `mailto:maya@…?subject=x`, several with commas, semicolons
 * or blanks between them. Empty when any part of it is no address: half of a field is not used.
 */
export function readEmails(sent: string | null | undefined): string[] {
  const text = cleanText(sent).normalize('NFKC')
  const pieces = text
    // A name in front of an address in angle brackets, and remarks in parentheses, are no part of it.
    .replace(/(?:"[^"]*"\s*|[^<>;,@"]*)<\s*([^<>]*?)\s*>/g, ' $1 ')
    .replace(/\([^()]*\)/g, ' ')
    .split(/[;,\s]+/)
    .filter((piece) => piece !== '')
    .map((piece) => piece.replace(/^mailto:([^?]*).*$/i, '$1').replace(/\.$/, ''))
  return pieces.every((piece) => ADDRESS.test(piece)) ? [...new Set(pieces)] : []
}

/** What opens a letter to the address: nothing in it can add another field. */
export function mailLink(address: string): string {
  const at = address.lastIndexOf('@')
  return `mailto:${encodeURIComponent(address.slice(0, at))}@${encodeURIComponent(address.slice(at + 1))}`
}
