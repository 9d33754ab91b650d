import { expect, test } from 'playwright/test'
import { contactQuality } from './contact-quality.ts'
import { examined } from './testing/examined.ts'

const phone = (commValue: string, preferred = false) => ({ commValue, commType: 'PHONE', preferred })
const mail = (commValue: string, preferred = false) => ({ commValue, commType: 'EMAIL', preferred })
const reasons = (...communications: unknown[]) =>
  contactQuality(examined({ customerInfo: { uuid: 'me', communications } })).map(({ reason }) => reason)

test('a customer who can be reached has nothing to say', () => {
  expect(reasons(phone('+16145550117', true), mail('ana@example.com', true))).toEqual([])
  expect(reasons()).toEqual([])
})

test('what is preferred and cannot be used is said', () => {
  expect(reasons(phone('999-999-9999', true), phone('614-555-0117'))).toEqual([
    'The preferred phone number cannot be used: 999-999-9999',
  ])
  expect(reasons(mail('ana@', true), mail('ana@example.com'))).toEqual([
    'The preferred e-mail address cannot be used: ana@',
  ])
})

test('nobody can be reached by fillers, faxes and halves', () => {
  expect(reasons(phone('555-01'), mail('none@none.com'), { commValue: '614-555-0117', commType: 'FAX' })).toEqual([
    'No usable contact: no number that can be dialed and no e-mail address',
  ])
})

test('the same number written differently is listed twice, and two can be preferred', () => {
  expect(reasons(phone('+16145550117', true), phone('(614) 555-0117', true))).toEqual([
    '2 phone numbers are marked preferred',
    'The phone number +16145550117 is listed twice',
  ])
})
