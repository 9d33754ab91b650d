import { expect, test } from 'playwright/test'
import { failureLine } from './command.ts'
import { SettingError } from './config.ts'
import { QueryFailed } from './db/database.ts'

test('what can be acted on is one line, and a fault of the program is none of it', () => {
  expect(failureLine(new SettingError('PORT', 'must be a number'))).toContain('PORT')
  const cancelled = failureLine(new QueryFailed({ code: '57014' }))
  expect(cancelled).toContain('57014')
  expect(cancelled?.split('\n')).toHaveLength(1)
  expect(failureLine(new TypeError('x is undefined'))).toBeUndefined()
})
