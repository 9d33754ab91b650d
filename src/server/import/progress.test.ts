import { expect, test } from 'playwright/test'
import { progressText } from './progress.ts'

const far = { line: 12_000, bytes: 25_000_000, size: 100_000_000, seconds: 10 }

test('an import says how far it is, how quick and how long it still takes', () => {
  expect(progressText(far)).toBe('Line 12000, 25%, 1200 lines a second, 30 s left')
})

test('what takes long is told in minutes and hours', () => {
  expect(progressText({ ...far, seconds: 100 })).toContain(', 5 min left')
  expect(progressText({ ...far, seconds: 2400 })).toContain(', 2 h 0 min left')
})

test('of a pipe nobody knows how long it is', () => {
  expect(progressText({ ...far, size: undefined })).toBe('Line 12000, 1200 lines a second')
})

test('the first second says no rate', () => {
  expect(progressText({ ...far, seconds: 0.4 })).toBe('Line 12000, 25%')
})

test('a file that grows while it is read, or is empty, makes no nonsense', () => {
  expect(progressText({ ...far, bytes: 120_000_000 })).toBe('Line 12000, 100%, 1200 lines a second, 0 s left')
  expect(progressText({ line: 0, bytes: 0, size: 0, seconds: 2 })).toBe('Line 0, 0 lines a second')
})
