import type { Context } from 'hono'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'
import { acceptedEncoding } from './accepted-encoding.ts'
import type { Env } from './deps.ts'

/** Smaller bodies fit into the first packets as they are. */
const MIN_BYTES = 1400
/** So much is packed in less time than another thread takes to begin. */
const MAX_AT_ONCE_BYTES = 32_768
// Twice as small as gzip's quickest in the same time; a small window, since the memory for a large one costs more.
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 18 }
const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/**
 * Answers 200 with text of this content type, compressed as the client allows, by level and kind for the size at hand.
 * @param more headers besides
 */
export async function packedAnswer(
  c: Context<Env>,
  contentType: string,
  text: string,
  more: Record<string, string> = {},
): Promise<Response> {
  const { vary, ...others } = more
  const headers = {
    ...others,
    'content-type': contentType,
    vary: ['accept-encoding', vary].filter((name) => name !== undefined).join(', '),
  }
  const bytes = Buffer.from(text)
  const accepted = c.req.header('accept-encoding') ?? ''
  const send = (body: Buffer, encoding: Record<string, string> = {}) =>
    c.body(body as Buffer<ArrayBuffer>, 200, { ...headers, ...encoding, 'content-length': String(body.length) })
  if (bytes.length < MIN_BYTES) return send(bytes)
  const takes = (...encodings: ('br' | 'gzip')[]) => acceptedEncoding(accepted, encodings)
  if (bytes.length <= MAX_AT_ONCE_BYTES && takes('gzip')) return send(gzipSync(bytes), { 'content-encoding': 'gzip' })
  const encoding = takes('br', 'gzip')
  if (encoding === 'br') return send(await brotli(bytes, { params: BROTLI }), { 'content-encoding': encoding })
  if (encoding === 'gzip') return send(await deflate(bytes, { level: 1 }), { 'content-encoding': encoding })
  return send(bytes)
}
