import { gzipSync } from 'node:zlib'
import type { CDPSession, Page, Response } from 'playwright/test'
import { sampleCustomers } from '#src/server/sample/sample-links.ts'
import { expect, test } from './fixtures.ts'
import { heading, orders, tab } from './helpers.ts'

const KB = 1000
/**
 * What a customer link has asked for by the time it shows the customer: the bodies of its script files as they
 * come over the wire, and what the script that stands in the page adds to the packed page. The headers of the answers are no
 * JavaScript, and are printed beside it. The orders come
 * with the table library, and with their filters and menus.
 */
const MAX_SCRIPT_BYTES = { '': 140 * KB, '/orders': 195 * KB }
/** Bodies only, too. */
const MAX_STYLE_BYTES = 25 * KB
/** With the script in it and with its headers, of which the policy is the longest; packed. */
const MAX_PAGE_BYTES = 4 * KB
const MAX_REQUESTS = 12

for (const part of ['', '/orders'] as const) {
  test(`the first load of a customer link${part} stays small`, async ({ page, signIn }) => {
    await signIn()
    const { received } = await watchNetwork(page)
    await noteWhenThere(page, 'h1')
    const answer = await page.goto(`/customers/${sampleCustomers.regular}${part}`)
    await expect(heading(page, 'Helena Brandt-Osei')).toBeVisible()
    await expect(tab(page, /^Orders/)).toBeVisible()
    if (part === '/orders') await expect(orders(page)).toBeVisible()
    const bodies = await whatItTook(page)
    // What is fetched for later is not counted.
    const files = received.flatMap((file) => {
      const body = bodies[file.url]
      return body === undefined ? [] : [{ ...file, body, headers: file.bytes - body }]
    })
    const sum = (kind: string, what: 'body' | 'headers') =>
      files.reduce((total, file) => total + (file.kind === kind ? file[what] : 0), 0)
    const inPage = await scriptInPage(answer)
    const script = sum('Script', 'body') + inPage
    const kinds = { Script: 'script files', Stylesheet: 'CSS', Document: 'HTML', Fetch: 'data', Other: 'the icon' }
    const lines = Object.entries(kinds).map(
      ([kind, name]) => `${name} ${kB(sum(kind, 'body'))} and ${kB(sum(kind, 'headers'))} of headers`,
    )
    console.log(
      `First load of a customer link${part}: ${script} bytes of JavaScript, ${inPage} of them in the page; over the wire ${lines.join(', ')}; ${files.length} requests`,
    )
    for (const { url, body, headers } of files) console.log(`  ${new URL(url).pathname}: ${body} + ${headers} bytes`)
    expect(inPage).toBeGreaterThan(0)
    expect(sum('Script', 'body')).toBeGreaterThan(0)
    expect(script).toBeLessThanOrEqual(MAX_SCRIPT_BYTES[part])
    expect(sum('Stylesheet', 'body')).toBeLessThanOrEqual(MAX_STYLE_BYTES)
    expect(sum('Document', 'body') + sum('Document', 'headers')).toBeLessThanOrEqual(MAX_PAGE_BYTES)
    expect(files.length).toBeLessThanOrEqual(MAX_REQUESTS)
  })
}

test('the look-up is on its way before the app has arrived, and is sent once', async ({ page, front, signIn }) => {
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
  const times = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => ({
      path: new URL(entry.name).pathname,
      asked: entry.startTime,
      arrived: (entry as PerformanceResourceTiming).responseEnd,
    })),
  )
  const scripts = times.filter(({ path }) => path.endsWith('.js'))
  const lookUp = times.find(({ path }) => path.startsWith('/customer/v2/'))
  expect(lookUp?.asked).toBeLessThan(Math.max(...scripts.map(({ arrived }) => arrived)))
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

test('opened again, a customer link asks for the page and the record only, then what may come later', async ({
  page,
  signIn,
}) => {
  const open = async () => {
    await page.goto(`/customers/${sampleCustomers.regular}`)
    await expect(tab(page, /^Orders/)).toBeVisible()
    await page.waitForLoadState('networkidle')
  }
  await signIn()
  const first = await watchNetwork(page)
  await open()
  await page.goto('about:blank')
  const before = new Set(first.requests)
  const { fetched } = await watchNetwork(page)
  await open()
  // What an idle browser fetches for other pages may come in either load.
  const again = fetched.filter((url) => before.has(url))
  expect(again.map((url) => new URL(url).pathname).slice(0, 2)).toEqual([
    `/customers/${sampleCustomers.regular}`,
    `/customer/v2/customer/${sampleCustomers.regular}`,
  ])
  // These may come after the network was quiet for a moment, too.
  const later = [`/api/customers/${sampleCustomers.regular}/looks`]
  expect(later).toEqual(expect.arrayContaining(again.map((url) => new URL(url).pathname).slice(2)))
})

const kB = (bytes: number): string => `${(bytes / KB).toFixed(1)} kB`

type Traffic = {
  session: CDPSession
  /** What has come over the wire, with the headers, by kind of resource. */
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
  const fromMemory = new Set<string>()
  const traffic: Traffic = { session, received: [], requests: [], fetched: [] }
  session.on('Network.requestServedFromCache', (event) => fromMemory.add(event.requestId))
  session.on('Network.responseReceived', (event) => {
    files.set(event.requestId, { url: event.response.url, kind: event.type })
    traffic.requests.push(event.response.url)
    const { fromDiskCache, fromPrefetchCache } = event.response
    const isCached = fromMemory.has(event.requestId) || fromDiskCache === true || fromPrefetchCache === true
    if (!isCached) traffic.fetched.push(event.response.url)
  })
  session.on('Network.loadingFinished', (event) => {
    const file = files.get(event.requestId)
    if (file !== undefined) traffic.received.push({ ...file, bytes: event.encodedDataLength })
  })
  return traffic
}

/** Scripts that are no file of their own. */
const SCRIPT_IN_PAGE = /(<script(?![^>]* (?:src|type)=)[^>]*>)([\s\S]*?)(?=<\/script>)/g

/** By how much smaller the page would come over the wire without the scripts that stand in it. */
async function scriptInPage(answer: Response | null): Promise<number> {
  expect(await answer?.headerValue('content-encoding')).toBe('gzip')
  // The nonce is another one each time, and packs a little better or worse.
  const html = ((await answer?.text()) ?? '').replaceAll(/nonce="[^"]*"/g, 'nonce=""')
  return gzipSync(html).length - gzipSync(html.replaceAll(SCRIPT_IN_PAGE, '$1')).length
}

type Noted = { thereAt?: number }

/** Has the page note when something stands in it. */
async function noteWhenThere(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    const noted = globalThis as unknown as Noted
    const observer = new MutationObserver(() => {
      if (document.querySelector(wanted) === null) return
      observer.disconnect()
      noted.thereAt = performance.now()
    })
    observer.observe(document, { childList: true, subtree: true })
  }, selector)
}

/** The bytes of each body, the page's own included, that the page had asked for when what was to be noted stood in it. */
async function whatItTook(page: Page): Promise<Record<string, number>> {
  await page.waitForFunction(() => (globalThis as unknown as Noted).thereAt !== undefined)
  return page.evaluate(() => {
    const { thereAt = 0 } = globalThis as unknown as Noted
    const asked = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    return Object.fromEntries(
      asked
        .filter((entry) => entry.startTime <= thereAt)
        .map((entry) => [entry.name, (entry as PerformanceResourceTiming).encodedBodySize] as const),
    )
  })
}
