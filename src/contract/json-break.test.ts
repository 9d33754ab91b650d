import { expect, test } from 'playwright/test'
import { fullRecord } from './full-record.ts'
import { printExact } from './exact-json.ts'
import { jsonBreak } from './json-break.ts'

const broken: [text: string, at: number][] = [
  ['<html>', 1],
  ['{"a":NaN}', 6],
  ['{"a":1,}', 8],
  ['[1,]', 4],
  ['[,1]', 2],
  ['{"a" 1}', 6],
  ['{"a":}', 6],
  ['{"a":tru}', 6],
  ['{"a":01}', 6],
  ['{a:1}', 2],
  ['[1 2]', 4],
  ['[1}', 3],
  ['{"a":1}}', 8],
  ['{"a":1} x', 9],
  ["{'a':1}", 2],
  ['{"a":"x\ny"}', 6],
  ['{"a":"\\x"}', 6],
  ['{"a":1.}', 6],
]
for (const [text, at] of broken) {
  test(`${JSON.stringify(text)} is broken at character ${at}`, () => {
    expect(() => JSON.parse(text)).toThrow()
    expect(jsonBreak(text)).toBe(`broken at character ${at}`)
  })
}

test('a whole record is not broken, and each shorter piece of it is broken where it ends', () => {
  const text = ` ${printExact(fullRecord({}).body)}\n`
  expect(jsonBreak(text)).toBeUndefined()
  expect(jsonBreak(`\uFEFF${text}`)).toBeUndefined()
  const lengths = Array.from({ length: text.length - 1 }, (_, length) => length)
  expect(lengths.map((length) => jsonBreak(text.slice(0, length)))).toEqual(
    lengths.map((length) => `broken at character ${(length + 1).toLocaleString('en-US')}, where it ends`),
  )
})

test('what the engine takes for JSON is not broken', () => {
  for (const value of [{}, [], 0, -0.5e-7, '', '\u2028"\\/', null, true, [[[]]], { '': { a: [{}, []] } }]) {
    expect(jsonBreak(JSON.stringify(value))).toBeUndefined()
    expect(jsonBreak(JSON.stringify(value, undefined, '\t'))).toBeUndefined()
  }
})

test('a text of twenty million characters is looked through', () => {
  expect(jsonBreak(`["${'x'.repeat(20e6)}`)).toBe('broken at character 20,000,003, where it ends')
  expect(jsonBreak(`["${'\\n'.repeat(2e6)}",]`)).toBe('broken at character 4,000,005')
})
