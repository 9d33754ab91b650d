import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { expect, test } from 'playwright/test'
import { listenProblem, makeServer } from './listen.ts'
import { basic, FULL, makeDesk, requestBody } from './testing/desk.ts'

/** More than the sockets on both sides hold by themselves. */
const LARGE_BYTES = 32_000_000
const STUCK_MS = 500

test('a client that does not read its answer is cut off', async () => {
  const desk = await makeDesk()
  // A password that was right is not worked on again: no byte moves meanwhile.
  expect((await desk.lookUp(FULL)).status).toBe(200)
  const large = JSON.stringify({ filler: 'x'.repeat(LARGE_BYTES) })
  desk.deps.source.lookUp = () => Promise.resolve({ found: true, body: large, name: undefined })
  const server = makeServer(desk.app, desk.deps, STUCK_MS)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const connections = () => new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))

  const body = JSON.stringify(requestBody())
  const lines = [
    `POST /customer/v2/customer/${FULL} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: ${basic().authorization}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
  ]
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  await once(socket, 'readable')
  expect(String(socket.read(15))).toBe('HTTP/1.1 200 OK')
  // Nothing more is read from here on.
  await expect.poll(connections, { timeout: 20_000 }).toBe(0)

  socket.destroy()
  server.close()
  await desk.db.close()
})

test('a place that cannot be listened on is said by the setting that is wrong', async () => {
  const codeOf = async (port: number, host: string) => {
    const [error] = (await once(createServer().listen(port, host), 'error')) as [NodeJS.ErrnoException]
    return error.code
  }
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  expect(listenProblem(await codeOf(port, '127.0.0.1'))).toMatch(/^Setting PORT names a port that is in use/)
  taken.close()
  // Kept for documents, so no machine has it.
  expect(listenProblem(await codeOf(0, '192.0.2.1'))).toMatch(/^Setting HOST names an address that is not one of this/)
  expect(listenProblem('ENOTFOUND')).toMatch(/^Setting HOST names a host that is not known here/)
  expect(listenProblem('EACCES')).toMatch(/^Setting PORT names a port that this user may not/)
  expect(listenProblem('EAFNOSUPPORT')).toMatch(/^Setting HOST/)
  expect(listenProblem('EWHATEVER')).toContain('EWHATEVER')
  const metricsProblem = (code: string) => listenProblem(code, 'METRICS_ADDRESS', 'METRICS_ADDRESS')
  expect(metricsProblem('EADDRINUSE')).toMatch(/^Setting METRICS_ADDRESS names a port that is in use/)
  expect(metricsProblem('EADDRNOTAVAIL')).toMatch(/^Setting METRICS_ADDRESS names an address that is not one/)
  expect(metricsProblem('EWHATEVER')).toMatch(/^Setting METRICS_ADDRESS names a place where nothing can listen/)
})
