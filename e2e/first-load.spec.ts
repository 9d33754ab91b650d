import type { CDPSession, Page } from 'playwright/test'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { expectAccessible, heading, orders, tab } from './helpers.ts'

const KB = 1000
const MAX_STYLE_BYTES = 20 * KB
/** With its headers and the script in it; packed. */
const MAX_HTML_BYTES = 4 * KB
const MAX_REQUESTS = 13
const MAX_LONG_TASKS = 6
/** The table of the orders comes in a file of its own, beside those that every customer link needs. */
const MAX_SCRIPT_BYTES = { '': 100 * KB, '/orders': 111 * KB }

for (const part of ['', '/orders'] as const) {
  test(`the first load of a customer link${part} stays small`, async ({ page, signIn }) => {
    await signIn()
    const { received } = await watchNetwork(page)
    // The header stands there before the app does.
    await noteWhenThere(page, part === '/orders' ? 'tbody tr' : '[role=tab]')
    await page.goto(`/customers/${sampleCustomers.regular}${part}`)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await expect(tab(page, /^Orders/)).toBeVisible()
    if (part === '/orders') await expect(orders(page)).toBeVisible()
    const { asked, longTasks } = await whatItTook(page)
    // What is fetched for the next click is not counted.
    const files = received.filter(({ url, kind }) => kind === 'Document' || asked.includes(url))
    const bytes = (kind: string) => files.reduce((sum, file) => sum + (file.kind === kind ? file.bytes : 0), 0)
    console.log(
      `First load of a customer link${part}: ${kB(bytes('Script'))} of JavaScript, ${kB(bytes('Stylesheet'))} of CSS, ${kB(bytes('Document'))} of HTML, ${kB(bytes('Fetch'))} of data over the wire; ${files.length} requests; ${longTasks} tasks over 50 ms`,
    )
    expect(bytes('Script')).toBeGreaterThan(0)
    expect(bytes('Script')).toBeLessThanOrEqual(MAX_SCRIPT_BYTES[part])
    expect(bytes('Stylesheet')).toBeLessThanOrEqual(MAX_STYLE_BYTES)
    expect(bytes('Document')).toBeLessThanOrEqual(MAX_HTML_BYTES)
    expect(files.length).toBeLessThanOrEqual(MAX_REQUESTS)
    expect(longTasks).toBeLessThanOrEqual(MAX_LONG_TASKS)
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
  /** What has come over the wire, by kind of resource. */
  received: { url: string; kind: string; bytes: number }[]
  /** Addresses asked for, in order. */
  requests: string[]
  /** Those of them that no cache answered. */
  fetched: string[]
}

async function watchNetwork(page: Page): Promise<Traffic> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const files = new Map<string, { url: string; kind: string }>()
  const traffic: Traffic = { session, received: [], requests: [], fetched: [] }
  session.on('Network.responseReceived', (event) => {
    files.set(event.requestId, { url: event.response.url, kind: event.type })
    traffic.requests.push(event.response.url)
    if (!event.response.fromDiskCache && event.response.fromPrefetchCache !== true) {
      traffic.fetched.push(event.response.url)
    }
  })
  session.on('Network.loadingFinished', (event) => {
    const file = files.get(event.requestId)
    if (file !== undefined) traffic.received.push({ ...file, bytes: event.encodedDataLength })
  })
  return traffic
}

type Noted = { thereAt?: number; longTasks: number }

/** Has the page note when something stands in it, and the long tasks until then. */
async function noteWhenThere(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const noted: Noted = Object.assign(globalThis, { longTasks: 0 })
    new PerformanceObserver((list) => {
      if (noted.thereAt === undefined) noted.longTasks += list.getEntries().length
    }).observe({ type: 'longtask', buffered: true })
    const look = () => {
      if (document.querySelector(wanted) === null) requestAnimationFrame(look)
      else noted.thereAt = performance.now()
    }
    look()
  }, selector)
}

/** The addresses that the page had asked for, and its long tasks, when what was to be noted stood in it. */
async function whatItTook(page: Page): Promise<{ asked: string[]; longTasks: number }> {
  await page.waitForFunction(() => (globalThis as unknown as Noted).thereAt !== undefined)
  return page.evaluate(() => {
    const { thereAt = 0, longTasks } = globalThis as unknown as Noted
    const asked = performance.getEntriesByType('resource').filter((entry) => entry.startTime <= thereAt)
    return { asked: asked.map((entry) => entry.name), longTasks }
  })
}
