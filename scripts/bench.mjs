// npm run bench [-- PART …]: builds the product and its benchmarks, runs them and prints ratios.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildIfNeeded } from './build.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const run = (/** @type {string[]} */ args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

process.env.NODE_ENV = 'production'
await buildIfNeeded()
run([`${ROOT}node_modules/vite/bin/vite.js`, 'build', '--config', 'bench/vite.config.ts'])
run([`${ROOT}dist/bench/main.js`, ...process.argv.slice(2)])
