import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/**
 * The lines of a stream. Nothing is read until the first is asked for: a reader that is opened sooner hands its lines to
 * nobody, and they are lost while a database is being waited for.
 */
export async function* readLines(input: Readable): AsyncGenerator<string> {
  yield* createInterface({ input, crlfDelay: Infinity })
}
