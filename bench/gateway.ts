import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'undici'
import { startBenchDesk } from './desk.ts'
import { inTurn, ms, ratio, report } from './measure.ts'

const CREDENTIALS = { username: 'bench', password: 'bench' }

/** A look-up of a small customer through the gateway, against the same call made directly. */
export async function benchGateway(upstreamMs: number): Promise<void> {
  const upstream = fork(fileURLToPath(new URL('upstream.js', import.meta.url)), [String(upstreamMs)])
  const [port] = (await once(upstream, 'message')) as [number]
  const platform = `http://127.0.0.1:${port}/customer`
  const desk = await startBenchDesk([], {
    CUSTOMER_API_URL: platform,
    CUSTOMER_API_USERNAME: CREDENTIALS.username,
    CUSTOMER_API_PASSWORD: CREDENTIALS.password,
  })
  const agent = new Agent({ connections: 1 })
  try {
    const ask = async (url: string, headers: Record<string, string>) => {
      const answer = await request(`${url}/v2/customer/bench`, {
        dispatcher: agent,
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: desk.body,
      })
      if (answer.statusCode !== 200) throw new Error(`status ${answer.statusCode}`)
      await answer.body.text()
    }
    const authorization = `Basic ${Buffer.from(`${CREDENTIALS.username}:${CREDENTIALS.password}`).toString('base64')}`
    const { direct, gateway } = await inTurn(
      {
        direct: () => ask(platform, { authorization }),
        gateway: () => ask(`${desk.url}/customer`, { cookie: desk.cookie }),
      },
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
  }
}
