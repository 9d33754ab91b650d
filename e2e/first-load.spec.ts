import type { CDPSession, Page } from 'playwright/test'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, orders, tab } from './helpers.ts'

const KB = 1000
const MAX_STYLE_BYTES = 20 * KB
const MAX_REQUESTS = 13
const MAX_LONG_TASKS = 6
/** The table of the orders comes in a file of its own, beside those that every customer link needs. */
const MAX_SCRIPT_BYTES = { '': 100 * KB, '/orders': 110 * KB }

for (const part of ['', '/orders'] as const) {
  test(`the first load of a customer link${part} stays small`, async ({ page, signIn }) => {
    await signIn()
    const { bytes, requests } = await watchNetwork(page)
    await countLongTasks(page)
    await page.goto(`/customers/${sampleCustomers.regular}${part}`)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    // The header stands there before the app does.
    await expect(tab(page, /^Orders/)).toBeVisible()
    if (part === '/orders') await expect(orders(page)).toBeVisible()
    const { Script = 0, Stylesheet = 0, Document = 0, Fetch = 0 } = { ...bytes }
    const urls = [...requests]
    const longTasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks)
    console.log(
      `First load of a customer link${part}: ${kB(Script)} of JavaScript, ${kB(Stylesheet)} of CSS, ${kB(Document)} of HTML, ${kB(Fetch)} of data over the wire; ${urls.length} requests; ${longTasks.length} tasks over 50 ms`,
    )
    expect(Script).toBeGreaterThan(0)
    expect(Script).toBeLessThanOrEqual(MAX_SCRIPT_BYTES[part])
    expect(Stylesheet).toBeLessThanOrEqual(MAX_STYLE_BYTES)
    expect(urls.length).toBeLessThanOrEqual(MAX_REQUESTS)
    expect(longTasks.length).toBeLessThanOrEqual(MAX_LONG_TASKS)
  })
}

test('the look-up is on its way before the app has arrived, is shown before, and is asked for once', async ({
  page,
  front,
  signIn,
}) => {
  await signIn()
  const { session, requests } = await watchNetwork(page)
  // A line so slow that the order of things is beyond doubt.
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: (1000 * KB) / 8,
    uploadThroughput: (1000 * KB) / 8,
  })
  front.lookUps.length = 0
  await page.goto(`/customers/${sampleCustomers.regular}`, { waitUntil: 'commit' })
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  // The customer can be read while the app is still on its way.
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name))
  expect(loaded.filter((name) => /\/assets\/app-.*\.js$/.test(name))).toEqual([])
  await expectAccessible(page)
  await expect(tab(page, /^Orders/)).toBeVisible({ timeout: 15_000 })
  const times = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => ({
      path: new URL(entry.name).pathname,
      asked: entry.startTime,
      arrived: (entry as PerformanceResourceTiming).responseEnd,
    })),
  )
  const app = times.find(({ path }) => path.startsWith('/assets/app-') && path.endsWith('.js'))
  const lookUp = times.find(({ path }) => path.startsWith('/customer/v2/'))
  expect(lookUp?.asked).toBeLessThan(app?.arrived ?? 0)
  expect(front.lookUps).toHaveLength(1)
  expect(requests.filter((url) => url.endsWith('/api/session'))).toEqual([])
})

test('a link on another site leads to the customer too, though the browser keeps the session back at first', async ({
  page,
  front,
  signIn,
}) => {
  await signIn()
  front.lookUps.length = 0
  const { requests } = await watchNetwork(page)
  await page.setContent(`<a href="${front.url}/customers/${sampleCustomers.regular}">Customer</a>`)
  await page.getByRole('link', { name: 'Customer' }).click()
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  expect(front.lookUps).toHaveLength(1)
  expect(requests.filter((url) => url.endsWith('/api/session'))).toHaveLength(1)
})

test('opened again, a customer link asks for the page and the record only', async ({ page, signIn }) => {
  await signIn()
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  await page.waitForLoadState('networkidle')
  await page.goto('about:blank')
  const { fetched } = await watchNetwork(page)
  await page.goto(`/customers/${sampleCustomers.regular}`)
  await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
  expect(fetched.map((url) => new URL(url).pathname)).toEqual([
    `/customers/${sampleCustomers.regular}`,
    `/customer/v2/customer/${sampleCustomers.regular}`,
  ])
})

const kB = (bytes: number): string => `${(bytes / KB).toFixed(1)} kB`

type Traffic = {
  session: CDPSession
  /** Bytes over the wire by kind of resource. */
  bytes: Record<string, number>
  /** Addresses asked for, in order. */
  requests: string[]
  /** Those of them that no cache answered. */
  fetched: string[]
}

async function watchNetwork(page: Page): Promise<Traffic> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const kinds = new Map<string, string>()
  const traffic: Traffic = { session, bytes: {}, requests: [], fetched: [] }
  session.on('Network.responseReceived', (event) => {
    kinds.set(event.requestId, event.type)
    traffic.requests.push(event.response.url)
    if (!event.response.fromDiskCache && event.response.fromPrefetchCache !== true) {
      traffic.fetched.push(event.response.url)
    }
  })
  session.on('Network.loadingFinished', (event) => {
    const kind = kinds.get(event.requestId) ?? 'Other'
    traffic.bytes[kind] = (traffic.bytes[kind] ?? 0) + event.encodedDataLength
  })
  return traffic
}

async function countLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const longTasks: number[] = []
    Object.assign(globalThis, { longTasks })
    new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
      buffered: true,
    })
  })
}
