import { asText, type BodyReader } from '#src/api/request.ts'
import { parseExact } from '#src/contract/exact-json.ts'
import { type CustomerAnswer, readAnswer } from '#src/contract/read-answer.ts'

/** So much takes a slow tablet 50 ms to read: some two thousand orders. More would hold up the page. */
const LARGE_BYTES = 2_000_000
/** What so much has at least when it is packed. */
const LARGE_PACKED_BYTES = 50_000

/** Whether so much is read, and looked through, on a thread of its own. */
export const isLarge = (bytes: ArrayBuffer): boolean => bytes.byteLength > LARGE_BYTES

/** Undefined when it is not to be had. */
export const loadWorker = () => import('./read-in-worker.ts').catch(() => undefined)

/**
 * Reads the body of a record; a large one on another thread, if one can be had.
 * @returns undefined when it is not the contract's
 */
export const readRecord: BodyReader<CustomerAnswer | undefined> = (headers) => {
  // Fetched while the body is on its way.
  if (Number(headers.get('content-length')) > LARGE_PACKED_BYTES) void loadWorker()
  return async (bytes, signal) => {
    const worker = isLarge(bytes) ? await loadWorker() : undefined
    return (await worker?.readInWorker(bytes, signal)) ?? readAnswer(parseExact(asText(bytes)))
  }
}
