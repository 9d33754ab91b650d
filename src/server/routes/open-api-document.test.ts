import { expect, test } from 'playwright/test'
import { kinds } from '#src/contract/scalars.ts'
import { fullRecord } from '#src/contract/full-record.ts'
import { openApiDocument } from './open-api-document.ts'

test('describes every field of the answer with its type and format', () => {
  const document = JSON.stringify(openApiDocument())
  expect(document).toContain('"openapi":"3.1.0"')
  for (const { path } of fullRecord({}).leaves) expect(document).toContain(`"${path.split('.').at(-1)}":`)
  expect(document).toContain('"format":"int64"')
  expect(document).toContain('"format":"int32"')
  expect(document).toContain('"format":"date-time"')
  expect(document).toContain('"COMMON"')
})

test('every leaf of the contract has a kind', () => {
  expect(fullRecord({}).leaves.every((leaf) => leaf.kind !== undefined)).toBe(true)
  expect(fullRecord({}).leaves.length).toBeGreaterThan(80)
  expect(kinds).toBeDefined()
})
