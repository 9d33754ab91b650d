import fc from 'fast-check'
import { expect, test } from 'playwright/test'
import { readAnswer } from '#src/contract/read-answer.ts'
import { recordThings } from './record-things.ts'

const order = {
  dealerOrder_uuid: 'o1',
  order_number: 'RO1',
  order_status: 'O',
  transactions: [{ deviceId: 1 }, { deviceId: 2 }],
}
const body = {
  customerInfo: {
    fname: 'Ana',
    lname: 'Ruiz',
    communications: [
      { id: 7, commValue: '+16145550117' },
      { id: 0, commValue: 'ana@example.com' },
    ],
    vehicles: [{ uuid: 'v1', make: 'Honda', imageUrl: 'https://pictures.test/1?stamp=1' }],
  },
  dealerOrderInfoList: [order, { ...order, dealerOrder_uuid: 'o2' }],
  addressListV2: [{ line1: '1 Oak St', city: 'Erie', updateTS: '2025-04-07T07:51:23Z' }],
}

function things(of: object) {
  const answer = readAnswer(structuredClone(of))
  if (answer === undefined) throw new Error('no answer')
  return recordThings(answer, 'US')
}
const said = (of: object) =>
  Object.values(things(of))
    .flatMap((list) => list.map(({ key, says }) => `${key} ${says}`))
    .sort()

test('a part that was not sent is left out, an empty one is not', () => {
  expect(Object.keys(things(body))).toEqual(['info', 'contacts', 'vehicles', 'orders', 'addresses'])
  expect(things({ ...body, addressList: [] }).legacyAddresses).toEqual([])
})

test('what only says when something was touched, and ways of saying nothing, change nothing', () => {
  const touched = {
    ...body,
    customerInfo: {
      ...body.customerInfo,
      company: '',
      vehicles: [{ uuid: 'v1', make: 'Honda', trim: null, imageUrl: 'https://pictures.test/1?stamp=2' }],
    },
    dealerOrderInfoList: body.dealerOrderInfoList.map((one) => ({
      ...one,
      updated_date: '2026-01-01',
      tag_or_hat: null,
    })),
    addressListV2: [{ ...body.addressListV2[0], updateTS: '2026-04-07T07:51:23Z' }],
  }
  expect(said(touched)).toEqual(said(body))
})

test('a changed value keeps the key and says something else', () => {
  const [before] = things(body).orders ?? []
  const [after] = things({ ...body, dealerOrderInfoList: [{ ...order, order_status: 'C' }] }).orders ?? []
  expect(after?.key).toBe(before?.key)
  expect(after?.says).not.toBe(before?.says)
  expect(after).toMatchObject({ name: 'RO1', order: 'o1' })
})

test('things that share an id are told apart', () => {
  const keys = (things({ ...body, dealerOrderInfoList: [order, order, order] }).orders ?? []).map(({ key }) => key)
  expect(new Set(keys).size).toBe(3)
})

test('in whatever order lists and fields come, the record is the same', () => {
  const shuffled = fc.shuffledSubarray(
    body.dealerOrderInfoList.map((one) => Object.fromEntries(Object.entries(one).reverse())),
    { minLength: 2 },
  )
  const tenders = fc.shuffledSubarray(order.transactions, { minLength: 2 })
  fc.assert(
    fc.property(shuffled, tenders, (list, transactions) => {
      expect(said({ ...body, dealerOrderInfoList: list.map((one) => ({ ...one, transactions })) })).toEqual(said(body))
    }),
    { numRuns: 100, seed: 1 },
  )
})
