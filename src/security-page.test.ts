import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'

test('every promise of docs/security.md names a test that is there', () => {
  const promises = readFileSync('docs/security.md', 'utf8')
    .split('## What the installation has to do')[0]
    ?.split(/\n- /)
    .slice(1)
  expect(promises?.length).toBeGreaterThan(30)
  for (const promise of promises ?? []) {
    const files = [...promise.matchAll(/`((?:src|e2e)\/[\w./-]+)`/g)].map((match) => match[1] ?? '')
    expect(files.length, promise).toBeGreaterThan(0)
    for (const file of files) expect(existsSync(file), file).toBe(true)
  }
})
