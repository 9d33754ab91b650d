import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { randomUUID } from 'node:crypto'
import { createServer, type Server, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Config } from './config.ts'
import type { Deps, Env } from './deps.ts'
import { setSecurityHeaders } from './security-headers.ts'

/** Fits an address that names more than 500 dealers, also where it stands inside that of the sign-in page. */
const HEADER_KILOBYTES = 128
/** A client that sends slowly, or opens connections and stays silent, holds nothing up for long. */
const CONNECTION_LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: HEADER_KILOBYTES * 1024,
  // Without one a request is refused here, with the headers that every answer has.
  requireHostHeader: false,
}
const MAX_CONNECTIONS = 2000
/** A client that does not read its answer is given up after this time without a byte moved. */
const STUCK_MS = 30_000

/**
 * The HTTP server in front of the app. What is no request that the app could see is answered like everything else.
 * @param stuckMs how long a client may leave its answer unread; only tests have less patience than the default
 */
export function makeServer(app: Hono<Env>, deps: Deps, stuckMs = STUCK_MS): Server {
  const refuse = (status: number) => {
    const requestId = randomUUID()
    deps.log.info({ requestId, route: 'none', status }, 'request')
    return malformedAnswer(deps.config, status, requestId)
  }
  const server = createServer(
    CONNECTION_LIMITS,
    getRequestListener(app.fetch, {
      errorHandler: (error) => {
        deps.log.warn({ problem: error instanceof Error ? error.name : typeof error }, 'no request')
        return refuse(400)
      },
    }),
  )
  server.maxConnections = MAX_CONNECTIONS
  // While the platform is being waited for, no byte moves either.
  const { upstream } = deps.config
  server.setTimeout(upstream === undefined ? stuckMs : Math.max(stuckMs, upstream.timeoutMs + 5000))
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return socket.destroy()
    const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
    return void print(refuse(status)).then((text) => socket.end(text))
  })
  return server
}

/**
 * Why nobody can connect: one line for the person who starts the server.
 * @param hostSetting and `portSetting` name what says where; one setting may say both
 */
export function listenProblem(code: string | undefined, hostSetting = 'HOST', portSetting = 'PORT'): string {
  const both =
    hostSetting === portSetting ? `Setting ${hostSetting} names` : `Settings ${hostSetting} and ${portSetting} name`
  switch (code) {
    case 'EADDRINUSE':
      return `Setting ${portSetting} names a port that is in use by another program. Stop that program, or name another port.`
    case 'EACCES':
      return `Setting ${portSetting} names a port that this user may not listen on. Name one of 1024 or above.`
    case 'EADDRNOTAVAIL':
      return `Setting ${hostSetting} names an address that is not one of this machine. Name 127.0.0.1, 0.0.0.0 or an address of its own.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `Setting ${hostSetting} names a host that is not known here. Name 127.0.0.1, 0.0.0.0 or an address of this machine.`
    case 'EAFNOSUPPORT':
      return `Setting ${hostSetting} names an address of a kind that this machine does not have. Name 127.0.0.1 or 0.0.0.0.`
    default:
      return `${both} a place where nothing can listen (${code ?? 'no code'}). Name another one.`
  }
}

/** What the parser could not make a request of, in words. */
function problemOf(status: number): { errorTitle: string; errorMessage: string } {
  switch (status) {
    case 408:
      return { errorTitle: 'REQUEST_TIMEOUT', errorMessage: 'The request did not arrive in time. Send it again.' }
    case 431:
      return {
        errorTitle: 'REQUEST_TOO_LARGE',
        errorMessage: `The address and the headers have more than ${HEADER_KILOBYTES} kB. Leave dealers out of the address: without any, all are asked.`,
      }
    default:
      return { errorTitle: 'BAD_REQUEST', errorMessage: 'This is no HTTP request that the server reads.' }
  }
}

function malformedAnswer(config: Config, status: number, requestId: string): Response {
  const body = { errors: [{ errorCode: status, ...problemOf(status) }], warnings: [] }
  const headers = new Headers({
    'content-type': 'application/json',
    'x-request-id': requestId,
    'x-desk-origin': 'desk',
    connection: 'close',
  })
  setSecurityHeaders(headers, config.isHttps)
  return new Response(JSON.stringify(body), { status, headers })
}

/** As it goes over a socket that has no answer of Node's. */
async function print(response: Response): Promise<string> {
  const body = await response.text()
  const lines = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ''}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}
