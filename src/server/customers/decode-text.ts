import type { Say } from '../language.ts'

const CHARSET = /;\s*charset\s*=\s*["']?\s*([\w.:-]+)/i
/** Names of ASCII, which the standard for the web takes for windows-1252: what is more than ASCII is UTF-8 then, or wrong. */
const ASCII = new Set(['us-ascii', 'ascii', 'ansi_x3.4-1968', 'iso646-us'])

/** What windows-1252 has at 0x80 to 0x9F; some versions of Node take it for Latin 1, which has control characters there. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** A body's text, or in words why there is none. */
export type Decoded = { text: string } | { problem: Say }

/** Decodes a body by the charset that its content type names, by its byte order mark, else as UTF-8; never to broken letters. */
export function decodeText(bytes: Uint8Array, contentType: string): Decoded {
  const named = CHARSET.exec(contentType)?.[1]?.toLowerCase()
  const mark = markOf(bytes)
  // A mark is more exact than a name: `utf-16` is in either order.
  const label = mark ?? (named === undefined || ASCII.has(named) ? 'utf-8' : named)
  const decoder = makeDecoder(label)
  if (decoder === undefined) return { problem: (words) => words.encodingUnknown({ encoding: label.slice(0, 40) }) }
  if (decoder.encoding === 'windows-1252') return { text: decodeWindows(bytes) }
  try {
    return { text: decoder.decode(bytes) }
  } catch {
    return {
      problem:
        named === undefined
          ? (words) => words.encodingNotUtf8()
          : (words) => words.encodingNotAsNamed({ encoding: named.slice(0, 40) }),
    }
  }
}

function markOf([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

const decodeWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign)

function makeDecoder(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
