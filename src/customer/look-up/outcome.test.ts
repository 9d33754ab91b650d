import { expect, test } from 'playwright/test'
import { parseExact } from '#src/contract/exact-json.ts'
import { readAnswer } from '#src/contract/read-answer.ts'
import { judgeAnswer } from './outcome.ts'

const judge = (text: string) => {
  const answer = readAnswer(parseExact(text))
  if (answer === undefined) throw new Error('not an answer')
  return judgeAnswer('Asked-1', answer)
}

test('a record is a customer, also when only one section came', () => {
  expect(judge('{"customerInfo":{"uuid":"ASKED-1","fname":"A"}}')?.kind).toBe('customer')
  expect(judge('{"customerInfo":null,"addressList":[{"city":"Erie"}]}')?.kind).toBe('customer')
})

test('errors beside data are still a customer; errors alone are no answer', () => {
  expect(judge('{"errors":[{"errorCode":1}],"customerInfo":{"fname":"A"}}')?.kind).toBe('customer')
  expect(judge('{"errors":[{"errorCode":1}]}')).toBeUndefined()
})

test('three roads lead to nothing found', () => {
  expect(judge('{"warnings":[{"warningCode":10001}]}')).toMatchObject({ kind: 'nothing-found', isEmptyAnswer: false })
  expect(judge('{}')).toMatchObject({ kind: 'nothing-found', isEmptyAnswer: true })
  expect(judge('{"customerInfo":{},"dealerOrderInfoList":[]}')).toMatchObject({ kind: 'nothing-found' })
})

test("another customer's record is never taken for the one asked", () => {
  expect(judge('{"customerInfo":{"uuid":"other","fname":"A"}}')).toEqual({ kind: 'other-customer', uuid: 'other' })
})
