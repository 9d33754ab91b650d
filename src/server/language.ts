import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { type Language, LANGUAGES } from '#src/contract/desk/language.ts'
import * as english from '#src/locales/compiled/en-US/server.js'
import * as spanish from '#src/locales/compiled/es-US/server.js'
import * as french from '#src/locales/compiled/fr-CA/server.js'

/** The server's words for people in one language. */
export type Words = typeof english

/** Says something in the words that it is given. */
export type Say = (words: Words) => string

const WORDS: Readonly<Record<Language, Words>> = { 'en-US': english, 'es-US': spanish, 'fr-CA': french }

export const wordsOf = (language: Language): Words => WORDS[language]

/** What logs and commands have, and whoever asks for no language that there is. */
export const DEFAULT_LANGUAGE = LANGUAGES[0]

/** The language that a request asks for by `accept-language`, of whatever region; the app sends that of its page. */
export function languageOf(c: Context): Language {
  const asked = accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: DEFAULT_LANGUAGE,
    // They come in the order of their weight.
    match: (ranges, { default: otherwise }) =>
      ranges
        .filter(({ q }) => q > 0)
        .map(({ type }) => (type === '*' ? otherwise : ofSameLanguage(type)))
        .find((language) => language !== undefined) ?? otherwise,
  })
  return LANGUAGES.find((language) => language === asked) ?? DEFAULT_LANGUAGE
}

/** The one that differs in its region at most: `es-MX` is answered in that of the United States. */
function ofSameLanguage(range: string): Language | undefined {
  const [primary = ''] = range.toLowerCase().split('-')
  return LANGUAGES.find((language) => language.startsWith(`${primary}-`))
}
