import { expect, test } from 'playwright/test'
import { customerPath, parseCustomerSearch } from './customer-address.ts'

test('a link and what it says are the same both ways', () => {
  const search = { customerUUID: 'u-1', dealers: ['d1', 'd2'], excludeOrderType: true }
  const path = customerPath(search, 'orders', { order: 'o1' })
  expect(path).toBe('/customers/u-1/orders?dealer=d1&dealer=d2&excludeOrderType=true&order=o1')
  expect(parseCustomerSearch('u-1', new URL(path, 'http://x').searchParams)).toEqual({ search, problems: [] })
})

test('defaults are left out of the address', () => {
  expect(customerPath({ customerUUID: 'u', dealers: [], excludeOrderType: false })).toBe('/customers/u')
})

test('dealers are sorted and none is named twice', () => {
  const { search } = parseCustomerSearch('u', new URLSearchParams('dealer=b&dealer=a&dealer=b'))
  expect(search.dealers).toEqual(['a', 'b'])
})

test('what cannot be meant is said', () => {
  const { search, problems } = parseCustomerSearch('u', new URLSearchParams('dealer=a%20b&excludeOrderType=maybe'))
  expect(search).toEqual({ customerUUID: 'u', dealers: [], excludeOrderType: false })
  expect(problems).toHaveLength(2)
})
