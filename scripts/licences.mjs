// npm run licences: writes docs/licences.md, the licences of everything that runs in production.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * @typedef {{ path: string, version: string, license?: string, dev?: boolean, devOptional?: boolean, hasInstallScript?: boolean, resolved?: string }} Locked
 */

/** What package-lock.json holds, without the project itself. @returns {[name: string, locked: Locked][]} */
export function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8'))
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => [path.replace(/^.*node_modules\//, ''), { ...locked, path }])
}

/** Those that `npm ci --omit=dev` installs. */
export const productionPackages = () =>
  lockedPackages().filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)

/** The document, one line a package. */
export function licencesDocument() {
  const lines = productionPackages().map(
    ([name, { version, license }]) => `- ${name} ${version}: ${license ?? 'not stated'}`,
  )
  return [
    '# Licences',
    '',
    'Every package that runs in production, on the server or in the browser. Written by `npm run licences`.',
    '',
    ...new Set(lines),
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(`${ROOT}docs/licences.md`, licencesDocument())
