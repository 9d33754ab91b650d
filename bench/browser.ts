import { type Browser, chromium, type Page } from 'playwright'
import { browserArguments, findBrowser } from '../scripts/browser.mjs'

/** A slow tablet on bad Wi-Fi. */
export const SLOW = { cpu: 4, bitsPerSecond: 10_000_000, latencyMs: 40 }

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === undefined) throw new Error('There is no browser; npm test installs one.')
  // Heap sizes to the byte, and a collection when asked for.
  return chromium.launch({
    executablePath,
    args: [...browserArguments, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  })
}

export type Visit = {
  page: Page
  /** From the start of the navigation to the frame in which the thing waited for was on the screen. */
  shownMs: number
  /** Bytes over the wire by kind of resource. */
  bytes: Readonly<Record<string, number>>
  requests: number
  /** Milliseconds of each task longer than 50 ms, until it was shown. */
  longTasks: number[]
  close(): Promise<void>
}

const MARK = 'customer-on-screen'

/**
 * Opens an address with a cold cache on a slowed machine and line.
 * @param sight what is waited for: a selector, and text that it must hold
 */
export async function visit(
  browser: Browser,
  url: string,
  { cookie, sight }: { cookie?: string; sight: { selector: string; text: string } },
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  if (cookie !== undefined) {
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: new URL(url).origin, sameSite: 'Strict', httpOnly: true }])
  }
  const page = await context.newPage()
  await page.addInitScript(
    ({ selector, text, mark }) => {
      const longTasks: number[] = []
      new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
        type: 'longtask',
        buffered: true,
      })
      const look = () => {
        if (document.querySelector(selector)?.textContent?.includes(text) !== true) return requestAnimationFrame(look)
        // After the frame in which it stands.
        // oxlint-disable-next-line no-console -- the lightest way to tell the measuring process: anything else runs code of its own here
        return requestAnimationFrame(() => setTimeout(() => console.debug(mark, performance.now(), longTasks.join())))
      }
      look()
    },
    { ...sight, mark: MARK },
  )
  const bytes: Record<string, number> = {}
  const kinds = new Map<string, string>()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.responseReceived', (event) => kinds.set(event.requestId, event.type))
  session.on('Network.loadingFinished', (event) => {
    const kind = kinds.get(event.requestId) ?? 'Other'
    bytes[kind] = (bytes[kind] ?? 0) + event.encodedDataLength
  })
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.latencyMs,
    downloadThroughput: SLOW.bitsPerSecond / 8,
    uploadThroughput: SLOW.bitsPerSecond / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu })
  const told = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith(MARK),
    timeout: 60_000,
  })
  await page.goto(url, { waitUntil: 'commit' })
  const [, shown, tasks = ''] = (await told).text().split(' ')
  return {
    page,
    shownMs: Number(shown),
    bytes: { ...bytes },
    requests: kinds.size,
    longTasks: tasks
      .split(',')
      .filter((task) => task !== '')
      .map(Number),
    close: () => context.close(),
  }
}

/**
 * Does something in the page and waits until it shows.
 * @returns milliseconds from the act to the frame that shows it
 */
export async function timeAct(
  page: Page,
  act: { click: string } | { type: string; into: string },
  until: { selector: string; changes: boolean },
): Promise<number> {
  await page.waitForSelector('click' in act ? act.click : act.into)
  return page.evaluate(
    ({ act: what, until: { selector, changes } }) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`nothing came of ${JSON.stringify(what)}`)), 20_000)
        const before = document.querySelector(selector)?.textContent
        const started = performance.now()
        if ('click' in what) {
          document.querySelector<HTMLElement>(what.click)?.click()
        } else {
          const field = document.querySelector<HTMLInputElement>(what.into)
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, what.type)
          field?.dispatchEvent(new Event('input', { bubbles: true }))
        }
        const look = () => {
          const now = document.querySelector(selector)?.textContent
          const isShown = changes ? now !== before : now !== undefined
          if (!isShown) return requestAnimationFrame(look)
          return requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
        }
        look()
      }),
    { act, until },
  )
}

/** Bytes of JavaScript objects that are in use. */
export async function heapBytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    ;(globalThis as unknown as { gc(): void }).gc()
    return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize
  })
}

/** Scrolls from top to bottom as a finger would. @returns milliseconds of each frame */
export async function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const frames: number[] = []
        let last = performance.now()
        const step = (now: number) => {
          frames.push(now - last)
          last = now
          const before = scrollY
          scrollBy(0, 240)
          if (scrollY === before) resolve(frames.slice(1))
          else requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
  )
}
