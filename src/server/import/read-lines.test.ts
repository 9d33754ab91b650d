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

const read = async (parts: readonly (string | Buffer)[], maxBytes?: number): Promise<string[]> => {
  const lines: string[] = []
  for await (const line of readLines(Readable.from(parts.map((part) => Buffer.from(part))), maxBytes)) lines.push(line)
  return lines
}

test('only a line feed ends a line: JSON may hold the line separators of Unicode as they are', async () => {
  expect(await read(['"a\u2028b\u2029c"\r\n"\u0085"\n\n"last"\r'])).toEqual([
    '"a\u2028b\u2029c"',
    '"\u0085"',
    '',
    '"last"',
  ])
  expect(await read([])).toEqual([])
  expect(await read(['\n'])).toEqual([''])
})

test('a letter that is cut by two reads is whole, and a mark at the beginning is left', async () => {
  const bytes = Buffer.from('\uFEFFé😀\né')
  expect(await read([...bytes].map((byte) => Buffer.of(byte)))).toEqual(['\uFEFFé😀', 'é'])
})

test('a line that is no UTF-8 or has no end is named', async () => {
  await expect(read(['one\n', Buffer.from('caf\u00e9\n', 'latin1')])).rejects.toThrow('Line 2: is not UTF-8')
  await expect(read([Buffer.from('one\n\u0000', 'utf8'), Buffer.of(0xf0, 0x9f)])).rejects.toThrow(
    'Line 2: is not UTF-8',
  )
  await expect(read([Buffer.from('\uFEFF{}\n', 'utf16le')])).rejects.toThrow('Line 1: is UTF-16')
  await expect(read(['1234\n', '12', '34', '5'], 4)).rejects.toThrow('Line 2: is longer than 4 bytes')
})

test('a read that breaks off is said in words', async () => {
  const broken = new Readable({ read: () => broken.destroy(Object.assign(new Error('input'), { code: 'EIO' })) })
  await expect(readLines(broken).next()).rejects.toThrow('The file cannot be read any further (EIO).')
})
