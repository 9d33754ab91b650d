import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright'
import {
  type Acted,
  heapBytes,
  launchBrowser,
  scrollThrough,
  type Sight,
  SLOW,
  timeAct,
  timePrint,
  visit,
  type Visit,
} from './browser.ts'
import { type BenchDesk, startBenchDesk } from './desk.ts'
import { kB, median, ms, ratio, report } from './measure.ts'

const SIZES = (process.env['BENCH_ORDERS'] ?? '3,1000,10000').split(',').map(Number)
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7)
const PAGE_ROWS = 50
/** The page draws what is behind its tabs when there is nothing more urgent; people seldom reach for a tab sooner. */
const PANELS_ARE_THERE_MS = 2500

const NAME = { selector: 'h1', text: 'Helena Benchmark' }
const TAB = { selector: '[role=tab]', text: '' }
const ROW = { selector: 'tbody tr', text: 'RO' }
const FILTER = 'input[aria-label="Filter orders"]'

/** The page in a browser, beside a page written by hand that shows the least. */
export async function benchPages(): Promise<void> {
  const desk = await startBenchDesk(SIZES)
  const front = fork(fileURLToPath(new URL('front.js', import.meta.url)))
  front.send({ target: desk.url, body: desk.body })
  const [url] = (await once(front, 'message')) as [string]
  const browser = await launchBrowser()
  try {
    console.log(
      `\nIn the browser: CPU slowed ${SLOW.cpu} times, ${SLOW.bitsPerSecond / 1e6} Mbit/s, ${SLOW.latencyMs} ms, nothing in the cache; median of ${ROUNDS}`,
    )
    for (const size of SIZES) {
      // oxlint-disable-next-line no-await-in-loop -- one at a time is what is measured
      await new PageBench(browser, desk, url, size).run()
    }
  } finally {
    await browser.close()
    front.disconnect()
    await desk.stop()
  }
}

type Side = 'ours' | 'bare'
/** What is done on both pages, and what only ours can do. */
type Compared = 'early tab' | 'tab' | 'sort'
type Own = 'filter' | 'clear' | 'turn'

class PageBench {
  readonly #browser: Browser
  readonly #desk: BenchDesk
  readonly #url: string
  readonly #size: number
  readonly #rowsOfPage: number
  readonly #times = new Map<string, number[]>()
  #isWarm = false
  #first: Visit | undefined

  constructor(browser: Browser, desk: BenchDesk, url: string, size: number) {
    this.#browser = browser
    this.#desk = desk
    this.#url = url
    this.#size = size
    this.#rowsOfPage = Math.min(size, PAGE_ROWS)
  }

  async run(): Promise<void> {
    // oxlint-disable no-await-in-loop -- one at a time is what is measured
    for (let round = 0; round <= ROUNDS; round += 1) {
      this.#isWarm = round > 0
      for (const side of ['bare', 'ours'] as const) {
        await this.#customerLink(side)
        await this.#tabLater(side)
        await this.#ordersLink(side)
      }
      await this.#eagerPage()
    }
    this.#print()
    await this.#printScrolling()
    // oxlint-enable no-await-in-loop
  }

  /** The customer, the moment from which the page can be worked with, and a tab at once. */
  async #customerLink(side: Side): Promise<void> {
    const visited = await this.#open(side, '', [NAME, TAB])
    if (side === 'ours' && this.#isWarm) this.#first ??= visited
    const [name = Number.NaN, tab = Number.NaN] = visited.shownMs
    this.#note(side, 'shown', name)
    // By hand the tabs stand in the page itself; they do something once the customer is there.
    this.#note(side, 'usable', side === 'bare' ? name : tab)
    this.#noteAct(side, 'early tab', await this.#openTab(visited.page, side))
    await visited.close()
  }

  async #eagerPage(): Promise<void> {
    const visited = await visit(this.#browser, this.#address('bare', '?eager'), this.#desk.cookie, [NAME])
    this.#note('bare', 'shown when it asks at once', visited.shownMs[0] ?? Number.NaN)
    await visited.close()
  }

