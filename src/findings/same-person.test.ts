import { expect, test } from 'playwright/test'
import { samePerson } from './same-person.ts'
import { examined } from './testing/examined.ts'

const reasons = (self: object, ...secondaryCustomerData: object[]) =>
  samePerson(examined({ customerInfo: { uuid: 'me', ...self, secondaryCustomerData } })).map(({ reason }) => reason)

test('what speaks for one person is said', () => {
  const martin = { fname: 'James', lname: 'Martin', customerKey: 'K1' }
  const of = (other: object) => reasons(martin, { guid: 'x', ...other })[0]?.replace(/^.*: /, '')
  expect(of({ fname: 'Jim', lname: 'Martin' })).toBe('a nickname and the same last name')
  expect(of({ fname: 'Martin', lname: 'James' })).toBe('first and last name swapped')
  expect(of({ fname: 'james', lname: 'MARTIN' })).toBe('same name')
  expect(of({ fname: 'Jamez', lname: 'Martin' })).toBe('same last name, first name one letter off')
  expect(of({ fname: 'Rosa', lname: 'Diaz', customerKey: 'K1' })).toBe('same key')
})

test('accents make no other person', () => {
  expect(reasons({ fname: 'José', lname: 'Ruiz' }, { guid: 'x', fname: 'Jose', lname: 'Ruiz' })).toHaveLength(1)
})

test('a family, strangers and the customer itself are not taken for one', () => {
  expect(reasons({ fname: 'Ana', lname: 'Ruiz' }, { guid: 'x', fname: 'Luis', lname: 'Ruiz' })).toEqual([])
  expect(reasons({ fname: 'Ana', lname: 'Ruiz' }, { guid: 'x', fname: 'Eva', lname: 'Ruiz' })).toEqual([])
  expect(reasons({ fname: 'Ana', lname: 'Ruiz' }, { guid: 'me', fname: 'Ana', lname: 'Ruiz' })).toEqual([])
  expect(reasons({ fname: '', lname: null }, { guid: 'x', fname: '', lname: '' })).toEqual([])
})
