import { expect, test } from 'playwright/test'
import { contactKind, contactProblem, dialable, formatPhone, mailable } from './contact.ts'

test('the value tells a phone from an e-mail address when the type does not', () => {
  expect(contactKind({ commType: 'PHONE', commValue: 'x' })).toBe('phone')
  expect(contactKind({ commType: null, commValue: '+13105550142' })).toBe('phone')
  expect(contactKind({ commType: 'CONTACT', commValue: 'a@example.com' })).toBe('e-mail')
  expect(contactKind({ commType: 'FAX MACHINE', commValue: '555' })).toBe('phone')
  expect(contactKind({ commType: 'PIGEON', commValue: 'loft 3' })).toBe('other')
})

test('phone numbers are grouped for reading and bare for dialling', () => {
  expect(formatPhone('+16145550117')).toBe('(614) 555-0117')
  expect(formatPhone('614.555.0117')).toBe('(614) 555-0117')
  expect(formatPhone('+815012345678')).toBe('+815012345678')
  expect(dialable('(614) 555-0117')).toBe('+16145550117')
  expect(dialable('+815012345678')).toBe('+815012345678')
  expect(dialable('*21*5550117#')).toBeUndefined()
  expect(dialable('555-01')).toBeUndefined()
})

test('only a plain address can be written to', () => {
  expect(mailable('a.b@example.com')).toBe('a.b@example.com')
  expect(mailable('a@b?bcc=x@example.com')).toBeUndefined()
  expect(mailable('tobias.example.com')).toBeUndefined()
})

test('what cannot be used says why', () => {
  expect(contactProblem({ commType: 'PHONE', commValue: '555-01' })).toBe('Not a number that can be dialled')
  expect(contactProblem({ commType: 'EMAIL', commValue: 'x@' })).toBe('Not an e-mail address that can be written to')
  expect(contactProblem({ commType: 'EMAIL', commValue: 'x@example.org' })).toBeUndefined()
})
