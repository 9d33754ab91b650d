import { expect, test } from 'playwright/test'
import { findAll } from '#src/findings/find-all.ts'
import { examined } from '#src/findings/testing/examined.ts'
import { csvFile } from '#src/format/csv.ts'
import { SLIP_EXPORT, slipLines, slipText } from './slip-lines.ts'

const charge = { transactionAmount: '89.95', ccNumber: '4242' }
const record = (customerKey: string | undefined) =>
  examined({
    customerInfo: { uuid: 'me', customerKey, vehicles: [{ year: '2003', make: 'Honda', vin: '1HGCM82643A004352' }] },
    dealerOrderInfoList: [
      {
        order_number: '=RO1',
        dealerOrder_uuid: 'one',
        transactions: [
          { ...charge, transactionId: '5' },
          { ...charge, transactionId: '6' },
        ],
      },
    ],
  })
const linesOf = (odd: ReturnType<typeof examined>) => slipLines(findAll(odd, new Set()), odd.answer, 'me')

test('every line says whose record it is, where, what and by which rule, and none a card', () => {
  const text = slipText(linesOf(record('D123')))
  expect(text.split('\n').slice(0, 2)).toEqual([
    'Customer key D123 · Orders, =RO1 · Order =RO1: $89.95 2 times on the same card, as transactions 5 and 6 · Tenders that are listed twice',
    'Customer key D123 · Vehicles · 2003 Honda: VIN check digit is 4, computed 3 · VINs',
  ])
  expect(text).not.toContain('4242')
})

test('a customer without a key is named by the UUID', () => {
  expect(slipText(linesOf(record(undefined)))).toMatch(/^Customer me · /)
})

test('as a file it keeps the zeros of a key, and nothing in it is a formula', () => {
  const [head, first] = csvFile(SLIP_EXPORT, linesOf(record('007'))).split('\r\n')
  expect(head).toBe('\uFEFFCustomer key,Customer UUID,Place,Finding,Kind')
  expect(first).toMatch(/^'007,me,"Orders, =RO1",/)
})
