import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']
const STAMP = `${ROOT}dist/built`

/** Builds the app and the server unless what is in `dist` is newer than everything it is made of. */
export function buildIfNeeded() {
  if (existsSync(STAMP) && newest(SOURCES.map((name) => ROOT + name)) < statSync(STAMP).mtimeMs) return
  build()
}

function build() {
  const vite = `${ROOT}node_modules/vite/bin/vite.js`
  const built = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: ROOT,
    // What a command writes to standard output is its own.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) {
    console.error('The build failed; what it says stands above.')
    process.exit(1)
  }
  writeFileSync(STAMP, '')
}

/** @param {string[]} paths @returns {number} milliseconds since the epoch */
function newest(paths) {
  return Math.max(
    ...paths.map((path) => {
      const stats = statSync(path)
      if (!stats.isDirectory()) return stats.mtimeMs
      return Math.max(stats.mtimeMs, newest(readdirSync(path).map((name) => `${path}/${name}`)))
    }),
  )
}

// npm run build
if (process.argv[1] === fileURLToPath(import.meta.url)) build()
