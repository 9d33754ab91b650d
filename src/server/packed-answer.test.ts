import { once } from 'node:events'
import { request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'playwright/test'
import { makeServer } from './listen.ts'
import { basic, customer, type Desk, makeDesk, requestBody } from './testing/desk.ts'

let desk: Desk
let server: Server
test.beforeAll(async () => {
  const orders = (count: number) => ({
    dealerOrderInfoList: Array.from({ length: count }, (_, n) => ({ order_number: `order ${n}`, order_type: 'RO' })),
  })
  desk = await makeDesk({
    lines: [customer('small'), customer('middling', orders(50)), customer('large', orders(1000))],
  })
  server = makeServer(desk.app, desk.deps)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
test.afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await desk.db.close()
})

/** A look-up as it goes over the wire: nothing is unpacked on the way. */
async function lookUp(uuid: string, accepted: string | undefined) {
  const { port } = server.address() as AddressInfo
  const asked = request({
    port,
    method: 'POST',
    path: `/customer/v2/customer/${uuid}`,
    headers: { ...basic(), 'content-type': 'application/json', ...(accepted && { 'accept-encoding': accepted }) },
  })
  asked.end(JSON.stringify(requestBody()))
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  return { headers: answer.headers, body: Buffer.concat(parts) }
}

const unpack: Record<string, (body: Buffer) => Buffer> = {
  none: (body) => body,
  gzip: (body) => gunzipSync(body),
  br: (body) => brotliDecompressSync(body),
}

const packings: [uuid: string, accepted: string | undefined, packing: string][] = [
  ['small', 'gzip, deflate, br', 'none'],
  ['middling', 'gzip, deflate, br', 'gzip'],
  ['middling', 'br', 'br'],
  ['large', 'gzip, deflate, br, zstd', 'br'],
  ['large', 'gzip', 'gzip'],
  ['large', 'deflate, zstd', 'none'],
  ['large', undefined, 'none'],
]
for (const [uuid, accepted, packing] of packings) {
  test(`a ${uuid} answer to who takes ${accepted ?? 'nothing special'} is packed with ${packing}`, async () => {
    const { headers, body } = await lookUp(uuid, accepted)
    expect(headers['content-encoding'] ?? 'none').toBe(packing)
    const plain = (await desk.lookUp(uuid)).text()
    expect(unpack[packing]?.(body).toString()).toBe(await plain)
  })
}

for (const uuid of ['small', 'middling', 'large']) {
  test(`a ${uuid} answer says how long it is, that it depends on what is accepted, and is kept nowhere`, async () => {
    const { headers, body } = await lookUp(uuid, 'gzip, br')
    expect(headers['content-length']).toBe(String(body.length))
    expect(headers['transfer-encoding']).toBeUndefined()
    expect(headers['vary']).toBe('accept-encoding')
    expect(headers['cache-control']).toBe('no-store')
  })
}
