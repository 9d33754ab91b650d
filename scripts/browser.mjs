import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { INSTALL_LIMIT_MS, installOnDebian, which } from './machine.mjs'

/** Chromium without its window, bars and bubbles: a page is the same in it, and opens sooner. */
const SHELL = 'chromium-headless-shell'
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

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
 * package where that is possible. Where there is a Chromium of Debian's its shell is installed beside it.
 * @returns {string | undefined}
 */
export function ensureBrowser() {
  const found = findBrowser()
  if (found !== undefined) {
    if (process.env.CHROMIUM_PATH || found !== '/usr/bin/chromium') return found
    console.log(`The end-to-end tests take a third longer without ${SHELL}; installing it where that is possible.`)
    installOnDebian(SHELL)
    return findBrowser()
  }
  console.log('There is no browser for the end-to-end tests; installing one.')
  const cli = new URL('../node_modules/playwright/cli.js', import.meta.url).pathname
  run(process.execPath, [cli, 'install', '--with-deps', '--only-shell', 'chromium'])
  run(process.execPath, [cli, 'install', 'chromium'])
  if (findBrowser() === undefined) installOnDebian(SHELL, 'fonts-liberation')
  const installed = findBrowser()
  if (installed === undefined) {
    console.error('No browser could be installed. Install Chromium or Chrome, or name one in CHROMIUM_PATH.')
  }
  return installed
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  if (findBrowser() !== undefined) return
  spawnSync(command, args, { stdio: 'ignore', timeout: INSTALL_LIMIT_MS })
}
