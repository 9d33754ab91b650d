// A process of its own, in front of the product: it passes everything on and serves the page written by hand beside it,
// so that whatever both pages ask for takes the same way.
import { readFileSync } from 'node:fs'
import { Agent, createServer, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const HAND_WRITTEN = '/bare'

/** The pages stand beside this file's source; the bench is built to dist/bench. */
const file = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../bench/bare/${name}`, import.meta.url))).toString()
const packed = (content: string, type: string) => ({ type, body: brotliCompressSync(content) })

process.once('message', ({ target, body }: { target: string; body: string }) => {
  const pageWith = (ask: string) =>
    packed(
      file('page.html')
        .replace('<!--ask-->', () => ask)
        .replaceAll('__REQUEST__', body.replaceAll('"', '&quot;')),
      'text/html; charset=utf-8',
    )
  const page = pageWith('')
  const eager = pageWith(`<script data-request="__REQUEST__">${file('ask.js')}</script>`)
  const files: Record<string, typeof page> = {
    '/bare/page.js': packed(file('page.js'), 'text/javascript'),
    '/bare/page.css': packed(file('page.css'), 'text/css'),
  }
  const agent = new Agent({ keepAlive: true })

  const server = createServer((incoming, outgoing) => {
    const { pathname, search } = new URL(incoming.url ?? '/', target)
    if (pathname.startsWith(HAND_WRITTEN)) {
      const { type, body: bytes } = files[pathname] ?? (search === '?eager' ? eager : page)
      outgoing.writeHead(200, {
        'content-type': type,
        'content-encoding': 'br',
        'content-length': bytes.length,
        'cache-control': 'no-store',
      })
      outgoing.end(bytes)
      return
    }
    const headers = { ...incoming.headers, host: new URL(target).host }
    const onward = request(target + pathname + search, { agent, method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.send?.(`http://127.0.0.1:${address.port}`)
  })
})
process.on('disconnect', () => process.exit(0))
