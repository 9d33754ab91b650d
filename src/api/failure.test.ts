import { expect, test } from 'playwright/test'
import { ApiFailure, failureWords, isForTooMuch } from './failure.ts'

test('a failure names what was tried', () => {
  const failed = new ApiFailure('failed', { status: 500 })
  expect(failureWords(failed).title).toBe('The look-up failed')
  expect(failureWords(failed, 'Signing in').title).toBe('Signing in failed')
})

test('only what the platform was at work on, or what was too large, could be smaller', () => {
  expect(isForTooMuch(new ApiFailure('too-slow', { status: 504 }))).toBe(true)
  expect(isForTooMuch(new ApiFailure('too-large', { status: 502 }))).toBe(true)
  expect(isForTooMuch(new ApiFailure('too-slow'))).toBe(false)
  expect(isForTooMuch(new ApiFailure('desk-unreachable'))).toBe(false)
})
