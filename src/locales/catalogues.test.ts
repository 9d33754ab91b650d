import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { parseSync } from 'vite'
import { LANGUAGES as CHOICES } from '#src/contract/desk/language.ts'
import { LANGUAGES, placeholders, readCatalogues } from '../../scripts/languages.mjs'

test('what is built is what a person can choose', () => {
  expect(LANGUAGES).toEqual([...CHOICES])
})

const [english, ...others] = LANGUAGES.map((language) => ({ language, rooms: readCatalogues(language) }))
const rooms = Object.entries(english?.rooms ?? {})

for (const { language, rooms: translated } of others) {
  test(`${language} says everything that English says, with the same placeholders`, () => {
    expect(Object.keys(translated).toSorted()).toEqual(rooms.map(([room]) => room).toSorted())
    for (const [room, messages] of rooms) {
      expect(Object.keys(translated[room] ?? {}).toSorted(), room).toEqual(Object.keys(messages).toSorted())
      for (const [key, message] of Object.entries(messages)) {
        expect(placeholders(translated[room]?.[key] ?? ''), `${room} ${key}`).toEqual(placeholders(message))
      }
    }
  })

  test(`${language} has nothing that was left in English`, () => {
    // Short words can be the same; whole sentences are not.
    const left = rooms.flatMap(([room, messages]) =>
      Object.entries(messages)
        .filter(([key, message]) => / \p{L}+ \p{L}+/u.test(message) && translated[room]?.[key] === message)
        .map(([key]) => `${room} ${key}`),
    )
    expect(left).toEqual([])
  })
}

test('French has an apostrophe that ends no quotation, and blanks that no line breaks at', () => {
  const french = Object.entries(readCatalogues('fr-CA')).flatMap(([room, messages]) =>
    Object.entries(messages).map(([key, message]) => ({ name: `${room} ${key}`, message })),
  )
  const named = (pattern: RegExp) => french.filter(({ message }) => pattern.test(message)).map(({ name }) => name)
  expect(named(/\p{L}'\p{L}/u)).toEqual([])
  expect(named(/ [:»]|« /)).toEqual([])
})

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|^locales\/compiled\/|\/testing\//.test(name))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }))

test('every message is used', () => {
  const used = new Set(sources.flatMap(({ name, text }) => usedMessages(name, text)))
  const all = rooms.flatMap(([room, messages]) => Object.keys(messages).map((key) => `${room} ${key}`))
  expect(all.filter((message) => !used.has(message))).toEqual([])
})

/** The server has all languages at once, so its words are handed to whoever says them. */
function usedMessages(name: string, text: string): string[] {
  const used = [...text.matchAll(/import \* as (\w+) from '#words\/([^']+)'/g)].flatMap(([, as, room]) =>
    [...text.matchAll(new RegExp(`\\b${as}\\.(\\w+)`, 'g'))].map(([, key]) => `${room} ${key}`),
  )
  for (const [, names = '', room] of text.matchAll(/import \{ ([^}]+) \} from '#words\/([^']+)'/g)) {
    used.push(...names.split(',').map((key) => `${room} ${key.trim()}`))
  }
  if (!name.startsWith('server/')) return used
  return [...used, ...[...text.matchAll(/\.(\w+)\b/g)].map(([, key]) => `server ${key}`)]
}

/** Where words are for whoever runs the product or for programs, or names of makes as they are everywhere. */
const NOT_FOR_PEOPLE = /^(?:server|contract|locales)\/|^findings\/vin-makers\.ts$/
/** Attributes that are read or heard. */
const SPOKEN = new Set([
  'title',
  'label',
  'aria-label',
  'aria-description',
  'placeholder',
  'description',
  'alt',
  'message',
])
/** Two words, or one with a capital: more than a name of code. */
const WORDS = /\p{L}{2,},? \p{L}|^\p{Lu}\p{Ll}+$/u

test('every word on the screen is of a catalogue', () => {
  const written = sources
    .filter(({ name }) => !NOT_FOR_PEOPLE.test(name))
    .flatMap(({ name, text }) => wordsIn(name, text).map((word) => `${name}: ${word}`))
  expect(written.filter((found) => !ALLOWED.has(found))).toEqual([])
})

/** What looks like words and is none for people: what the platform, a browser or an address calls something. */
const ALLOWED: ReadonlySet<string> = new Set(
  Object.entries({
    'app/AppLayout.tsx': ['Customer Desk'],
    'sign-in/SignInPage.tsx': ['Customer Desk'],
    'ui/use-page-title.ts': ['… · Customer Desk'],
    'session/choose-language.ts': ['English (United States)', 'Español (Estados Unidos)'],
    'customer/CustomerResult.tsx': ['by the person', 'to ask at once'],
    'customer/record/labels.ts': ['Open', 'Invoiced', 'Closed', 'Repair order', 'Parts order'],
    'customer/record/CustomerTabs.tsx': ['Arrow'],
    'customer/record/find/FindInRecord.tsx': ['Escape', 'Enter'],
    'customer/record/use-address-lines.ts': ['postal addresses'],
    'customer/record/use-read-phones.ts': ['phone numbers'],
    'customer/record/orders/write-workbook.ts': ['mmm d, yyyy h:mm AM/PM'],
    'customer/search/QuickFind.tsx': ['Ctrl K'],
    'sign-in/SignInForm.tsx': ['username webauthn'],
    'ui/theme.ts': ['system-ui, sans-serif', "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace"],
    'format/address.ts': ['UNITED STATES OF AMERICA', 'GREAT BRITAIN'],
    'findings/oddity-words.ts': [
      'number sent as text',
      'text sent as a number',
      'yes or no sent as something else',
      'one entry where a list belongs',
      'entry that is no object',
      'value of a wrong type',
      'unknown value',
    ],
    'findings/address-lists.ts': [
      ...['new hampshire', 'new jersey', 'new mexico', 'new york', 'north carolina', 'north dakota', 'rhode island'],
      ...['south carolina', 'south dakota', 'west virginia', 'district of columbia'],
    ],
  }).flatMap(([file, texts]) => texts.map((text) => `${file}: ${text}`)),
)

type Node = { type: string; [key: string]: unknown }

/** Texts of a file that look like words for people. */
function wordsIn(name: string, text: string): string[] {
  const found: string[] = []
  const visit = (node: unknown, parent: Node | undefined): void => {
    if (Array.isArray(node)) return node.forEach((item) => visit(item, parent))
    if (typeof node !== 'object' || node === null || !('type' in node)) return
    const { type, value, quasis, callee } = node as Node
    if (/^(?:Import|ExportAll|TS)/.test(type) && type !== 'TSAsExpression' && type !== 'TSSatisfiesExpression') return
    if (type === 'NewExpression' && (callee as Node)['name'] === 'Error') return
    if (type === 'JSXAttribute' && (parent as Node | undefined) !== undefined) {
      const attribute = ((node as Node)['name'] as Node)['name'] as string
      const literal = value as Node | null
      if (literal?.type === 'Literal') {
        if (SPOKEN.has(attribute) && /\p{L}/u.test(String(literal['value']))) found.push(String(literal['value']))
        return
      }
    }
    if (type === 'JSXText' && /\p{L}/u.test(String(value))) found.push(String(value).trim())
    if (type === 'Literal' && typeof value === 'string' && WORDS.test(value)) found.push(value)
    if (type === 'TemplateLiteral') {
      const template = (quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join('…')
      if (WORDS.test(template)) found.push(template)
    }
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') visit(child, node as Node)
  }
  visit(parseSync(name, text).program, undefined)
  return found
}
