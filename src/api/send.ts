import { language } from '#words/format'

export type ApiRequest = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string; body?: unknown }

type Sent = { response: Promise<Response>; giveUp: AbortController }

/** An answer that nobody came for in this time is given up: it would be older than the page says. */
const KEEP_MS = 15_000
// Shared with the script that stands in the page itself, which sends the first request.
const shared = globalThis as { deskSent?: Map<string, Sent> }
const sentAhead = (shared.deskSent ??= new Map<string, Sent>())

/** Sends a request that the app will make as soon as it is there. It is taken once, by the very same request. */
export function sendAhead(request: ApiRequest): Promise<Response> {
  const giveUp = new AbortController()
  const response = fetchRequest(request, giveUp.signal)
  // Whoever takes it is told of a failure.
  response.catch(() => {})
  const key = JSON.stringify(request)
  sentAhead.set(key, { response, giveUp })
  setTimeout(() => {
    if (sentAhead.delete(key)) giveUp.abort()
  }, KEEP_MS)
  return response
}

/** The answer to a request, which may be under way already. */
export function send(request: ApiRequest, signal: AbortSignal): Promise<Response> {
  const key = JSON.stringify(request)
  const sent = sentAhead.get(key)
  if (sent === undefined) return fetchRequest(request, signal)
  sentAhead.delete(key)
  if (signal.aborted) sent.giveUp.abort(signal.reason)
  signal.addEventListener('abort', () => sent.giveUp.abort(signal.reason), { once: true })
  return sent.response
}

function fetchRequest({ method, path, body }: ApiRequest, signal: AbortSignal): Promise<Response> {
  return fetch(path, {
    method,
    credentials: 'same-origin',
    headers: {
      // The server answers in the language of the page, which need not be the browser's.
      'accept-language': language(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  })
}
