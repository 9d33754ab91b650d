import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'undici'
import { startDesk } from '#e2e/support/desk-process.ts'
import { sampleAccounts, sampleDealers } from '#src/server/sample/sample-lines.ts'
import { inTurn, ms, ratio, report } from './measure.ts'

const [demo] = sampleAccounts
const [dealer] = sampleDealers
const CREDENTIALS = { username: 'bench', password: 'bench' }

/** A look-up of a small customer through the gateway, against the same call made directly. */
export async function benchGateway(upstreamMs: number): Promise<void> {
  const upstream = fork(fileURLToPath(new URL('upstream.js', import.meta.url)), [String(upstreamMs)])
  const [port] = (await once(upstream, 'message')) as [number]
  const platform = `http://127.0.0.1:${port}/customer`
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const desk = await startDesk(folder, {
    SAMPLE_DATA: 'true',
    LOOKUPS_PER_MINUTE: '0',
    CUSTOMER_API_URL: platform,
    CUSTOMER_API_USERNAME: CREDENTIALS.username,
    CUSTOMER_API_PASSWORD: CREDENTIALS.password,
  })
  const agent = new Agent({ connections: 1 })
  try {
    const { cookie, userUUID } = await signIn(desk.url)
    const body = JSON.stringify({ requesterUserUUID: userUUID, dealerUUIDList: [dealer.uuid] })
    const ask = async (url: string, headers: Record<string, string>) => {
      const answer = await request(`${url}/v2/customer/bench`, {
        dispatcher: agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
      if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`)
      await answer.body.text()
    }
    const authorization = `Basic ${Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64')}`
    const { direct, gateway } = await inTurn(
      { direct: () => ask(platform, { authorization }), gateway: () => ask(`${desk.url}/customer`, { cookie }) },
      { rounds: upstreamMs === 0 ? 1500 : 150, warmUp: upstreamMs === 0 ? 300 : 50 },
    )
    console.log(
      `\nA look-up of a small customer, the platform answering ${upstreamMs === 0 ? 'at once' : `after ${upstreamMs} ms`}`,
    )
    report('direct call', `${ms(direct.median)}  p99 ${ms(direct.p99)}`)
    const added = `${(gateway.median - direct.median).toFixed(2)} ms more`
    report(
      'through the gateway',
      `${ms(gateway.median)}  p99 ${ms(gateway.p99)}  ${ratio(gateway.median, direct.median)}, ${added}`,
    )
  } finally {
    await agent.close()
    await desk.stop()
    upstream.disconnect()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function signIn(url: string): Promise<{ cookie: string; userUUID: string }> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: demo.username, password: demo.password }),
  })
  const { user } = (await response.json()) as { user: { uuid: string } }
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', userUUID: user.uuid }
}
