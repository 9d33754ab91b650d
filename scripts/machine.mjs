import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

export const INSTALL_LIMIT_MS = 240_000

/** @param {string} name @returns {string | undefined} path of a program */
export function which(name) {
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

/** A proxy to test behind, where the machine has one; root's programs are not on everybody's path. @returns {string | undefined} */
export function findNginx() {
  return which('nginx') ?? ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find((path) => existsSync(path))
}

/** Installs Debian packages where that is possible. @param {string[]} packages */
export function installOnDebian(...packages) {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/etc/debian_version') || readFileSync('/etc/debian_version').length === 0) return
  const options = /** @type {const} */ ({ stdio: 'ignore', timeout: INSTALL_LIMIT_MS })
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { ...options, env })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { ...options, env })
}
