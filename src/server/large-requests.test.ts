import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, test } from 'playwright/test'
import { makeServer } from './listen.ts'
import { basic, customer, type Desk, errorOf, json, makeDesk } from './testing/desk.ts'

// Promise: whoever has hundreds of dealers can ask them all, and what is too much is told so in words.

const uuids = (count: number, length: number) => Array.from({ length: count }, (_, n) => `d${n}-`.padEnd(length, 'x'))
const many = uuids(520, 64)
const person = { uuid: 'boss', username: 'boss', name: 'Boss', password: 'boss of 520 stores' }
const lines = [
  ...many.map((uuid, n) => JSON.stringify({ type: 'dealer', uuid, id: 5000 + n, name: `Store ${n}` })),
  JSON.stringify({ type: 'user', ...person, dealerUUIDs: many }),
  customer('of-the-last', {}, { dealerId: 5519 }),
]

let desk: Desk
let server: Server
let url = ''
test.beforeAll(async () => {
  desk = await makeDesk({ lines })
  server = makeServer(desk.app, desk.deps)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await desk.db.close()
})

/** Sends raw bytes; everything that comes back until the server closes. */
function speak(head: string, body = ''): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${head}\r\nhost: ${hostname}:${port}\r\n\r\n${body}`),
    )
    socket.on('data', (data) => (answer += data.toString()))
    socket.on('error', (error) => (answer += error.message))
    socket.on('close', () => resolve(answer))
  })
}

test('somebody with 520 dealers signs in, is told them all, and asks them all', async () => {
  const signIn = await fetch(`${url}/api/session`, json('POST', person))
  expect(signIn.status).toBe(200)
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const session = await fetch(`${url}/api/session`, { headers: { cookie } })
  expect(((await session.json()) as { dealers: object[] }).dealers).toHaveLength(520)
  const asked = await fetch(
    `${url}/customer/v2/customer/of-the-last`,
    json('POST', { requesterUserUUID: 'boss', dealerUUIDList: many }, { cookie }),
  )
  expect([asked.status, (await asked.json()) as object]).toMatchObject([200, { customerInfo: { uuid: 'of-the-last' } }])
  // A link that names them all is opened, and finds its way through the sign-in.
  const dealers = many.map((uuid) => `dealer=${uuid}`).join('&')
  for (const address of [
    `/customers/x?${dealers}`,
    `/sign-in?returnTo=${encodeURIComponent(`/customers/x?${dealers}`)}`,
  ]) {
    // Here is no page to serve.
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect((await errorOf(await fetch(url + address, { headers: { cookie } }))).errorTitle).toBe('NOT_FOUND')
  }
})

test('the longest list of the longest dealers is read, a longer one is refused in words', async () => {
  const ask = async (dealerUUIDList: string[]) =>
    fetch(
      `${url}/customer/v2/customer/x`,
      json('POST', JSON.stringify({ requesterUserUUID: 'r', dealerUUIDList }, null, 2), basic()),
    )
  const longest = await ask(uuids(2000, 128))
  expect(longest.status).toBe(401)
  expect((await errorOf(longest)).errorMessage).toMatch(/^You may not ask for dealers .{2000,3000} and 1980 more\. /)
  const more = await ask(uuids(2001, 36))
  expect([more.status, (await errorOf(more)).errorMessage]).toEqual([
    400,
    'dealerUUIDList must name at most 2000 dealers.',
  ])
  const far = await ask(uuids(5000, 128))
  expect([far.status, (await errorOf(far)).errorMessage]).toEqual([
    413,
    'The body must have at most 512 kB: at most 2000 dealers in one look-up.',
  ])
})

test('a body of 2 MB gets its answer to read, on every address and however slowly it comes', async () => {
  const large = JSON.stringify({ username: 'x'.repeat(2_000_000), password: 'x' })
  for (const path of ['/api/session', '/customer/v2/customer/x', '/csp-report']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const response = await fetch(url + path, json('POST', large))
    // oxlint-disable-next-line no-await-in-loop -- as above
    expect([response.status, (await errorOf(response)).errorTitle]).toEqual([413, 'PAYLOAD_TOO_LARGE'])
  }
  const lengthy = `POST /api/session HTTP/1.1\r\nconnection: close\r\ncontent-type: application/json\r\n`
  expect(await speak(`${lengthy}content-length: ${large.length}`, large)).toMatch(
    /^HTTP\/1\.1 413 .*PAYLOAD_TOO_LARGE/s,
  )
  const chunk = `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`
  expect(await speak(`${lengthy}transfer-encoding: chunked`, chunk)).toMatch(/^HTTP\/1\.1 413 .*PAYLOAD_TOO_LARGE/s)
})

test('an address that is too long is refused in words', async () => {
  const answer = await speak(`GET /customers/x?dealer=${'x'.repeat(1_000_000)} HTTP/1.1`)
  expect(answer).toMatch(/^HTTP\/1\.1 431 .*"errorTitle":"REQUEST_TOO_LARGE","errorMessage":"[^"]* more than 128 kB\./s)
})
