import type { Browser } from 'playwright'
import { type BareServer, startBareServer } from './bare-server.ts'
import { type BenchDesk, startBenchDesk } from './desk.ts'
import { heapBytes, launchBrowser, scrollThrough, SLOW, timeAct, visit, type Visit } from './browser.ts'
import { kB, median, ms, ratio, report } from './measure.ts'

const SIZES = (process.env['BENCH_ORDERS'] ?? '3,1000,10000').split(',').map(Number)
const NAME = { selector: 'h1', text: 'Helena Benchmark' }
const ROW = { selector: 'tbody tr', text: 'RO' }
/** The page fetches what is behind its tabs a second after it is drawn. */
const PANELS_ARE_THERE_MS = 2500
const ROWS_ARE_THERE_MS = 1000
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7)

/** The page in a browser, beside a page written by hand that shows the least. */
export async function benchPages(): Promise<void> {
  const desk = await startBenchDesk(SIZES)
  const bare = await startBareServer(desk)
  const browser = await launchBrowser()
  try {
    console.log(
      `\nIn the browser: CPU slowed ${SLOW.cpu} times, ${SLOW.bitsPerSecond / 1e6} Mbit/s, ${SLOW.latencyMs} ms, nothing in the cache`,
    )
    for (const size of SIZES) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time is what is measured
      await benchSize(browser, desk, bare, size)
    }
  } finally {
    await browser.close()
    await bare.stop()
    await desk.stop()
  }
}

type Side = 'ours' | 'bare'
type Figures = { shown: number[]; rows: number[]; tab: number[]; sort: number[]; filter: number[]; heap: number[] }
const none = (): Figures => ({ shown: [], rows: [], tab: [], sort: [], filter: [], heap: [] })

async function benchSize(browser: Browser, desk: BenchDesk, bare: BareServer, size: number): Promise<void> {
  const figures: Record<Side, Figures> = { ours: none(), bare: none() }
  const path = `/customers/bench-${size}`
  const open = {
    ours: (tab: string, sight: typeof NAME) => visit(browser, desk.url + path + tab, { cookie: desk.cookie, sight }),
    bare: (tab: string, sight: typeof NAME) => visit(browser, bare.url + path + tab, { sight }),
  }
  let first: Visit | undefined
  let frames: number[] = []
  let grown = 0
  // oxlint-disable no-await-in-loop -- one at a time is what is measured
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const side of ['bare', 'ours'] as const) {
      const into = round === 0 ? none() : figures[side]
      const info = await open[side]('', NAME)
      into.shown.push(info.shownMs)
      if (side === 'ours' && round > 0) first ??= info
      // Nobody reaches for a tab sooner than this.
      await info.page.waitForTimeout(PANELS_ARE_THERE_MS)
      into.tab.push(
        await timeAct(
          info.page,
          { click: `[role=tab]:nth-of-type(${side === 'bare' ? 2 : 3})` },
          { selector: 'tbody tr', changes: false },
        ),
      )
      into.heap.push(await heapBytes(info.page))
      await info.close()

      const orders = await open[side]('/orders', ROW)
      into.rows.push(orders.shownMs)
      await orders.page.waitForLoadState('networkidle')
      const number = side === 'bare' ? 'th:nth-child(1) button' : 'th:nth-child(2) button'
      into.sort.push(await timeAct(orders.page, { click: number }, { selector: 'tbody tr', changes: true }))
      if (side === 'ours') {
        into.filter.push(
          await timeAct(
            orders.page,
            { type: 'RO100001', into: 'input[aria-label="Filter orders"]' },
            { selector: 'tbody tr', changes: true },
          ),
        )
        if (round === ROUNDS) {
          await timeAct(
            orders.page,
            { type: '', into: 'input[aria-label="Filter orders"]' },
            { selector: 'tbody tr', changes: true },
          )
          // The rows out of sight follow those that are seen.
          await orders.page.waitForTimeout(ROWS_ARE_THERE_MS)
          const before = await heapBytes(orders.page)
          frames = await scrollThrough(orders.page)
          grown = (await heapBytes(orders.page)) - before
        }
      }
      await orders.close()
    }
  }
  // oxlint-enable no-await-in-loop
  const { ours, bare: plain } = figures
  const beside = (name: keyof Figures) =>
    `${ms(median(ours[name]))}, by hand ${ms(median(plain[name]))}  ${ratio(median(ours[name]), median(plain[name]))}`
  console.log(`\n${size.toLocaleString('en-US')} orders, ${(size * 5).toLocaleString('en-US')} tenders`)
  if (first !== undefined) {
    const { Script = 0, Stylesheet = 0, Document = 0, Fetch = 0 } = first.bytes
    report(
      'over the wire until the customer shows',
      `${kB(Script)} JavaScript, ${kB(Stylesheet)} CSS, ${kB(Document)} HTML, ${kB(Fetch)} data; ${first.requests} requests`,
    )
    report('tasks over 50 ms until then', first.longTasks.map((task) => ms(task)).join(', ') || 'none')
  }
  report('customer on the screen', beside('shown'))
  report('link to the orders: first row on the screen', beside('rows'))
  report('switch to the Orders tab', beside('tab'))
  report('sort by order number', beside('sort'))
  report('filter by text', ms(median(ours.filter)))
  report(
    'heap',
    `${(median(ours.heap) / 1e6).toFixed(1)} MB, by hand ${(median(plain.heap) / 1e6).toFixed(1)} MB  ${ratio(median(ours.heap), median(plain.heap))}`,
  )
  report(
    'scrolling to the end',
    `${frames.length} frames, longest ${ms(Math.max(0, ...frames))}, ${frames.filter((frame) => frame > 50).length} over 50 ms, heap ${grown < 0 ? '' : '+'}${(grown / 1e6).toFixed(1)} MB`,
  )
}
