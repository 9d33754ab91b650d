import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { DatabaseUnavailable } from './database.ts'
import { lockFolder } from './folder-lock.ts'

test('a folder has one holder, who is named to the second and can let go', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'desk-lock-')), 'data')
  const unlock = await lockFolder(folder)
  const refused = await lockFolder(folder).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(DatabaseUnavailable)
  expect(String(refused)).toContain(`process ${process.pid}`)
  await unlock()
  await (
    await lockFolder(folder)
  )()
})