  async #tabLater(side: Side): Promise<void> {
    const { page, close } = await this.#open(side, '', [NAME, TAB])
    await page.waitForTimeout(PANELS_ARE_THERE_MS)
    this.#noteAct(side, 'tab', await this.#openTab(page, side))
    this.#note(side, 'heap', await heapBytes(page))
    await close()
  }

  async #ordersLink(side: Side): Promise<void> {
    const { page, shownMs, close } = await this.#open(side, '/orders', [ROW])
    this.#note(side, 'rows', shownMs[0] ?? Number.NaN)
    await page.waitForLoadState('networkidle')
    const number = side === 'bare' ? 'th:nth-child(1) button' : 'th:nth-child(2) button'
    this.#noteAct(side, 'sort', await timeAct(page, { click: number }, this.#rowsOfPage))
    if (side === 'ours') {
      this.#noteAct(side, 'filter', await timeAct(page, { type: 'RO100001', into: FILTER }, 1))
      this.#noteAct(side, 'clear', await timeAct(page, { type: '', into: FILTER }, this.#rowsOfPage))
      if (this.#size > PAGE_ROWS) {
        const next = 'nav[aria-label="Pages of orders"] button:last-of-type'
        this.#noteAct(side, 'turn', await timeAct(page, { click: next }, this.#rowsOfPage))
      }
    }
    await close()
  }

  #address(side: Side, tab: string): string {
    return `${this.#url}${side === 'bare' ? '/bare' : ''}/customers/bench-${this.#size}${tab}`
  }

  #open(side: Side, tab: string, sights: readonly Sight[]): Promise<Visit> {
    return visit(this.#browser, this.#address(side, tab), this.#desk.cookie, sights)
  }

  #openTab(page: Page, side: Side): Promise<Acted> {
    return timeAct(page, { click: `[role=tab]:nth-of-type(${side === 'bare' ? 2 : 3})` }, this.#rowsOfPage)
  }

  #note(side: Side, what: string, value: number): void {
    if (!this.#isWarm) return
    const key = `${side} ${what}`
    this.#times.set(key, [...(this.#times.get(key) ?? []), value])
  }

  #noteAct(side: Side, what: Compared | Own, { inSight, whole }: Acted): void {
    this.#note(side, `${what} in sight`, inSight)
    this.#note(side, `${what} whole`, whole)
  }

  #median(side: Side, what: string): number {
    return median(this.#times.get(`${side} ${what}`) ?? [])
  }

  #beside(what: string, against = what): string {
    const [ours, bare] = [this.#median('ours', what), this.#median('bare', against)]
    return `${ms(ours)}, by hand ${ms(bare)}  ${ratio(ours, bare)}`
  }

  #print(): void {
    const size = this.#size
    console.log(`\n${size.toLocaleString('en-US')} orders, ${(size * 5).toLocaleString('en-US')} tenders`)
    if (this.#first !== undefined) {
      const { Script = 0, Stylesheet = 0, Document = 0, Fetch = 0 } = this.#first.bytes
      report(
        'over the wire until it can be worked with',
        `${kB(Script)} JavaScript, ${kB(Stylesheet)} CSS, ${kB(Document)} HTML, ${kB(Fetch)} data; ${this.#first.requests} requests`,
      )
      report('tasks over 50 ms until then', this.#first.longTasks.map((task) => ms(task)).join(', ') || 'none')
    }
    report('customer on the screen', this.#beside('shown'))
    report('… when the page by hand asks in its HTML', this.#beside('shown', 'shown when it asks at once'))
    report('can be worked with', this.#beside('usable'))
    report('link to the orders: first row on the screen', this.#beside('rows'))
    for (const [what, words] of [
      ['early tab', 'Orders tab as soon as it is there'],
      ['tab', 'Orders tab later'],
      ['sort', 'sort by order number'],
    ] as const) {
      report(`${words}: rows in sight`, this.#beside(`${what} in sight`))
      report(`${' '.repeat(words.length)}  all rows`, this.#beside(`${what} whole`))
    }
    for (const [what, words] of [
      ['filter', 'filter by text, one left'],
      ['clear', 'filter taken away'],
      ['turn', 'next page'],
    ] as const) {
      if (!this.#times.has(`ours ${what} whole`)) continue
      const [inSight, whole] = [this.#median('ours', `${what} in sight`), this.#median('ours', `${what} whole`)]
      report(words, `in sight ${ms(inSight)}, whole ${ms(whole)}`)
    }
    const [ours, bare] = [this.#median('ours', 'heap'), this.#median('bare', 'heap')]
    report('heap', `${(ours / 1e6).toFixed(1)} MB, by hand ${(bare / 1e6).toFixed(1)} MB  ${ratio(ours, bare)}`)
  }

  async #printScrolling(): Promise<void> {
    const { page, unslow, close } = await this.#open('ours', '/orders', [ROW])
    await page.waitForLoadState('networkidle')
    const before = await heapBytes(page)
    const frames = await scrollThrough(page)
    const grown = (await heapBytes(page)) - before
    report(
      'scrolling to the end',
      `${frames.length} frames, longest ${ms(Math.max(0, ...frames))}, ${frames.filter((frame) => frame > 50).length} over 50 ms, heap ${grown < 0 ? '' : '+'}${(grown / 1e6).toFixed(1)} MB`,
    )
    await unslow()
    const paper = await timePrint(page)
    report(
      'all orders laid out for paper, nothing slowed',
      `${ms(paper.ms)}, ${paper.rows.toLocaleString('en-US')} rows, ${paper.elements.toLocaleString('en-US')} elements`,
    )
    await close()
  }
}
