import { expect, test } from 'playwright/test'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

let db: Database
test.beforeAll(async () => {
  db = await openEmbedded()
})
test.afterAll(() => db.close())

test('runs once, however often it is asked', async () => {
  await Promise.all([migrate(db), migrate(db)])
  await migrate(db)
  const rows = await db.query<{ version: number }>('select version from schema_version order by version', [])
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.map((row) => row.version)).toEqual(rows.map((_, place) => place + 1))
})

test('a database of a newer version is refused', async () => {
  await db.query('insert into schema_version (version) values (99)', [])
  await expect(migrate(db)).rejects.toThrow('schema version 99')
})

test('a failed statement does not carry what was asked into a log', async () => {
  const failure = await db.query('select $1::int', ['Jane Doe']).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain('Jane Doe')
  expect(failure).toMatchObject({ name: 'QueryFailed', code: '22P02' })
})
