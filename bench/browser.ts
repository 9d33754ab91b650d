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

/** Something to wait for: an element, and text that it must hold. */
export type Sight = { selector: string; text: string }

export type Visit = {
  page: Page
  /** For each sight, from the start of the navigation to the frame in which it was on the screen. */
  shownMs: number[]
  /** Bytes over the wire by kind of resource, until the last sight. */
  bytes: Readonly<Record<string, number>>
  requests: number
  /** Milliseconds of each task longer than 50 ms that began before the last sight. */
  longTasks: number[]
  /** From here on the processor is as quick as it is. */
  unslow(): Promise<unknown>
  close(): Promise<void>
}

const MARK = 'all-in-sight'

/** Opens an address with a cold cache on a slowed machine and line, and waits for the sights. */
export async function visit(browser: Browser, url: string, cookie: string, sights: readonly Sight[]): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: new URL(url).origin, sameSite: 'Strict', httpOnly: true }])
  const page = await context.newPage()
  await page.addInitScript(
    ({ wanted, mark }) => {
      const tasks: PerformanceEntry[] = []
      new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })
      const shown: number[] = []
      const isThere = ({ selector, text }: { selector: string; text: string }) =>
        document.querySelector(selector)?.textContent?.includes(text) === true
      const look = () => {
        // After the frame in which it stands.
        for (const [index, sight] of wanted.entries()) {
          if (!(index in shown) && isThere(sight)) {
            shown[index] = Number.NaN
            requestAnimationFrame(() => setTimeout(() => (shown[index] = performance.now())))
          }
        }
        if (shown.filter((time) => time > 0).length < wanted.length) return requestAnimationFrame(look)
        // The last task is told of when it is over.
        return setTimeout(() => {
          const begun = tasks.filter((task) => task.startTime <= Math.max(...shown))
          // oxlint-disable-next-line no-console -- the lightest way to tell the measuring process: anything else runs code of its own here
          console.debug(mark, shown.join(), begun.map((task) => task.duration).join())
        }, 100)
      }
      look()
    },
    { wanted: sights, mark: MARK },
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
  const [, shown = '', tasks = ''] = (await told).text().split(' ')
  const numbers = (list: string) => (list === '' ? [] : list.split(',').map(Number))
  return {
    page,
    shownMs: numbers(shown),
    bytes: { ...bytes },
    requests: kinds.size,
    longTasks: numbers(tasks),
    unslow: () => session.send('Emulation.setCPUThrottlingRate', { rate: 1 }),
    close: () => context.close(),
  }
}

export type Act = { click: string } | { type: string; into: string }

/** Milliseconds from an act to the frame that shows what came of it. */
export type Acted = {
  /** The first row is another one. */
  inSight: number
  /** All rows of the page stand there. */
  whole: number
}

/**
 * Does something in the page and waits until the table has changed for it.
 * @param rows how many it has when it is whole
 */
export async function timeAct(page: Page, act: Act, rows: number): Promise<Acted> {
  await page.waitForSelector('click' in act ? act.click : act.into)
  return page.evaluate(
    ({ what, wanted }) =>
      new Promise<{ inSight: number; whole: number }>((resolve, reject) => {
        setTimeout(() => reject(new Error(`nothing came of ${JSON.stringify(what)}`)), 20_000)
        // A table may stand there out of sight.
        const isShown = () => document.querySelector<HTMLElement>('tbody')?.offsetParent instanceof HTMLElement
        const firstRow = () => (isShown() ? document.querySelector('tbody tr')?.textContent : undefined)
        const before = firstRow()
        const started = performance.now()
        if ('click' in what) {
          document.querySelector<HTMLElement>(what.click)?.click()
        } else {
          const field = document.querySelector<HTMLInputElement>(what.into)
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, what.type)
          field?.dispatchEvent(new Event('input', { bubbles: true }))
        }
        let inSight = 0
        const isWhole = () =>
          isShown() &&
          document.querySelectorAll('tbody tr').length === wanted &&
          document.querySelector('table[aria-busy=true]') === null
        const look = () => {
          if (inSight === 0 && firstRow() !== before) {
            inSight = -1
            requestAnimationFrame(() => setTimeout(() => (inSight = performance.now() - started)))
          }
          if (inSight === 0 || !isWhole()) return requestAnimationFrame(look)
          return requestAnimationFrame(() =>
            setTimeout(() => {
              const whole = performance.now() - started
              resolve({ inSight: inSight > 0 ? inSight : whole, whole })
            }),
          )
        }
        look()
      }),
    { what: act, wanted: rows },
  )
}

/**
 * Lays the page out for paper.
 * @returns milliseconds from the browser's word to the laid-out page, and how many rows and elements it has
 */
export async function timePrint(page: Page): Promise<{ ms: number; rows: number; elements: number }> {
  const started = performance.now()
  await page.emulateMedia({ media: 'print' })
  const { rows, elements } = await page.evaluate(async () => {
    const find = () => document.querySelector('table[aria-label="Dealer orders on paper"]')
    // The page is told of it with the next frame.
    while (find() === null) await new Promise(requestAnimationFrame)
    document.body.getBoundingClientRect()
    return { rows: find()?.querySelectorAll('tr').length ?? 0, elements: find()?.querySelectorAll('*').length ?? 0 }
  })
  return { ms: performance.now() - started, rows, elements }
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
