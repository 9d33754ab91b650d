import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { dataFolder } from './support/data-folder.ts'
import { startDesk, type DeskProcess } from './support/desk-process.ts'
import { expect, test } from './fixtures.ts'

// Promise: no client, however it speaks HTTP, holds the server up or makes it read one request as two.

let folder = ''
let desk: DeskProcess
/** What a client is told that promises a body and sends none; it is given up while the other tests run. */
let withoutBody: Promise<string>
test.beforeAll(async () => {
  folder = dataFolder('sample')
  desk = await startDesk(folder)
  withoutBody = speak(
    `POST /api/session HTTP/1.1\r\n${host()}Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{`,
  )
})
test.afterAll(async () => {
  expect(await desk.stop()).toBe(0)
  rmSync(folder, { recursive: true, force: true })
})

/** Sends raw bytes; everything that comes back until the server closes. */
function speak(bytes: string): Promise<string> {
  const { hostname, port } = new URL(desk.url)
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    socket.on('data', (data) => (answer += data.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer))
  })
}

const host = () => `Host: ${new URL(desk.url).host}\r\n`
const isWell = async () => (await fetch(`${desk.url}/readyz`)).ok

const malformed: [name: string, request: () => string, status: string][] = [
  [
    'two lengths',
    () => `POST /api/session HTTP/1.1\r\n${host()}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabc`,
    '400',
  ],
  [
    'a length and chunks',
    () => `POST /api/session HTTP/1.1\r\n${host()}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    '400',
  ],
  ['bare line feeds', () => `GET / HTTP/1.1\n${host().replace('\r', '')}\n`, '400'],
  ['no host', () => 'GET / HTTP/1.1\r\n\r\n', '400'],
  ['an address that is none', () => `GET /\\evil HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n`, '400'],
  ['headers of 200 kB', () => `GET / HTTP/1.1\r\n${host()}X: ${'x'.repeat(200_000)}\r\n\r\n`, '431'],
]
for (const [name, request, status] of malformed) {
  test(`${name} is ${status}`, async () => {
    const answer = await speak(request())
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toMatch(/\r\nx-request-id: [\w-]{36}\r\n/i)
    expect(answer).toMatch(/\r\nx-content-type-options: nosniff\r\n/i)
    expect(answer).toMatch(/\r\ncache-control: no-store\r\n/i)
    expect(await isWell()).toBe(true)
  })
}

test('a hundred clients that dribble their headers are closed, and nobody waits for them', async () => {
  const slow = Array.from({ length: 100 }, () => speak(`GET / HTTP/1.1\r\n${host()}X-Slow: `))
  let closed = 0
  for (const client of slow) void client.then(() => (closed += 1))
  expect(await isWell()).toBe(true)
  expect(closed).toBe(0)
  await Promise.all(slow)
})

test('a body that never comes is given up', async () => {
  expect(await withoutBody).toMatch(/^HTTP\/1\.1 408 /)
})
