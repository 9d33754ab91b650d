import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { cleanText, escapeHidden, fold, saysSomething, withVisibleMarks } from './text.ts'

const cases: [what: string, sent: string | null, text: string][] = [
  ['nothing', null, ''],
  ['plain text', 'Ana Ruiz', 'Ana Ruiz'],
  ['blanks of all kinds', ' Ana\u00A0\u2003Ruiz\n', 'Ana Ruiz'],
  ['zero-width and soft hyphen', 'Acme\u200B\u00AD\u2060 LLC\uFEFF', 'Acme LLC'],
  ['a direction override', '\u202E1HGCM82633A004352', '1HGCM82633A004352'],
  ['direction isolates', '\u2067abc\u2069', 'abc'],
  ['fillers that look like blanks', '\u3164\u2800\uFFA0', ''],
  ['a zero-width joiner between Latin letters', 'n\u200Du\u200Cll', 'null'],
  ['a non-joiner that Persian needs', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['an emoji made of several', '👩\u200D🔧', '👩\u200D🔧'],
  ['control characters', 'a\u0007b\u0000', 'ab'],
  ['half an emoji', 'a\uD83D', 'a\uFFFD'],
  ['Hebrew', 'משה כהן', 'משה כהן'],
]
for (const [what, sent, text] of cases) {
  test(`${what} is shown as ${JSON.stringify(text)}`, () => {
    expect(cleanText(sent)).toBe(text)
  })
}

test('hidden characters are written out beside what was sent', () => {
  expect(withVisibleMarks('\u202ER-1\u200B')).toBe('[U+202E]R-1[U+200B]')
  expect(withVisibleMarks(' R-1 ')).toBe('R-1')
})

test('in JSON hidden characters are the escapes that mean the same', () => {
  const json = '{"a":"\u202ER-1\u{E0041}"}'
  expect(escapeHidden(json)).toBe('{"a":"\\u202eR-1\\udb40\\udc41"}')
  expect(JSON.parse(escapeHidden(json))).toEqual(JSON.parse(json))
})

test('only punctuation says nothing', () => {
  expect(['', '.', '--', '?'].some(saysSomething)).toBe(false)
  expect(['x', '7', '東', '👩'].every(saysSomething)).toBe(true)
})

test('what is typed finds what is meant', () => {
  expect(fold('Façade Ⅷ\u200B')).toBe('facade viii')
})

test('cleaning twice is cleaning once, and shows nothing that cannot be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (sent) => {
      const text = cleanText(sent)
      expect(cleanText(text)).toBe(text)
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u00AD\uFEFF\u3164]/)
    }),
    { numRuns: 300, seed: 1 },
  )
})
