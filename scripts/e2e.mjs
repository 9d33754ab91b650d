// npm run e2e: the end-to-end tests, or those that the arguments name, against a build of what is there now.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.mjs'
import { buildIfNeeded } from './build.mjs'

await buildIfNeeded()
if (ensureBrowser() === undefined) process.exit(1)
const cli = fileURLToPath(new URL('../node_modules/playwright/cli.js', import.meta.url))
const { status } = spawnSync(process.execPath, [cli, 'test', '--project=e2e', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
