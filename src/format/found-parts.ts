import { fold } from './text.ts'

/** A piece of a text, and whether it is what somebody looks for. */
export type FoundPart = { text: string; isFound: boolean }

/** Where in a text something is: from one index up to another. */
export type Span = { from: number; to: number }

/**
 * Where words stand in a text, without regard to case and accents; places that overlap are one.
 * @param words folded
 * @param bare the whole of what is looked for without blanks and signs, which finds a VIN with hyphens; '' for none
 */
export function foundSpans(text: string, words: readonly string[], bare = ''): Span[] {
  const { folded, sources } = foldedWithSources(text, () => true)
  const spans = words.flatMap((word) => spansOf(folded, sources, word))
  if (spans.length > 0 || bare === '') return merged(spans)
  const squeezed = foldedWithSources(text, (character) => /[\p{L}\p{N}]/u.test(character))
  return merged(spansOf(squeezed.folded, squeezed.sources, bare))
}

/** A text in pieces, those that were looked for told from the others. */
export function foundParts(text: string, words: readonly string[], bare = ''): FoundPart[] {
  const parts: FoundPart[] = []
  let at = 0
  for (const { from, to } of foundSpans(text, words, bare)) {
    if (from > at) parts.push({ text: text.slice(at, from), isFound: false })
    parts.push({ text: text.slice(from, to), isFound: true })
    at = to
  }
  if (at < text.length) parts.push({ text: text.slice(at), isFound: false })
  return parts
}

/** The text folded, and for each character of that the one that it came from: `ß` and `é` change their length. */
function foldedWithSources(text: string, isKept: (character: string) => boolean) {
  let folded = ''
  const sources: Span[] = []
  let at = 0
  for (const character of text) {
    const source = { from: at, to: at + character.length }
    at = source.to
    if (!isKept(character)) continue
    const letters = fold(character)
    folded += letters
    for (let place = 0; place < letters.length; place += 1) sources.push(source)
  }
  return { folded, sources }
}

function spansOf(folded: string, sources: readonly Span[], word: string): Span[] {
  const spans: Span[] = []
  if (word === '') return spans
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    const [first, last] = [sources[at], sources[at + word.length - 1]]
    if (first !== undefined && last !== undefined) spans.push({ from: first.from, to: last.to })
  }
  return spans
}

function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else apart.push({ ...span })
  }
  return apart
}
