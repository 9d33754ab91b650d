import { expect, test } from 'playwright/test'
import { customerName, initials } from './name.ts'

test('a customer is called by the person, else the company, else the identifier', () => {
  expect(customerName({ fname: 'Ana', lname: ' Ruiz ', company: 'X' }, 'u1')).toBe('Ana Ruiz')
  expect(customerName({ fname: '', lname: null, company: 'Northbank' }, 'u1')).toBe('Northbank')
  expect(customerName({ fname: ' ', company: '' }, 'u1')).toBe('u1')
})

test('initials come from the first and the last word, in any script', () => {
  expect(initials('Helena Brandt-Osei')).toBe('HO')
  expect(initials('東京自動車')).toBe('東')
  expect(initials('(?)')).toBe('?')
})
