import { setTimeout as pause } from 'node:timers/promises'
import { QueryFailed } from './database.ts'

type Waiting<Row> = { row: Row; done: () => void; failed: (error: unknown) => void }

/** Rows in one statement. More would make the first of them wait for the last. */
const MOST_AT_ONCE = 200

/**
 * Writes rows in the order in which they come, one statement at a time: while one is under way the next rows gather, and go
 * out together. A row that the database does not take fails alone.
 * @param write writes all of the rows, or none and throws
 * @param restMs between one statement and the next where nobody waits for the rows, so that there are fewer of them
 * @returns adds a row; resolves when it is committed
 */
export function gatheredWrites<Row>(
  write: (rows: readonly Row[]) => Promise<void>,
  restMs = 0,
): (row: Row) => Promise<void> {
  let waiting: Waiting<Row>[] = []
  let isWriting = false

  async function writeBatch(batch: readonly Waiting<Row>[]): Promise<void> {
    try {
      await write(batch.map(({ row }) => row))
    } catch (error) {
      if (batch.length === 1 || !(error instanceof QueryFailed) || error.isTemporary) {
        for (const { failed } of batch) failed(error)
        return
      }
      // oxlint-disable-next-line no-await-in-loop -- in their order
      for (const one of batch) await writeBatch([one])
      return
    }
    for (const { done } of batch) done()
  }

  async function run(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE)
      waiting = waiting.slice(MOST_AT_ONCE)
      // oxlint-disable-next-line no-await-in-loop -- one statement at a time
      await writeBatch(batch)
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (restMs > 0 && waiting.length < MOST_AT_ONCE) await pause(restMs)
    }
    isWriting = false
  }

  return (row) =>
    new Promise((done, failed) => {
      waiting.push({ row, done, failed })
      if (!isWriting) void run()
    })
}
