import type { MiddlewareHandler } from 'hono'
import { MAX_DEALERS } from '#src/contract/request.ts'
import type { Env } from './deps.ts'
import { DeskError } from './errors.ts'

const KILOBYTE = 1024
/** The longest list of the longest dealer UUIDs, however it is indented. */
const LOOK_UP_KILOBYTES = 512
/** The same with the digests of the most things that are compared. */
const LOOK_KILOBYTES = 1024
const KILOBYTES = 16
/**
 * So much of what is too large is read all the same: a client that is still sending when the answer comes sees a broken
 * connection in place of it.
 */
const MOST_READ = 32 * KILOBYTE * KILOBYTE

/** Refuses bodies that are too large with 413, after they have been taken in. */
export const bodyLimit: MiddlewareHandler<Env> = async (c, next) => {
  const { headers, method } = c.req.raw
  if (method === 'GET' || method === 'HEAD') return next()
  const isLookUp = c.req.path.startsWith('/customer/')
  const isLook = /^\/api\/customers\/[^/]+\/looks$/.test(c.req.path)
  const most = (isLookUp ? LOOK_UP_KILOBYTES : isLook ? LOOK_KILOBYTES : KILOBYTES) * KILOBYTE
  // With chunks the length is not known beforehand, whatever the header says.
  const declared = headers.has('transfer-encoding') ? Number.NaN : Number(headers.get('content-length') ?? Number.NaN)
  if (declared <= most) return next()
  // Asked for only now: it becomes a stream by that, which is a tenth of a look-up.
  const { body } = c.req.raw
  if (body === null) return next()
  const reader = body.getReader()
  const parts: Uint8Array[] = []
  let bytes = 0
  while (bytes <= MOST_READ) {
    // oxlint-disable-next-line no-await-in-loop -- one part after the other
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.byteLength
    if (bytes <= most) parts.push(value)
    else parts.length = 0
  }
  if (bytes > most || declared > most) {
    const kilobytes = String(most / KILOBYTE)
    throw new DeskError(413, 'PAYLOAD_TOO_LARGE', (words) =>
      isLookUp ? words.lookUpTooLarge({ kilobytes, dealers: String(MAX_DEALERS) }) : words.bodyTooLarge({ kilobytes }),
    )
  }
  c.req.raw = new Request(c.req.raw, { method: c.req.method, body: Buffer.concat(parts) })
  return next()
}
