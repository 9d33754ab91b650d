// npm run languages: compiles the catalogues of src/locales, a module a message, so that each file of the app carries
// the words that it shows and no others.
import MessageFormat from '@messageformat/core'
// @ts-expect-error -- it comes without types
import compileModule from '@messageformat/core/compile-module.js'
import { parse } from '@messageformat/parser'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('../src/locales/', import.meta.url))
/** The first says which messages there are, and is what a program without a choice gets. */
export const LANGUAGES = ['en-US', 'es-US', 'fr-CA']

/** Compiles every language. A message that cannot be compiled, or that one of them lacks, ends it with its name. */
export function compileLanguages() {
  const sources = LANGUAGES.map((language) => ({ language, catalogues: readCatalogues(language) }))
  const text = JSON.stringify([readFileSync(fileURLToPath(import.meta.url), 'utf8'), sources])
  const stamp = `${FOLDER}compiled/from.json`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === text) return
  rmSync(`${FOLDER}compiled`, { recursive: true, force: true })
  const first = sources[0]?.catalogues ?? {}
  for (const { language, catalogues } of sources) {
    const format = new MessageFormat(language)
    for (const [room, messages] of Object.entries(first)) {
      const folder = `${FOLDER}compiled/${language}/${room}`
      mkdirSync(folder, { recursive: true })
      for (const key of Object.keys(messages)) {
        const message = catalogues[room]?.[key]
        if (message === undefined) throw new Error(`src/locales/${language}/${room}.json lacks ${key}`)
        writeFileSync(`${folder}/${key}.js`, compileModule(format, message))
      }
      const keys = Object.keys(messages)
      writeFileSync(
        `${folder}.js`,
        keys.map((key) => `export { default as ${key} } from './${room}/${key}.js'\n`).join('') || 'export {}\n',
      )
      writeFileSync(
        `${folder}.d.ts`,
        keys
          .map(
            (key) =>
              `/** ${messages[key]?.replaceAll('*/', '')} */\nexport const ${key}: ${type(messages[key] ?? '')}\n`,
          )
          .join('') || 'export {}\n',
      )
    }
  }
  writeFileSync(stamp, text)
}

/** @param {string} language @returns {Record<string, Record<string, string>>} messages by their names, by room */
export function readCatalogues(language) {
  const files = readdirSync(FOLDER + language).filter((name) => name.endsWith('.json'))
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(`${FOLDER}${language}/${name}`, 'utf8'))]),
  )
}

/**
 * What a message is given: each placeholder with the type of its value.
 * @param {string} message @returns {Record<string, string>}
 */
export function placeholders(message) {
  /** @type {Record<string, string>} */
  const found = {}
  /** @param {import('@messageformat/parser').Token[]} tokens */
  const collect = (tokens) => {
    for (const token of tokens) {
      if (token.type === 'argument') found[token.arg] ??= 'string | number'
      if (token.type === 'plural' || token.type === 'selectordinal') found[token.arg] = 'number'
      if (token.type === 'select') {
        found[token.arg] = token.cases.map(({ key }) => (key === 'other' ? '(string & {})' : `'${key}'`)).join(' | ')
      }
      if ('cases' in token) for (const { tokens: inner } of token.cases) collect(inner)
    }
  }
  collect(parse(message))
  return found
}

/** @param {string} message */
function type(message) {
  const given = Object.entries(placeholders(message)).map(([name, of]) => `${name}: ${of}`)
  return given.length === 0 ? '() => string' : `(given: { ${given.join('; ')} }) => string`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileLanguages()
