import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'playwright/test'
import { readLines } from './read-lines.ts'

test('no line is lost, however late the first is asked for', async () => {
  const lines = readLines(Readable.from(['first\nsec', 'ond\r\n', 'third']))
  // Long enough for a stream that is open to have run out.
  for (let turn = 0; turn < 20; turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one turn of the event loop after the other
    await setImmediate()
  }
  const read: string[] = []
  for await (const line of lines) read.push(line)
  expect(read).toEqual(['first', 'second', 'third'])
})
