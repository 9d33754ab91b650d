import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { request } from 'undici'

const ENCODINGS = 'gzip, deflate, br, zstd'
/** The pages stand beside this file's source; the bench is built to dist/bench. */
const file = (name: string) => readFileSync(fileURLToPath(new URL(`../../bench/bare/${name}`, import.meta.url)))

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer }
export type BareServer = { url: string; stop(): void }

/** A hand-written page, and a look-up that is answered with the very bytes that the product answered once. */
export async function startBareServer(
  desk: { url: string; cookie: string; body: string },
  customers: readonly string[],
): Promise<BareServer> {
  const answers = new Map<string, Answer>()
  for (const uuid of customers) {
    const path = `/customer/v2/customer/${uuid}`
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person would
    const answer = await request(desk.url + path, {
      method: 'POST',
      headers: { cookie: desk.cookie, 'content-type': 'application/json', 'accept-encoding': ENCODINGS },
      body: desk.body,
    })
    // oxlint-disable-next-line no-await-in-loop -- as above
    const body = Buffer.from(await answer.body.arrayBuffer())
    answers.set(path, { status: answer.statusCode, headers: answer.headers, body })
  }
  const html = file('page.html').toString().replace('__REQUEST__', desk.body.replaceAll('"', '&quot;'))
  const packed = (content: string | Buffer, type: string): Answer => ({
    status: 200,
    headers: { 'content-type': type, 'content-encoding': 'br' },
    body: brotliCompressSync(content),
  })
  const files: Record<string, Answer> = {
    '/bare/page.js': packed(file('page.js'), 'text/javascript'),
    '/bare/page.css': packed(file('page.css'), 'text/css'),
  }
  const page = packed(html, 'text/html; charset=utf-8')

  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => {
      const path = incoming.url ?? ''
      const { status, headers, body } = answers.get(path) ?? files[path] ?? page
      outgoing.writeHead(status, {
        'content-type': headers['content-type'],
        ...(headers['content-encoding'] === undefined ? {} : { 'content-encoding': headers['content-encoding'] }),
        'content-length': body.length,
        'cache-control': 'no-store',
      })
      outgoing.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}`, stop: () => server.close() }
}
