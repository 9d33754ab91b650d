import { expect, test } from 'playwright/test'
import { indentJson } from './indent-json.ts'

const linesOf = (json: string, atOnce = 100) => [...indentJson(json, atOnce)].flat()

test('the lines are those that JSON.stringify would indent by two', () => {
  const value = {
    name: 'Ha {"[,:]"} \\ "quoted"',
    none: null,
    empty: {},
    list: [],
    orders: [{ id: 1, tenders: [[], [1, 2]] }, 'x'],
    last: true,
  }
  expect(linesOf(JSON.stringify(value)).join('\n')).toBe(JSON.stringify(value, undefined, 2))
  expect(linesOf(JSON.stringify(value, undefined, 7)).join('\n')).toBe(JSON.stringify(value, undefined, 2))
})

test('numbers keep every digit', () => {
  expect(linesOf('{"id":9223372036854775807,"amount":1.50,"zip":00}')).toEqual([
    '{',
    '  "id": 9223372036854775807,',
    '  "amount": 1.50,',
    '  "zip": 00',
    '}',
  ])
})

test('a long text comes in steps, and nothing of it is lost', () => {
  const json = JSON.stringify(Array.from({ length: 1000 }, (_, n) => ({ n })))
  const steps = [...indentJson(json, 50)]
  expect(steps.length).toBeGreaterThan(50)
  expect(steps.flat().join('').replaceAll(' ', '')).toBe(json)
})
