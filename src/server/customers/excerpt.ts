import type { Words } from '../language.ts'

/** So much of a text without a structure is shown. */
const LONGEST = 300
const PAGE = /^\s*(?:<!doctype|<html|<\?xml|<!--|<head|<body)/i
/** Where a text goes over from words to the insides of a program. */
const STACK = /^\s*(?:at\s+\S+[.(:]|Traceback\b|File ".*", line \d|Caused by:|\.{3} \d+ more)/m

/**
 * The beginning of a body that is no JSON, when it is plain text for people.
 * @returns undefined for a page of HTML, XML, broken JSON, and for what is no text
 */
export function plainExcerpt(text: string, contentType: string): string | undefined {
  const start = text.trimStart()
  if (/html|xml|octet-stream|image|pdf/.test(contentType) || /^(?:[<{"]|\[\s*[[{"\d])/.test(start)) return undefined
  // What is said comes first; what is not text would come out as broken letters.
  const words = (text.slice(0, 4 * LONGEST).split(STACK)[0] ?? '').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
  if (words === '' || words.includes('\uFFFD') || /<\/?[a-z][^<]*>/i.test(words)) return undefined
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\s\S*$/, '')} …`
}

/** A text of the platform for the screen: a whole page in place of a sentence is not passed on. */
export const sayable = (text: string, words: Words): string => (PAGE.test(text) ? words.pageNotShown() : text)
