import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'

export const credentials = { username: 'canary-user', password: 'canary-pass-9f2' } as const

type ReceivedRequest = {
  path: string
  headers: IncomingMessage['headers']
  body: string
  /** Resolves when the other side gave the request up. */
  aborted: Promise<void>
}

export type TestUpstream = {
  /** For CUSTOMER_API_URL. */
  url: string
  port: number
  received: ReceivedRequest[]
  /** The record that a customer without a fault gets; by default one with a name. */
  records: Map<string, string>
  /** Whole answers for a customer, where the body of a record is not all. */
  answers: Map<string, { status: number; type: string; body: string | Buffer }>
  /** How many connections have been made. */
  connections(): number
  /** Answers every request of `fault-held` that has come so far. */
  release(): void
  close(): Promise<void>
}

type Fault = (outgoing: ServerResponse, incoming: IncomingMessage) => void

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Fault =>
  (outgoing) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers })
    outgoing.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
const page =
  (status: number): Fault =>
  (outgoing) => {
    outgoing.writeHead(status, { 'content-type': 'text/html', 'set-cookie': 'upstream=1', server: 'upstream/1.0' })
    outgoing.end('<html><body>secret-stack-trace</body></html>')
  }
const messages = (errorCode: number, errorTitle: string) => ({
  errors: [{ errorCode, errorTitle, errorMessage: `${errorTitle} in words`, internal: 'not of the contract' }],
  warnings: [],
})

const packed =
  (encoding: string, pack: (text: string) => Buffer): Fault =>
  (outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
    outgoing.end(pack('{"customerInfo":{"fname":"Packed"}}'))
  }

/** What the platform can do wrong: the customer UUID names it, as in `fault-500-html`. */
const faults: Readonly<Record<string, Fault>> = {
  '204': (outgoing) => outgoing.writeHead(204).end(),
  '400': json(400, messages(4001, 'BAD_DEALER_LIST')),
  '401-dealer': json(401, messages(100_004, 'REQUEST_NOT_AUTHORIZED')),
  '401-other': json(401, messages(777, 'STORE_CLOSED')),
  '401-credentials': json(401, messages(100_003, 'WRONG_CREDENTIAL'), { 'www-authenticate': 'Basic' }),
  '401-html': page(401),
  '403': json(403, {}),
  '404': json(404, {}),
  '429': json(429, {}, { 'retry-after': '7' }),
  '500-json': json(500, messages(5001, 'STORE_OFFLINE')),
  '500-html': page(500),
  '500-nothing': (outgoing) => outgoing.writeHead(500).end(),
  '502': page(502),
  '503': json(503, {}, { 'retry-after': '3' }),
  '504': page(504),
  '405': json(405, messages(4050, 'METHOD_REFUSED')),
  '409': json(409, {}),
  '413': json(413, {}),
  teapot: json(418, {}),
  'cut-off': json(200, '{"customerInfo":{"fname":"Ha'),
  malformed: json(200, '{"customerInfo":NaN}'),
  'no-object': json(200, '[1,2,3]'),
  empty: json(200, ''),
  html: page(200),
  'bad-bytes': (outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json' })
    outgoing.end(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]))
  },
  'wrong-type': (outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'text/plain' })
    outgoing.end('{"customerInfo":{"fname":"Plain","lname":"Text"}}')
  },
  errors: json(200, { ...messages(9, 'PARTIAL'), customerInfo: { fname: 'With', lname: 'Errors' } }),
  redirect: (outgoing, incoming) =>
    outgoing.writeHead(307, { location: `http://${incoming.headers.host}/stolen` }).end(),
  reset: (outgoing) => outgoing.socket?.resetAndDestroy(),
  'half-then-reset': (outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
    outgoing.write('{"customerInfo":', () => outgoing.socket?.resetAndDestroy())
  },
  silent: () => {},
  slow: (outgoing, incoming) =>
    void setTimeout(() => json(200, '{"customerInfo":{"fname":"Slow"}}')(outgoing, incoming), 200),
  'header-drip': (outgoing) => {
    const { socket } = outgoing
    socket?.write('HTTP/1.1 200 OK\r\n')
    const drip = setInterval(() => socket?.write('x: y\r\n'), 50)
    socket?.on('error', () => {})
    socket?.on('close', () => clearInterval(drip))
  },
  dripping: (outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json' })
    const drip = setInterval(() => outgoing.write(' '), 50)
    outgoing.on('close', () => clearInterval(drip))
  },
  'too-large': (outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json' })
    outgoing.on('error', () => {})
    const flood = () => {
      while (!outgoing.destroyed && outgoing.write('x'.repeat(65_536))) continue
    }
    outgoing.on('drain', flood)
    flood()
  },
  'gzip-bomb': (outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
    outgoing.end(gzipSync(Buffer.alloc(20_000_000, 0x20)))
  },
  gzip: packed('gzip', gzipSync),
  deflate: packed('deflate', deflateSync),
  br: packed('br', brotliCompressSync),
  'not-gzip': packed('gzip', Buffer.from),
  zstd: packed('zstd', Buffer.from),
  bom: json(200, '\uFEFF{"customerInfo":{"fname":"Marked"}}'),
  warnings: json(200, {
    warnings: [{ warningCode: 10_016, warningTitle: 'INVALID_PHONE_FIELDS', warningMessage: 'in words' }],
    customerInfo: { fname: 'With', lname: 'Warnings' },
  }),
}

/** A real HTTP server that speaks for the platform, with Basic auth and every fault on request. */
export async function startUpstream(port = 0): Promise<TestUpstream> {
  const received: ReceivedRequest[] = []
  const records = new Map<string, string>()
  const answers: TestUpstream['answers'] = new Map()
  const held: (() => void)[] = []
  const expected = `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64')}`
  const server = createServer((incoming, outgoing) => {
    void read(incoming).then((body) => {
      const path = incoming.url ?? ''
      const aborted = new Promise<void>((resolve) =>
        outgoing.on('close', () => (outgoing.writableFinished ? undefined : resolve())),
      )
      received.push({ path, headers: incoming.headers, body, aborted })
      if (incoming.headers.authorization !== expected) return faults['401-credentials']?.(outgoing, incoming)
      const uuid = /^\/customer\/v2\/customer\/([^/?]+)/.exec(path)?.[1] ?? ''
      if (uuid === 'fault-held')
        return held.push(() => json(200, '{"customerInfo":{"fname":"Held"}}')(outgoing, incoming))
      const answer = answers.get(uuid)
      if (answer !== undefined) {
        outgoing.writeHead(answer.status, { 'content-type': answer.type })
        return outgoing.end(answer.body)
      }
      const fault = faults[uuid.replace(/^fault-/, '')]
      const record = records.get(uuid) ?? `{"customerInfo":{"uuid":"${uuid}","fname":"Good","lname":"Answer"}}`
      return fault === undefined ? json(200, record)(outgoing, incoming) : fault(outgoing, incoming)
    })
  })
  let connections = 0
  server.on('connection', () => (connections += 1))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/customer`,
    port: address.port,
    received,
    records,
    answers,
    connections: () => connections,
    release: () => held.splice(0).forEach((answer) => answer()),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(incoming: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of incoming) text += String(part)
  return text
}
