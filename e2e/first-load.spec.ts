import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { heading, orders } from './helpers.ts'

const KB = 1000
const MAX_SCRIPT_BYTES = 150 * KB
const MAX_STYLE_BYTES = 30 * KB

for (const part of ['', '/orders'] as const) {
  test(`the first load of a customer link${part} stays small`, async ({ page, signIn }) => {
    await signIn()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const kinds = new Map<string, string>()
    const bytes: Record<string, number> = {}
    session.on('Network.responseReceived', (event) => kinds.set(event.requestId, event.type))
    session.on('Network.loadingFinished', (event) => {
      const kind = kinds.get(event.requestId) ?? 'Other'
      bytes[kind] = (bytes[kind] ?? 0) + event.encodedDataLength
    })
    await page.goto(`/customers/${sampleCustomers.regular}${part}`)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    if (part === '/orders') await expect(orders(page)).toBeVisible()
    const { Script = 0, Stylesheet = 0 } = bytes
    console.log(
      `First load of a customer link${part}: ${(Script / KB).toFixed(1)} kB of JavaScript, ${(Stylesheet / KB).toFixed(1)} kB of CSS over the wire, ${kinds.size} requests`,
    )
    expect(Script).toBeGreaterThan(0)
    expect(Script).toBeLessThanOrEqual(MAX_SCRIPT_BYTES)
    expect(Stylesheet).toBeLessThanOrEqual(MAX_STYLE_BYTES)
  })
}
