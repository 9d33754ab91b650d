// npm test: every check, the fast ones first; the first that fails ends the run. The last lines say what ran and how long.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.mjs'
import { findNginx } from './machine.mjs'
import { ensurePostgres } from './postgres.mjs'
import { readReport } from './test-report.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const bin = (/** @type {string} */ path) => [process.execPath, `${ROOT}node_modules/${path}`]

const REPORTERS = '--reporter=list,json'
const REPORT = `${ROOT}dist/tests.json`

/** @type {[name: string, command: string[]][]} */
const checks = [
  ['format', [...bin('oxfmt/bin/oxfmt'), '--check']],
  ['lint and import direction', [...bin('oxlint/bin/oxlint'), '--deny-warnings']],
  ['languages', [process.execPath, `${ROOT}scripts/languages.mjs`]],
  ['types', [...bin('typescript/bin/tsc'), '-p', '.']],
  ['unused code', [...bin('knip/bin/knip.js')]],
  ['unit and server', [...bin('playwright/cli.js'), 'test', '--project=unit', REPORTERS]],
  ['build', [process.execPath, `${ROOT}scripts/build.mjs`]],
  ['end to end', [...bin('playwright/cli.js'), 'test', '--project=e2e', REPORTERS]],
]

const started = performance.now()
/** @type {string[]} */
const parts = []
/** @type {Map<string, number>} */
const files = new Map()
/** @type {string[]} */
const leftOut = []
/** @type {string[]} */
const failures = []
let passed = 0
for (const [name, [command = '', ...args]] of checks) {
  console.log(`\n── ${name}`)
  if (name === 'end to end') {
    if (ensurePostgres() === undefined) leftOut.push('no PostgreSQL server here: the tests on one were left out')
    if (findNginx() === undefined) leftOut.push('no nginx here: the test behind one was left out')
    if (ensureBrowser() === undefined) finish(name)
  }
  const begun = performance.now()
  rmSync(REPORT, { force: true })
  mkdirSync(`${ROOT}dist`, { recursive: true })
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: REPORT },
  })
  parts.push(`${name} ${seconds(begun)}`)
  if (existsSync(REPORT)) {
    const report = readReport(REPORT, ROOT)
    for (const [file, took] of report.files) files.set(file, took)
    if (report.left > 0) leftOut.push(`${report.left} of ${name}`)
    failures.push(...report.failed)
  }
  if (status !== 0) finish(name)
  passed += 1
}
finish(undefined)

/** @param {number} since of performance.now() */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}

/** @param {string | undefined} failed */
function finish(failed) {
  const slowest = [...files].toSorted(([, a], [, b]) => b - a).slice(0, 5)
  console.log(`\nTime: ${parts.join(', ')}; together ${seconds(started)}`)
  if (slowest.length > 0)
    console.log(`Slowest files: ${slowest.map(([file, took]) => `${file} ${took.toFixed(1)} s`).join(', ')}`)
  console.log(`Left out: ${leftOut.join('; ') || 'nothing'}`)
  if (failed !== undefined) {
    console.error(`\nThe check "${failed}" failed.`)
    for (const failure of failures) console.error(`  ${failure}`)
  }
  console.log(`\nChecks: ${passed} passed, ${failed === undefined ? 0 : 1} failed`)
  process.exit(failed === undefined ? 0 : 1)
}
