import { expect, test } from 'playwright/test'
import { foundParts } from './found-parts.ts'

const marked = (text: string, words: string[], bare = '') =>
  foundParts(text, words, bare)
    .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
    .join('')

test('what is looked for is marked as it stands there, without regard to case and accents', () => {
  expect(marked('José Ruiz', ['jose'])).toBe('[José] Ruiz')
  expect(marked('2003 Honda Accord', ['accord', '2003'])).toBe('[2003] Honda [Accord]')
  expect(marked('banana', ['an'])).toBe('b[anan]a')
  expect(marked('Jose\u0301 Ruiz', ['jose', 'r'])).toBe('[Jose]\u0301 [R]uiz')
})

test('a VIN or a number is marked with the signs in it', () => {
  expect(marked('(614) 555-0117', ['6145550117'], '6145550117')).toBe('([614) 555-0117]')
  expect(marked('nothing of it', ['zebra'], 'zebra')).toBe('nothing of it')
})

test('no character is lost', () => {
  for (const text of ['', 'ﬁne İstanbul 🚗 straße', 'aaaa']) {
    expect(
      foundParts(text, ['a', 'i', 'ss', '🚗'])
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  }
})
