import { expect, test } from 'playwright/test'
import { ExactNumber, parseExact, printExact } from './exact-json.ts'
import { jsonBreak } from './json-break.ts'

const texts = [
  '9007199254740993',
  '-9007199254740993',
  '9223372036854775807',
  '{"id":9007199254740993,"a":[9223372036854775807,1.5,-2],"text":"9007199254740993 stays text"}',
  '[12345678901234.56789,0.1,100,1e3,-0.125]',
  '{"quote":"\\"9007199254740993\\": 1","id":9007199254740993}',
]
for (const text of texts) {
  test(`keeps every digit of ${text}`, () => {
    expect(printExact(parseExact(text))).toBe(text)
  })
}

test('numbers that a double holds stay numbers', () => {
  expect(parseExact('[1, 2.5, 9007199254740991, "x"]')).toEqual([1, 2.5, 9007199254740991, 'x'])
})

test('a string that looks like a mark of the parser stays the string it was', () => {
  const sent = ['\u0000n9', '\u0000tx', '\u0000', 'plain']
  const parsed = parseExact(`[9007199254740993,${sent.map((item) => JSON.stringify(item)).join(',')}]`) as unknown[]
  expect(parsed.slice(1)).toEqual(sent)
  expect(parsed[0]).toBeInstanceOf(ExactNumber)
})

test('a byte order mark is accepted', () => {
  expect(parseExact('\uFEFF{"a":1}')).toEqual({ a: 1 })
})

for (const text of [
  '{"id":09007199254740993}',
  '{"id":9007199254740993',
  '[1e]',
  'NaN',
  '{"a":9007199254740993.}',
  '',
]) {
  test(`refuses what is no JSON: ${text || 'nothing'}`, () => {
    expect(() => parseExact(text)).toThrow(SyntaxError)
  })
}

test('__proto__ is a key like any other', () => {
  const parsed = parseExact('{"__proto__":{"admin":true},"id":9007199254740993}') as Record<string, unknown>
  expect(Object.hasOwn(parsed, '__proto__')).toBe(true)
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
})

test('a text of twenty million characters beside a long number is read', () => {
  const text = 'x'.repeat(20e6)
  expect(printExact(parseExact(`{"text":"${text}","id":9223372036854775807}`)).length).toBe(text.length + 36)
})

test('so is a text of millions of escapes, and it stays what it is', () => {
  const value = { first: '\u0000n1', text: '"'.repeat(5e6), last: 'x' }
  const read = parseExact(`${JSON.stringify(value).slice(0, -1)},"id":9223372036854775807}`)
  expect(printExact(read)).toBe(`${JSON.stringify(value).slice(0, -1)},"id":9223372036854775807}`)
  expect(jsonBreak(JSON.stringify(value).repeat(2))).toBe('broken at character 10,000,042')
})
