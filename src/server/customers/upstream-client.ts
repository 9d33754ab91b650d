import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { Agent, request } from 'undici'
import type { UpstreamConfig } from '../config.ts'
import { type Fault, UpstreamError } from '../errors.ts'
import type { Say } from '../language.ts'
import { decodeText } from './decode-text.ts'

const CONNECT_MS = 2000
const DECOMPRESS: Readonly<Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
}

type Answering = Awaited<ReturnType<typeof request>>

/** What the platform answered, read whole. */
export type UpstreamAnswer = {
  status: number
  contentType: string
  retryAfterSeconds: number | undefined
  text: string
}

/** One keep-alive pool towards the platform. */
export type UpstreamClient = {
  /**
   * Sends one look-up. Nothing but what is given goes up, no redirect is followed, and the whole answer must
   * be there before the limit ends it.
   * @throws UpstreamError 502, 503 or 504
   * @throws the signal's reason when the caller gave up
   */
  post(
    path: string,
    body: string,
    call: { requestId: string; signal: AbortSignal; limit: AbortSignal },
  ): Promise<UpstreamAnswer>
  close(): Promise<void>
}

export function upstreamClient(config: UpstreamConfig): UpstreamClient {
  const agent = new Agent({ connections: config.concurrency, connect: { timeout: CONNECT_MS }, pipelining: 1 })
  const authorization = `Basic ${Buffer.from(`${config.username}:${config.password}`).toString('base64')}`

  async function send(path: string, body: string, requestId: string, signal: AbortSignal): Promise<Answering> {
    const options: Parameters<typeof request>[1] = {
      dispatcher: agent,
      method: 'POST',
      headers: {
        authorization,
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'content-type': 'application/json',
        'x-request-id': requestId,
      },
      body,
      signal,
      headersTimeout: config.timeoutMs,
      bodyTimeout: config.timeoutMs,
    }
    try {
      return await request(config.url + path, options)
    } catch (error) {
      // Nothing of the request was sent when there was no connection, so it may be sent once more.
      if (!isNeverSent(error) || signal.aborted) throw error
      return request(config.url + path, options)
    }
  }

  return {
    async post(path, body, { requestId, signal, limit }) {
      try {
        const response = await send(path, body, requestId, AbortSignal.any([signal, limit]))
        const bytes = await readBody(response, config.maxBytes)
        const whole = await decompress(bytes, headerOf(response, 'content-encoding'), config.maxBytes)
        const contentType = headerOf(response, 'content-type').toLowerCase()
        return {
          status: response.statusCode,
          contentType,
          retryAfterSeconds: retryAfterOf(headerOf(response, 'retry-after')),
          text: textOf(whole, contentType, response.statusCode),
        }
      } catch (error) {
        if (signal.aborted) throw signal.reason
        throw faultOf(error, limit.aborted)
      }
    },
    close: () => agent.destroy(),
  }
}

async function readBody(response: Answering, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response.body as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > maxBytes) {
      response.body.destroy()
      throw tooLarge(maxBytes)
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function decompress(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase()
  if (name === '' || name === 'identity' || body.length === 0) return body
  const unpack = DECOMPRESS[name]
  if (unpack === undefined) throw unusable(`content-encoding ${name.slice(0, 20)}`, { fault: 'malformed' })
  try {
    return await unpack(body, { maxOutputLength: maxBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes)
    throw unusable('an encoding that cannot be undone', { fault: 'malformed' })
  }
}

/** The text of an answer. Of a refusal in bytes that make no text the status is still known. */
function textOf(bytes: Buffer, contentType: string, status: number): string {
  const decoded = decodeText(bytes, contentType)
  if ('text' in decoded) return decoded.text
  if (status !== 200) return ''
  throw unusable('bytes that are not in their encoding', {
    fault: 'malformed',
    what: decoded.problem,
  })
}

/** An answer came, but nothing can be made of it; `what` says so to a person who knows no more. */
export function unusable(
  seen: string,
  {
    what = (words) => words.answerUnusable(),
    ...more
  }: { what?: Say; fault?: Fault; sent?: UpstreamError['sent']; isOwnFirst?: boolean } = {},
): UpstreamError {
  return new UpstreamError(502, 'UPSTREAM_UNUSABLE', (words) => `${what(words)} ${words.retryOrReport()}`, seen, more)
}

function tooLarge(maxBytes: number): UpstreamError {
  return new UpstreamError(
    502,
    'UPSTREAM_TOO_LARGE',
    (words) => words.recordTooLarge({ mebibytes: String(Math.round(maxBytes / 1_048_576)) }),
    'an answer that is too large',
    { fault: 'too-large' },
  )
}

const DOWN = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function isNeverSent(error: unknown): boolean {
  return DOWN.has(codeOf(error))
}

function faultOf(error: unknown, isTooLate: boolean): UpstreamError {
  if (error instanceof UpstreamError) return error
  const code = codeOf(error)
  if (isTooLate || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT') {
    return new UpstreamError(504, 'UPSTREAM_TOO_SLOW', (words) => words.platformSilent(), 'silence')
  }
  if (DOWN.has(code)) {
    return new UpstreamError(503, 'UPSTREAM_DOWN', (words) => words.platformUnreachable(), code, {
      retryAfterSeconds: 5,
    })
  }
  // Reset, cut off, a certificate that is not right: a connection, but no answer.
  return unusable(code || 'a broken connection')
}

function codeOf(error: unknown): string {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  if (typeof code === 'string') return code
  return typeof cause === 'object' && cause !== null ? codeOf(cause) : ''
}

function headerOf(response: Answering, name: string): string {
  const value = response.headers[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** Seconds, from a number or an HTTP date; at most an hour. */
function retryAfterOf(value: string): number | undefined {
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3600) : undefined
}
