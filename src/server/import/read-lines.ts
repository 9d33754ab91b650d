import type { Readable } from 'node:stream'
import { ImportFailure } from './import-line.ts'
import { FileProblem } from './open-file.ts'

/** Longer than any record a person could read; protects the process from a file without line ends. */
const MAX_LINE_BYTES = 64 * 1024 * 1024
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/**
 * The lines of a stream of bytes in UTF-8; only a line feed ends one, as in NDJSON. Nothing is read until the first is
 * asked for.
 * @throws ImportFailure for a line that is no UTF-8 or too long
 */
export async function* readLines(input: Readable, maxBytes = MAX_LINE_BYTES): AsyncGenerator<string> {
  let parts: Buffer[] = []
  let bytes = 0
  let number = 1
  const take = (part: Buffer) => {
    bytes += part.length
    if (bytes > maxBytes) throw new ImportFailure(number, `is longer than ${maxBytes.toLocaleString('en-US')} bytes`)
    if (part.length > 0) parts.push(part)
  }
  const end = (): string => {
    const line = textOf(Buffer.concat(parts), number)
    parts = []
    bytes = 0
    number += 1
    return line
  }
  for await (const chunk of readable(input)) {
    const block = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let start = 0
    for (let stop = block.indexOf(LINE_FEED); stop >= 0; stop = block.indexOf(LINE_FEED, start)) {
      take(block.subarray(start, stop))
      yield end()
      start = stop + 1
    }
    take(block.subarray(start))
  }
  if (bytes > 0) yield end()
}

async function* readable(input: Readable): AsyncGenerator<Buffer | string> {
  try {
    yield* input as AsyncIterable<Buffer | string>
  } catch (error) {
    throw new FileProblem(
      `The file cannot be read any further (${(error as NodeJS.ErrnoException).code ?? 'no code'}).`,
    )
  }
}

// A mark at the beginning is left to whoever reads the line.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function textOf(line: Buffer, number: number): string {
  const text = line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line
  try {
    return utf8.decode(text)
  } catch {
    const isUtf16 = number === 1 && /^(?:fffe|feff)/.test(text.toString('hex', 0, 2))
    throw new ImportFailure(
      number,
      isUtf16 ? 'is UTF-16; save the file as UTF-8' : 'is not UTF-8; save the file as UTF-8',
    )
  }
}
