import { expect, test } from 'playwright/test'
import { csvFile, csvLine, csvText } from './csv.ts'

test('cells that a spreadsheet would run are text', () => {
  for (const lead of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
    const cell = csvLine([`${lead}cmd|' /C calc'!A0`])
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true)
  }
})

test('neither does what follows a line feed or a semicolon begin one', () => {
  expect(csvLine(['\n=1+1', 'a;=1+1'])).toBe(`"'\n=1+1","a;=1+1"`)
})

test('numbers stay numbers, below zero too', () => {
  expect(csvLine(['-12.50', '9223372036854775807', '007'])).toBe('-12.50,9223372036854775807,007')
})

test('commas, quotes, line ends and outer blanks are quoted', () => {
  expect(csvLine(['a,b', 'say "x"', 'two\nlines', ' pad', '', 'plain'])).toBe(
    '"a,b","say ""x""","two\nlines"," pad",,plain',
  )
})

test('a code keeps its zeros and all of its digits', () => {
  expect(['007', '9223372036854775807', '104477', 'RO-1', '', null].map(csvText)).toEqual([
    "'007",
    "'9223372036854775807",
    '104477',
    'RO-1',
    '',
    '',
  ])
})

test('a file names its columns, and holds a line for each item, however hostile its words are', () => {
  const columns = [
    { header: 'Key', kind: 'code', read: (item: { key: string }) => item.key },
    { header: 'Finding', kind: 'text', read: () => '=1+1' },
  ] as const
  expect(csvFile(columns, [{ key: '007' }])).toBe("\uFEFFKey,Finding\r\n'007,'=1+1\r\n")
})
