import type { Context } from 'hono'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Env } from './deps.ts'

/** Smaller bodies fit into the first packets as they are. */
const MIN_BYTES = 1400
/** Beyond this, brotli would take longer than the bytes it saves. */
const MAX_BROTLI_BYTES = 1_000_000
const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Answers 200 with JSON text, compressed as the client allows, by level and kind for the size at hand. */
export async function jsonAnswer(c: Context<Env>, text: string): Promise<Response> {
  const headers = { 'content-type': 'application/json; charset=utf-8', vary: 'accept-encoding' }
  const bytes = Buffer.from(text)
  const accepted = c.req.header('accept-encoding') ?? ''
  const send = (body: Buffer, more: Record<string, string> = {}) =>
    c.body(body as Buffer<ArrayBuffer>, 200, { ...headers, ...more, 'content-length': String(body.length) })
  if (bytes.length < MIN_BYTES) return send(bytes)
  if (/\bbr\b/.test(accepted) && bytes.length <= MAX_BROTLI_BYTES) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    return send(await brotli(bytes, { params }), { 'content-encoding': 'br' })
  }
  if (/\bgzip\b/.test(accepted)) return send(await deflate(bytes, { level: 1 }), { 'content-encoding': 'gzip' })
  return send(bytes)
}
