import { expect, test } from 'playwright/test'
import { acceptedEncoding } from './accepted-encoding.ts'

const OFFERED = ['br', 'gzip'] as const

test('the best encoding that a client takes is chosen', () => {
  const chosen = (header: string) => acceptedEncoding(header, OFFERED)
  expect(chosen('gzip, deflate, br, zstd')).toBe('br')
  expect(chosen('gzip;q=1.0, br;q=0.5')).toBe('br')
  expect(chosen('GZIP')).toBe('gzip')
  expect(chosen('deflate')).toBeUndefined()
  expect(chosen('')).toBeUndefined()
  expect(chosen('brotli, x-gzip')).toBeUndefined()
})

test('what a client refuses is not sent', () => {
  expect(acceptedEncoding('br;q=0, gzip', OFFERED)).toBe('gzip')
  expect(acceptedEncoding('br; q=0.000, gzip;q=0', OFFERED)).toBeUndefined()
  expect(acceptedEncoding('br;q=0.001', OFFERED)).toBe('br')
})
