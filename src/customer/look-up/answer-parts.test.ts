import { expect, test } from 'playwright/test'
import { fromParts, toParts } from './answer-parts.ts'
import { printExact } from '#src/contract/exact-json.ts'
import { parseExact } from '#src/contract/exact-json.ts'
import { fullRecord } from '#src/contract/full-record.ts'
import { type CustomerAnswer, readAnswer } from '#src/contract/read-answer.ts'

const read = (text: string): CustomerAnswer => {
  const answer = readAnswer(parseExact(text))
  if (answer === undefined) throw new Error('not an answer')
  return answer
}
const passedOn = (text: string): CustomerAnswer | undefined => {
  const parts = fromParts()
  for (const part of toParts(read(text))) parts.take(part)
  return parts.answer()
}
const orders = (count: number) =>
  JSON.stringify(Array.from({ length: count }, (_, n) => ({ order_number: `RO${n}`, order_amount: n + 0.25 })))

test('what an answer says is the same after it was passed on in parts, in the same order', () => {
  for (const text of [
    printExact(fullRecord({}).body),
    ...[0, 1, 499, 500, 501, 1000, 2600].map((count) => `{"dealerOrderInfoList":${orders(count)}}`),
    '{"dealerOrderInfoList":{"order_number":"one"},"addressListV2":"none"}',
    '{"dealerOrderInfoList":7}',
    '{"customerInfo":{"id":9223372036854775807,"fname":"\\ud800 lone \\u2028"}}',
    '{}',
  ]) {
    expect(passedOn(text), text.slice(0, 60)).toEqual(read(text))
  }
})

test('only the orders of a large answer are parted, some hundred at a time', () => {
  const parts = [...toParts(read(`{"dealerOrderInfoList":${orders(2600)}}`))]
  expect(parts.map((part) => part.split('order_number').length - 1)).toEqual([0, 500, 500, 500, 500, 500, 100])
})
