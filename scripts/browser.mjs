import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chromium } from 'playwright'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const DOWNLOAD_LIMIT_MS = 240_000

/** What Chromium needs to run in a container and to talk to nobody but the page. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The browser to test with: the one that CHROMIUM_PATH names, one that is installed on the machine, the
 * one that Playwright installed.
 * @returns {string | undefined} path of the executable
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    console.error('CHROMIUM_PATH names no file; looking for another browser.')
  }
  const installed = NAMES.map(which).find((path) => path !== undefined) ?? MAC.find((path) => existsSync(path))
  if (installed !== undefined) return installed
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}

/**
 * Like {@link findBrowser}, but installs one where there is none: Playwright's download first, then Debian's
 * package where that is possible.
 * @returns {string | undefined}
 */
export function ensureBrowser() {
  const found = findBrowser()
  if (found !== undefined) return found
  console.log('There is no browser for the end-to-end tests; installing one.')
  const cli = new URL('../node_modules/playwright/cli.js', import.meta.url).pathname
  run(process.execPath, [cli, 'install', '--with-deps', '--only-shell', 'chromium'])
  run(process.execPath, [cli, 'install', 'chromium'])
  if (findBrowser() === undefined && isRootOnDebian()) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'])
  }
  const installed = findBrowser()
  if (installed === undefined) {
    console.error('No browser could be installed. Install Chromium or Chrome, or name one in CHROMIUM_PATH.')
  }
  return installed
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  if (findBrowser() !== undefined) return
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: DOWNLOAD_LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/** @param {string} name @returns {string | undefined} */
function which(name) {
  try {
    const path = execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return path.split('\n')[0]?.trim() || undefined
  } catch {
    return undefined
  }
}

function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && readFileSync('/etc/debian_version').length > 0
}
