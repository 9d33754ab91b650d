import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { Agent, request } from 'undici'

/** The pages stand beside this file's source; the bench is built to dist/bench. */
const file = (name: string) => readFileSync(fileURLToPath(new URL(`../../bench/bare/${name}`, import.meta.url)))

export type BareServer = { url: string; stop(): Promise<void> }

/** A hand-written page whose look-ups the product answers: only the page differs. */
export async function startBareServer(desk: { url: string; cookie: string; body: string }): Promise<BareServer> {
  const html = file('page.html').toString().replace('__REQUEST__', desk.body.replaceAll('"', '&quot;'))
  const packed = (content: string | Buffer, type: string) => ({ type, body: brotliCompressSync(content) })
  const page = packed(html, 'text/html; charset=utf-8')
  const files: Record<string, typeof page> = {
    '/bare/page.js': packed(file('page.js'), 'text/javascript'),
    '/bare/page.css': packed(file('page.css'), 'text/css'),
  }
  const agent = new Agent({ connections: 6 })

  const server = createServer(async (incoming, outgoing) => {
    const path = incoming.url ?? ''
    incoming.resume()
    if (incoming.method === 'POST') {
      const answer = await request(desk.url + path, {
        dispatcher: agent,
        method: 'POST',
        headers: {
          cookie: desk.cookie,
          'content-type': 'application/json',
          'accept-encoding': incoming.headers['accept-encoding'] ?? '',
        },
        body: desk.body,
      })
      outgoing.statusCode = answer.statusCode
      for (const name of ['content-type', 'content-encoding']) {
        const value = answer.headers[name]
        if (value !== undefined) outgoing.setHeader(name, value)
      }
      answer.body.pipe(outgoing)
      return
    }
    const { type, body } = files[path] ?? page
    outgoing.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'cache-control': 'no-store' })
    outgoing.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.close()
      await agent.close()
    },
  }
}
