import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const INSTALL_LIMIT_MS = 240_000
/** Where Debian's and Red Hat's packages put what `which` does not find. */
const FOLDERS = ['/usr/lib/postgresql', '/usr/pgsql']

/**
 * A PostgreSQL server to test with, where the machine has one.
 * @returns {string | undefined} the folder with `initdb` and `postgres`
 */
export function findPostgres() {
  const versions = FOLDERS.flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((version) => join(folder, version, 'bin')) : [],
  )
  const folders = [which('postgres'), ...versions.toSorted().toReversed()]
  return folders.find((folder) => folder !== undefined && existsSync(join(folder, 'initdb')))
}

/**
 * Like {@link findPostgres}, but installs Debian's package where that is possible.
 * @returns {string | undefined}
 */
export function ensurePostgres() {
  const found = findPostgres()
  if (found !== undefined) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && readFileSync('/etc/debian_version').length > 0) {
    console.log('There is no PostgreSQL server for the tests on one; installing it.')
    const options = /** @type {const} */ ({ stdio: 'ignore', timeout: INSTALL_LIMIT_MS })
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { ...options, env })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], { ...options, env })
  }
  const installed = findPostgres()
  if (installed === undefined) {
    console.log('There is no PostgreSQL server on this machine: the tests on one are left out. Install postgresql.')
  }
  return installed
}

/** @param {string} name @returns {string | undefined} */
function which(name) {
  try {
    const path = execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return path === '' ? undefined : dirname(execFileSync('realpath', [path], { encoding: 'utf8' }).trim())
  } catch {
    return undefined
  }
}
