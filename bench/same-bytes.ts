// A process of its own: answers everything with the text it is given first.
import { createServer } from 'node:http'

process.once('message', (text: string) => {
  const body = Buffer.from(text)
  const server = createServer((incoming, outgoing) => {
    incoming.resume().on('end', () => {
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      outgoing.end(body)
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.send?.(address.port)
  })
})
process.on('disconnect', () => process.exit(0))
