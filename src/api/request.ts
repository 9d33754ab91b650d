import { parseExact } from '#src/contract/exact-json.ts'
import { readProblemMessages } from '#src/contract/read-answer.ts'
import * as words from '#words/api'
import { language } from '#words/format'
import { compareVersion } from './version.ts'
import { ApiFailure } from './failure.ts'
import { type ApiRequest, send } from './send.ts'

/** The browser waits a little longer than the server does for the platform. */
const LIMIT_MS = 15_000
const NOT_AUTHORIZED = '100004'
const WRONG_CREDENTIAL = '100003'

/**
 * Makes sense of the body of a good answer. Called when the headers are there, so that whatever it needs can be fetched
 * while the body arrives.
 * @throws SyntaxError when it is no JSON
 */
export type BodyReader<T> = (headers: Headers) => (bytes: ArrayBuffer, signal: AbortSignal) => T | Promise<T>

type Request<T> = ApiRequest & { signal?: AbortSignal; read?: BodyReader<T> }
/** `body` is undefined for an answer without one (204). */
export type Answer<T = unknown> = {
  status: number
  body: T | undefined
  /** The body as it arrived. */
  bytes?: ArrayBuffer
  requestId: string | undefined
  /** Where the server wants the page to go next. */
  location?: string
}

/** JSON with every number exact. */
const readJson: BodyReader<unknown> = () => (bytes) => parseExact(asText(bytes))

/** The text of a body, which is UTF-8. */
export const asText = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes)

/**
 * Sends one request to this application's own server.
 * @param read what makes sense of a good answer; parses JSON unless told otherwise
 * @throws ApiFailure for everything but a 2xx with a readable body
 * @throws the signal's reason when the caller gave up
 */
export async function request<T = unknown>({
  signal,
  read = readJson as BodyReader<T>,
  ...asked
}: Request<T>): Promise<Answer<T>> {
  const gaveUp = new AbortController()
  const limit = AbortSignal.timeout(LIMIT_MS)
  for (const source of signal === undefined ? [limit] : [signal, limit]) {
    if (source.aborted) gaveUp.abort(source.reason)
    source.addEventListener('abort', () => gaveUp.abort(source.reason), { once: true })
  }
  try {
    const response = await send(asked, gaveUp.signal)
    compareVersion(response.headers.get('x-desk-version'))
    return await readResponse(response, asked.path, read, gaveUp.signal)
  } catch (error) {
    // Browsers name an abort differently, so the signals are asked, not the error.
    if (error instanceof ApiFailure || signal?.aborted === true) throw error
    if (limit.aborted) throw new ApiFailure('too-slow', { detail: words.noAnswerInTime({ seconds: LIMIT_MS / 1000 }) })
    throw new ApiFailure(navigator.onLine ? 'desk-unreachable' : 'offline')
  }
}

async function readResponse<T>(
  response: Response,
  path: string,
  read: BodyReader<T>,
  signal: AbortSignal,
): Promise<Answer<T>> {
  const { status, headers } = response
  const requestId = headers.get('x-request-id') ?? undefined
  const location = headers.get('location')
  if (status === 204) return { status, body: undefined, requestId, ...(location === null ? {} : { location }) }
  const readGood = response.ok ? read(headers) : undefined
  const bytes = await response.arrayBuffer()
  const isJson = /^application\/(?:[\w.-]+\+)?json/i.test(headers.get('content-type') ?? '')
  if (readGood !== undefined) {
    try {
      return { status, body: await readGood(bytes, signal), bytes, requestId }
    } catch (error) {
      // Nested too deep is no record either.
      if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
      throw await unreadable(asText(bytes), isJson, { status, ...(requestId && { requestId }) })
    }
  }
  // Only our own server can say that the sign-in has ended. What has no mark was said by something on the way.
  if (status === 401 && !response.headers.has('x-desk-origin') && path !== SESSION_PATH && (await isSignedIn())) {
    throw new ApiFailure('web-page', { status, ...(requestId && { requestId }) })
  }
  throw failureOf(response, isJson ? parseIfJson(bytes) : undefined, requestId)
}

const SESSION_PATH = '/api/session'

async function isSignedIn(): Promise<boolean> {
  const asked = send({ method: 'GET', path: SESSION_PATH }, AbortSignal.timeout(LIMIT_MS))
  const response = await asked.catch(() => undefined)
  return response?.ok === true && response.headers.get('x-desk-origin') === 'desk'
}

function parseIfJson(bytes: ArrayBuffer): unknown {
  try {
    return parseExact(asText(bytes))
  } catch {
    return undefined
  }
}

async function unreadable(
  text: string,
  isJson: boolean,
  facts: { status: number; requestId?: string },
): Promise<ApiFailure> {
  if (!isJson) return new ApiFailure('web-page', facts)
  // Needed so seldom that it is no part of the app; without it the words are fewer.
  const at = await import('#src/contract/json-break.ts').then(
    ({ findBreak }) => findBreak(text),
    () => undefined,
  )
  return new ApiFailure('unreadable', { ...facts, detail: breakWords(at, text.length) })
}

function breakWords(at: number | undefined, length: number): string {
  if (at === undefined) return words.broken()
  const place = (at + 1).toLocaleString(language())
  return at < length ? words.brokenAt({ place }) : words.brokenAtEnd({ place })
}

function failureOf(response: Response, body: unknown, requestId: string | undefined): ApiFailure {
  const { status } = response
  const { errors, warnings } = readProblemMessages(body)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const facts = {
    status,
    errors,
    warnings,
    ...(requestId === undefined ? {} : { requestId }),
    ...(Number.isFinite(retryAfter) ? { retryAfterSeconds: retryAfter } : {}),
  }
  const codes = errors.map((error) => error.errorCode)
  const isOfPlatform = response.headers.get('x-desk-origin') === 'upstream'
  const fault = FAULTS[response.headers.get('x-desk-fault') ?? '']
  if (fault !== undefined) return new ApiFailure(fault, facts)
  switch (status) {
    case 400:
    case 405:
    case 409:
    case 415:
    case 422:
      return new ApiFailure('rejected', facts)
    case 401:
    case 403:
      if (isOfPlatform || codes.includes(NOT_AUTHORIZED)) return new ApiFailure('dealer-refused', facts)
      if (status === 403) return new ApiFailure('rejected', facts)
      if (codes.includes(WRONG_CREDENTIAL)) return new ApiFailure('wrong-credentials', facts)
      return new ApiFailure('signed-out', facts)
    case 404:
      return new ApiFailure(isOfPlatform ? 'not-found' : 'failed', facts)
    case 413:
      return new ApiFailure('too-large', facts)
    case 429:
      return new ApiFailure('too-many', facts)
    case 502:
      return new ApiFailure(codes.includes(WRONG_CREDENTIAL) ? 'service-refused' : 'platform-unreachable', facts)
    case 503:
      return new ApiFailure(isOfPlatform ? 'platform-unavailable' : 'desk-unavailable', facts)
    case 504:
      return new ApiFailure('too-slow', facts)
    default:
      return new ApiFailure('failed', facts)
  }
}

/** What the server saw of the platform's answer, as its header `x-desk-fault` says. */
const FAULTS: Readonly<Record<string, 'unreadable' | 'web-page' | 'too-large' | 'failed'>> = {
  malformed: 'unreadable',
  'web-page': 'web-page',
  'too-large': 'too-large',
  refused: 'failed',
}
