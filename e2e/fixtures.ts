import { rmSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type Cookie,
  chromium,
  expect,
  type Page,
  test as base,
} from 'playwright/test'
import { sampleAccounts } from '#src/server/sample/sample-lines.ts'
import { browserArguments, findBrowser } from '../scripts/browser.mjs'
import { dataFolder } from './support/data-folder.ts'
import { startDesk } from './support/desk-process.ts'
import { type Front, startFront } from './support/front.ts'

type WorkerFixtures = {
  front: Front
  chromiumBrowser: Browser
  /** Sessions that earlier tests began, by username. */
  sessions: Map<string, Cookie[]>
}
type TestFixtures = {
  /** Statuses of failed requests that this test provokes; the browser reports each on the console. */
  expectedStatuses: number[]
  /** What else this test makes the page say on the console. */
  expectedConsole: RegExp | undefined
  scheme: 'light' | 'dark'
  viewportSize: { width: number; height: number }
  page: Page
  /** Signs in without the form. */
  signIn: (username?: string) => Promise<void>
}

const [demo] = sampleAccounts

export const test = base.extend<TestFixtures, WorkerFixtures>({
  // One product with the sample dealership and a few more customers, for all tests of a worker.
  front: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the names out of this pattern
    async ({}, provide) => {
      const dataDir = dataFolder('customers')
      const desk = await startDesk(dataDir, { LOOKUPS_PER_MINUTE: '0' })
      const front = await startFront(desk.url)
      await provide(front)
      await front.close()
      expect(await desk.stop()).toBe(0)
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  chromiumBrowser: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, provide) => {
      const executablePath = findBrowser()
      if (executablePath === undefined) throw new Error('There is no browser; npm test installs one.')
      const browser = await chromium.launch({ executablePath, args: browserArguments })
      await provide(browser)
      await browser.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  sessions: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, provide) => provide(new Map()),
    { scope: 'worker' },
  ],

  expectedStatuses: [[401], { option: true }],
  expectedConsole: [undefined, { option: true }],
  scheme: ['light', { option: true }],
  viewportSize: [{ width: 1440, height: 900 }, { option: true }],

  page: async ({ chromiumBrowser, front, scheme, viewportSize, expectedStatuses, expectedConsole }, provide) => {
    const context = await chromiumBrowser.newContext({
      baseURL: front.url,
      colorScheme: scheme,
      // What moves for ever is drawn for ever.
      reducedMotion: 'reduce',
      viewport: viewportSize,
      permissions: ['clipboard-read', 'clipboard-write'],
      // A zone far from the dealership's: nothing on the page may follow the browser's.
      timezoneId: 'Pacific/Auckland',
    })
    const complaints = watch(context, front.url, expectedStatuses)
    const page = await context.newPage()
    await provide(page)
    await context.close()
    expect(complaints.filter((complaint) => expectedConsole?.test(complaint) !== true)).toEqual([])
  },

  signIn: async ({ page, sessions }, provide) => {
    await provide(async (username = demo.username) => {
      // A password is hard work for the server, so a session goes on where no test has ended it;
      // without what another test chose.
      await page.context().addCookies(sessions.get(username) ?? [])
      if (sessions.has(username) && (await page.request.delete('/api/preferences')).ok()) return
      const account = sampleAccounts.find((item) => item.username === username)
      const response = await page.request.post('/api/session', {
        data: { username, password: account?.password },
      })
      expect(response.status()).toBe(200)
      sessions.set(username, await page.context().cookies())
      // What another test chose would be chosen here too.
      await page.request.delete('/api/preferences')
    })
  },
})

/** Collects what must not happen on any page: console errors, exceptions, blocked content, other hosts. */
function watch(context: BrowserContext, origin: string, expectedStatuses: readonly number[]): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    const status = /Failed to load resource.* status of (\d+)/.exec(message.text())?.[1]
    if (status !== undefined && expectedStatuses.includes(Number(status))) return
    // A connection that the test cuts is reported without a status.
    if (expectedStatuses.includes(0) && /net::ERR_/.test(message.text())) return
    complaints.push(`console ${message.type()}: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`exception: ${error.error().message}`))
  context.on('request', (request) => {
    const isOwn = new URL(request.url()).hostname === new URL(origin).hostname
    if (!isOwn && !request.url().startsWith('data:')) complaints.push(`request to ${request.url()}`)
  })
  return complaints
}

export { expect }
