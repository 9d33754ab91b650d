// A process of its own, as the platform is: answers every look-up with the same small record.
import { createServer } from 'node:http'
import { recordText } from './records.ts'

const delayMs = Number(process.argv[2] ?? 0)
const text = recordText('bench', 3, 101)

const server = createServer((incoming, outgoing) => {
  incoming.resume().on('end', () => {
    const answer = () => {
      outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      outgoing.end(text)
    }
    if (delayMs === 0) answer()
    else setTimeout(answer, delayMs)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address !== null) process.send?.(address.port)
})
process.on('disconnect', () => process.exit(0))
