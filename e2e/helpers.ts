import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import { expect, type Locator, type Page } from 'playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with every accessibility problem that axe sees on the page as it is now. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that was looked at before has it already.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const problems = await page.evaluate(async (tags) => {
    type Result = { id: string; nodes: { target: unknown; failureSummary?: string }[] }
    const inPage = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Result[] }> } }
    // No rule asked for reads style sheets; fetching those that have not come would be a fault of the test's own.
    const { violations } = await inPage.axe.run({
      runOnly: { type: 'tag', values: tags },
      preload: false,
      // Of what is well nothing has to be told.
      resultTypes: ['violations'],
    })
    return violations.flatMap((rule) =>
      rule.nodes.map((node) => `${rule.id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
    )
  }, WCAG)
  expect(problems).toEqual([])
}

/** The page must not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
}

/**
 * Opens a customer page and waits until it has asked all that it asks by itself, so that the next thing that reaches the server
 * comes from the test.
 */
export async function openCustomer(page: Page, path: string): Promise<void> {
  const asked = page.waitForResponse(/\/api\/customers\/[^/]+\/looks$/)
  await page.goto(path)
  await asked
}

export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name })
export const orders = (page: Page): Locator => page.getByRole('table', { name: 'Dealer orders' })
export const tab = (page: Page, name: RegExp): Locator => page.getByRole('tab', { name })

/** An order's row in the table of orders. */
export const orderRow = (page: Page, number: string): Locator =>
  orders(page)
    .getByRole('row')
    .filter({ has: page.getByRole('cell', { name: number, exact: true }) })

/** Order numbers in the order in which they stand, once the table is whole. */
export async function orderNumbers(page: Page): Promise<string[]> {
  await expect(orders(page)).not.toHaveAttribute('aria-busy')
  const buttons = orders(page).getByRole('button', { name: /^Show transactions of order / })
  const names = await buttons.evaluateAll((all) => all.map((button) => button.getAttribute('aria-label') ?? ''))
  return names.map((name) => name.replace('Show transactions of order ', ''))
}

/** Whether a script is none of those that the page itself names, but a part of its own that is fetched later. */
export function isLaterScript(path: string, destination: string): boolean {
  const html = readFileSync('dist/client/en-US/index.html', 'utf8')
  return destination === 'script' && !html.includes(`src="${path}"`) && !html.includes(`href="${path}"`)
}
