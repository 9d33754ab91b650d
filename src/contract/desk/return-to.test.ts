import { expect, test } from 'playwright/test'
import { safeReturnTo, signInPath } from './return-to.ts'

const ORIGIN = 'http://desk.example.test'

test('the link that was opened comes back whole', () => {
  const path = signInPath({ pathname: '/customers/u/orders', search: '?dealer=d&order=o', hash: '' })
  const returnTo = new URL(path, ORIGIN).searchParams.get('returnTo')
  expect(safeReturnTo(returnTo, ORIGIN)).toBe('/customers/u/orders?dealer=d&order=o')
})

const hostile = [
  'https://evil.test',
  '//evil.test',
  '///evil.test',
  '/\\evil.test',
  '\\/evil.test',
  '/%2fevil.test',
  '/%5cevil.test',
  '/\t/evil.test',
  ' /evil.test',
  '/\n/evil.test',
  'javascript:alert(1)',
  'data:text/html,x',
  '/sign-in',
  '/sign-in?returnTo=/sign-in',
  '/api/sign-in',
  '/api/session',
  '/customer/v2/customer/x',
  '/.//evil.test',
  '/..//evil.test',
  '',
]
for (const wanted of hostile) {
  test(`${JSON.stringify(wanted)} leads to the search page`, () => {
    expect(safeReturnTo(wanted, ORIGIN)).toBe('/')
  })
}
