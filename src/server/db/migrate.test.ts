import { expect, test } from 'playwright/test'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { customerLists } from './record-tables.ts'

let db: Database
test.beforeAll(async () => {
  db = await openEmbedded()
})
test.afterAll(() => db.close())

test('runs once, however often it is asked', async () => {
  await Promise.all([migrate(db), migrate(db)])
  await migrate(db)
  const rows = await db.query<{ version: number }>('select version from schema_version order by version', [])
  expect(rows.map((row) => row.version)).toEqual([1, 2, 3, 4, 5, 6])
})

test('every field of the contract has a column of its own name', async () => {
  for (const list of customerLists) {
    const columns = await db.query<{ name: string; type: string }>(
      'select column_name as name, data_type as type from information_schema.columns where table_name = $1',
      [list.table],
    )
    const names = columns.map((column) => column.name)
    for (const field of list.fields) {
      if (field === 'transactions') continue
      expect(names, `${list.table}.${field}`).toContain(field)
    }
  }
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
