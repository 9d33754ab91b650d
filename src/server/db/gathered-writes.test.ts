import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'playwright/test'
import { gatheredWrites } from './gathered-writes.ts'

/** What each statement wrote, of rows that come after the first is stored and nothing is under way. */
async function statements(restMs?: number): Promise<string[][]> {
  const written: string[][] = []
  const add = gatheredWrites<string>(async (rows) => void written.push([...rows]), restMs)
  await add('first')
  await turn()
  await Promise.all(['second', 'third', 'fourth'].map(add))
  return written
}

test('a row is written at once, and those that come meanwhile go out together', async () => {
  expect(await statements()).toEqual([['first'], ['second'], ['third', 'fourth']])
})

test('where nobody waits for them, rows gather before the next statement', async () => {
  expect(await statements(300)).toEqual([['first'], ['second', 'third', 'fourth']])
})
