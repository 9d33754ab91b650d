const PLAIN = /^[!-~]+(?: [!-~]+)*$/

// Characters that show nothing: controls, Unicode's format characters (directions and soft hyphens among them; the two
// joiners are looked at by themselves), fillers, variation selectors other than the emoji's.
const INVISIBLE =
  /(?!\u200C|\u200D|\uFE0F|\s)(?:[\p{Cc}\p{Cf}\p{Variation_Selector}\u115F\u1160\u2800\u3164\uFFA0]|\u034F|\u17B4|\u17B5)/gu
// Joiners shape letters of scripts that need them, and emoji; anywhere else they only hide.
const STRAY_JOINER =
  /(?:(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]))[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Extended_Pictographic}])|[\u200C\u200D](?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])/gu

/**
 * Text of a record for the screen, in one line: what shows nothing or turns its surroundings around is taken out (Unicode
 * Technical Report 36), blanks of all kinds are one space, half a character is the mark for it. Cleaning twice is cleaning
 * once.
 */
export function cleanText(sent: string | null | undefined): string {
  if (sent === null || sent === undefined || sent === '') return ''
  if (PLAIN.test(sent)) return sent
  let text = sent.replace(/\p{Cs}/gu, '\uFFFD').replace(INVISIBLE, '')
  // One that goes can leave another without its neighbour.
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(STRAY_JOINER, '')
  }
  return text.replace(/\s+/gu, ' ').trim()
}

/** The same for a text of several lines. */
export function cleanLines(sent: string | null | undefined): string {
  return (sent ?? '')
    .split(/\r\n?|\n/)
    .map(cleanText)
    .join('\n')
    .trim()
}

/** Whether the text holds a letter, a digit or a sign, not only punctuation. */
export function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(text)
}

/** What was sent, with the characters that nobody sees written out as `[U+202E]`; blanks in front and behind are left off. */
export function withVisibleMarks(sent: string): string {
  return sent
    .trim()
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(INVISIBLE, named)
    .replace(STRAY_JOINER, named)
    .replace(/\s+/gu, ' ')
}

/** JSON with the characters that nobody sees written as the escapes that mean the same: `\u202e`. */
export function escapeHidden(json: string): string {
  return json.replace(INVISIBLE, (character) =>
    Array.from(
      { length: character.length },
      (_, place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
}

function named(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}

const LETTERS_AND_DIGITS = /^[\x20-\x7e\n]*$/

/** Folds case, accents and what cannot be seen, so that what is typed finds what is meant. */
export function fold(text: string): string {
  if (LETTERS_AND_DIGITS.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(/[\p{M}\u200C\u200D]/gu, '')
    .toLowerCase()
}
