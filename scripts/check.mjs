// npm test: every check, the fast ones first; the first that fails ends the run.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.mjs'
import { ensurePostgres } from './postgres.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const bin = (/** @type {string} */ path) => [process.execPath, `${ROOT}node_modules/${path}`]

/** @type {[name: string, command: string[]][]} */
const checks = [
  ['format', [...bin('oxfmt/bin/oxfmt'), '--check']],
  ['lint and import direction', [...bin('oxlint/bin/oxlint'), '--deny-warnings']],
  ['types', [...bin('typescript/bin/tsc'), '-p', '.']],
  ['unused code', [...bin('knip/bin/knip.js')]],
  ['unit and server', [...bin('playwright/cli.js'), 'test', '--project=unit']],
  ['build', [process.execPath, `${ROOT}scripts/build.mjs`]],
  ['end to end', [...bin('playwright/cli.js'), 'test', '--project=e2e']],
]

let passed = 0
for (const [name, [command = '', ...args]] of checks) {
  console.log(`\n── ${name}`)
  if (name === 'end to end') {
    ensurePostgres()
    if (ensureBrowser() === undefined) finish(name)
  }
  const started = performance.now()
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) finish(name)
  passed += 1
  console.log(`── ${name}: passed in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
finish(undefined)

/** @param {string | undefined} failed */
function finish(failed) {
  if (failed !== undefined) console.error(`\nThe check "${failed}" failed.`)
  console.log(`\nChecks: ${passed} passed, ${failed === undefined ? 0 : 1} failed`)
  process.exit(failed === undefined ? 0 : 1)
}
