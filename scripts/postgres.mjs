import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installOnDebian, which } from './machine.mjs'

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
  const named = which('postgres')
  const folders = [named && dirname(realpathSync(named)), ...versions.toSorted().toReversed()]
  return folders.find((folder) => folder !== undefined && existsSync(join(folder, 'initdb')))
}

/**
 * Like {@link findPostgres}, but installs Debian's package where that is possible.
 * @returns {string | undefined}
 */
export function ensurePostgres() {
  const found = findPostgres()
  if (found !== undefined) return found
  console.log('There is no PostgreSQL server for the tests on one; installing it where that is possible.')
  installOnDebian('postgresql')
  const installed = findPostgres()
  if (installed === undefined) {
    console.log('There is no PostgreSQL server on this machine: the tests on one are left out. Install postgresql.')
  }
  return installed
}
