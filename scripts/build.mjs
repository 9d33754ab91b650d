import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileLanguages, LANGUAGES } from './languages.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'package.json', 'package-lock.json']
const STAMP = `${ROOT}dist/built`

/** Builds the app and the server unless what is in `dist` is newer than everything it is made of. */
export async function buildIfNeeded() {
  if (existsSync(STAMP) && newest(SOURCES.map((name) => ROOT + name)) < statSync(STAMP).mtimeMs) return
  await build()
}

/** The app once for each language, and the server with the first of them. */
async function build() {
  compileLanguages()
  rmSync(`${ROOT}dist/client`, { recursive: true, force: true })
  const [first = '', ...others] = LANGUAGES
  const statuses = await Promise.all([vite(first, ['--app']), ...others.map((language) => vite(language, []))])
  if (statuses.some((status) => status !== 0)) {
    console.error('The build failed; what it says stands above.')
    process.exit(1)
  }
  writeFileSync(STAMP, '')
}

/** @param {string} language @param {string[]} options @returns {Promise<number | null>} its exit status */
function vite(language, options) {
  const building = spawn(
    process.execPath,
    [`${ROOT}node_modules/vite/bin/vite.js`, 'build', ...options, '--logLevel', 'warn'],
    {
      cwd: ROOT,
      // What a command writes to standard output is its own.
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production', DESK_LANGUAGE: language },
    },
  )
  return new Promise((resolve) => building.on('close', resolve))
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
if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
