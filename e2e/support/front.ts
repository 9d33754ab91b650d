import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'

/** What the front answers in place of the product's server. */
export type Canned = {
  status: number
  body?: string
  /** Those that are undefined are left out. */
  headers?: Record<string, string | undefined>
  /** Waits before it answers. */
  delayMs?: number
  /** Ends the connection without an answer. */
  drop?: boolean
}

export type Front = {
  url: string
  /** Look-ups that came by, oldest first: customer UUID, query and body. */
  lookUps: { customerUUID: string; query: string; body: string }[]
  /** Answers the look-ups of one customer in order; the last answer stays. */
  answer(customerUUID: string, ...answers: Canned[]): void
  /** What is answered with 404, as after an update that renamed the files, by path and by what the browser wants it for. */
  isMissing: ((path: string, destination: string) => boolean) | undefined
  close(): Promise<void>
}

const LOOK_UP = /^\/customer\/v2\/customer\/([^/?]+)(\?.*)?$/

/**
 * A real server in front of the product's: it passes everything on, but answers the look-ups of chosen
 * customers itself. So the page meets answers that no database of its own would give.
 */
export async function startFront(target: string): Promise<Front> {
  const canned = new Map<string, Canned[]>()
  const lookUps: Front['lookUps'] = []
  const front: Front = {
    url: '',
    lookUps,
    isMissing: undefined,
    answer: (customerUUID, ...answers) => void canned.set(customerUUID, answers),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const server = createServer((incoming, outgoing) => {
    void read(incoming).then((body) => {
      const match = incoming.method === 'POST' ? LOOK_UP.exec(incoming.url ?? '') : null
      const customerUUID = match?.[1] ?? ''
      if (match !== null) lookUps.push({ customerUUID, query: match[2] ?? '', body: body.toString() })
      const answers = canned.get(customerUUID)
      if (front.isMissing?.(incoming.url ?? '', String(incoming.headers['sec-fetch-dest'])) === true) {
        send({ status: 404 }, outgoing)
        return
      }
      const answer = answers !== undefined && answers.length > 1 ? answers.shift() : answers?.[0]
      if (answer === undefined) pass(target, incoming, body, outgoing)
      else setTimeout(() => send(answer, outgoing), answer.delayMs ?? 0)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  front.url = `http://127.0.0.1:${address.port}`
  return front
}

async function read(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function pass(target: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
  const onward = request(
    new URL(incoming.url ?? '/', target),
    { method: incoming.method, headers: { ...incoming.headers, host: new URL(target).host } },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    },
  )
  onward.on('error', () => outgoing.destroy())
  onward.end(body)
}

function send(answer: Canned, outgoing: ServerResponse): void {
  if (answer.drop === true) {
    outgoing.destroy()
    return
  }
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': 'reference-of-the-front',
    'x-desk-origin': 'desk',
    ...answer.headers,
  }
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) outgoing.setHeader(name, value)
  outgoing.writeHead(answer.status)
  outgoing.end(answer.status === 204 ? undefined : (answer.body ?? ''))
}
