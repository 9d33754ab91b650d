import { expect, test } from 'playwright/test'
import { linkedCustomers } from './linked-customers.ts'

const self = { customerUUID: 'me', customerKey: 'K-1' }
const other = { fname: 'Ana', lname: 'Ruiz', guid: 'ana', customerKey: 'K-2', customerId: '2' }

test('the same link sent twice stands once, with how often', () => {
  expect(linkedCustomers([other, { ...other }, { ...other, customerId: '3' }], self)).toMatchObject([
    { times: 2, isSelf: false },
    { times: 1, isSelf: false },
  ])
})

test('the customer itself is known by UUID, else by key', () => {
  const own = [{ guid: 'ME' }, { guid: null, customerKey: 'K-1' }, { guid: 'you', customerKey: 'K-1' }, { fname: 'X' }]
  expect(linkedCustomers(own, self).map((linked) => linked.isSelf)).toEqual([true, true, false, false])
})
