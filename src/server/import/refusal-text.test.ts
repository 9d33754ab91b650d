import { expect, test } from 'playwright/test'
import { QueryFailed } from '../db/database.ts'
import { refusalText } from './import-lines.ts'

for (const [code, words] of [
  ['', 'the database stopped answering (no code); try again'],
  ['57P01', 'the database stopped answering (57P01); try again'],
  ['53100', 'the disk of the database is full; make room'],
  ['42501', 'the role of DATABASE_URL may not write to the tables; import with the role that owns them'],
  ['25006', 'the database is read-only; import into the primary server'],
  ['57014', 'the database took too long to store it'],
  ['22P05', 'the database does not take it (SQLSTATE 22P05)'],
] as const) {
  test(`${code || 'no code'} is said in words`, () => expect(refusalText(new QueryFailed({ code }))).toBe(words))
}
