// npm run screenshots: takes the README's pictures from the sample dealership.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { browserArguments, ensureBrowser } from './browser.mjs'
import { buildIfNeeded } from './build.mjs'

const PORT = '3987'
const url = `http://127.0.0.1:${PORT}`
const path = '/customers/hEl3naBrandt0sei7Qw2vXk9ZpLmN4rTyU8iO1aSdFg/orders?status=Open&status=Invoiced'

await buildIfNeeded()
const executablePath = ensureBrowser()
if (executablePath === undefined) process.exit(1)
const folder = mkdtempSync(join(tmpdir(), 'desk-pictures-'))
const server = spawn(process.execPath, ['dist/server/main.js'], {
  env: { ...process.env, NODE_ENV: 'production', PORT, DATA_DIR: folder, TIME_ZONE: 'America/New_York' },
  stdio: 'ignore',
})
try {
  await untilReady()
  mkdirSync('docs', { recursive: true })
  const browser = await chromium.launch({ executablePath, args: browserArguments })
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const context = await browser.newContext({ baseURL: url, colorScheme, viewport: { width: 1280, height: 860 } })
    await context.request.post('/api/session', { data: { username: 'demo', password: 'demo-dealership' } })
    const page = await context.newPage()
    await page.goto(path)
    await page.getByRole('button', { name: 'Show transactions of order RO1-000112' }).click()
    await page.getByRole('table', { name: /^Transactions of order/ }).waitFor()
    await page.screenshot({ path: `docs/customer-${colorScheme}.png` })
    await context.close()
  }
  await browser.close()
} finally {
  server.kill()
  rmSync(folder, { recursive: true, force: true })
}

async function untilReady() {
  for (let tries = 0; tries < 300; tries += 1) {
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server did not start.')
}
