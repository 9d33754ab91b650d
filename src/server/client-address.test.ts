import type { IncomingMessage } from 'node:http'
import { expect, test } from 'playwright/test'
import { clientAddress, trustedProxies } from './client-address.ts'

const proxies = trustedProxies(['10.0.0.0/8', '::1'])
const from = (remoteAddress: string, forwarded?: string) => {
  const incoming = { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }
  if (proxies === undefined) throw new Error('no proxies')
  return clientAddress(incoming as unknown as IncomingMessage, proxies)
}

test('a header of somebody who is no trusted proxy changes nothing', () => {
  expect(from('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
  expect(from('::ffff:203.0.113.9')).toBe('203.0.113.9')
})

test('behind trusted proxies it is the last address that none of them has', () => {
  expect(from('10.1.2.3', '198.51.100.1')).toBe('198.51.100.1')
  expect(from('::1', '6.6.6.6, 198.51.100.1, 10.9.9.9')).toBe('198.51.100.1')
})

test('what is no address does not become one', () => {
  expect(from('10.1.2.3', 'evil"; drop')).toBe('10.1.2.3')
  expect(from('10.1.2.3', '')).toBe('10.1.2.3')
})

test('only addresses and ranges make a list of proxies', () => {
  for (const bad of ['proxy.test', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '::/129']) {
    expect(trustedProxies([bad]), bad).toBeUndefined()
  }
  expect(trustedProxies([])?.has('127.0.0.1')).toBe(false)
})
