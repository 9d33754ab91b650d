import { expect, test } from 'playwright/test'
import { foldUsername, usernameProblem } from './username.ts'

const same: [typed: string, folded: string][] = [
  ['demo', 'demo'],
  ['Demo', 'demo'],
  [' demo ', 'demo'],
  ['\tDEMO\n', 'demo'],
  ['rene\u0301e', 'renée'],
  ['RENÉE', 'renée'],
  ['ana  maria', 'ana maria'],
  ['ana\u00A0maria', 'ana maria'],
  ['ｄｅｍｏ', 'demo'],
  ['de\u200Bmo\uFEFF', 'demo'],
  ['Straße', 'strasse'],
  ['ΟΔΟΣ', 'οδος'],
  ['Ǆ', 'dž'],
  ['ana.ruiz@Example.test', 'ana.ruiz@example.test'],
  ['ключ', 'ключ'],
  ['👩🏽‍🔧', '👩🏽🔧'],
]
for (const [typed, folded] of same) {
  test(`${JSON.stringify(typed)} is ${folded}`, () => {
    expect(foldUsername(typed)).toBe(folded)
  })
}

test('a name that is folded stays as it is', () => {
  for (let code = 1; code < 0x30000; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const folded = foldUsername(`a${String.fromCodePoint(code)}b`)
    if (foldUsername(folded) !== folded) throw new Error(`U+${code.toString(16)} is folded twice`)
  }
})

test('what nobody can see is no name', () => {
  expect(['', ' ', '\u200B', '\u3000'].map(usernameProblem)).toEqual(
    Array.from({ length: 4 }, () => 'must not be empty'),
  )
  expect(usernameProblem('x'.repeat(128))).toBeUndefined()
  for (const long of ['x'.repeat(129), 'ﷺ'.repeat(20)]) {
    expect(usernameProblem(long)).toBe('must have at most 128 characters')
  }
})
