import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'

/**
 * @typedef {{ file: string, line: number, title: string, tests: { status: string, results: { duration: number }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ files: Map<string, number>, failed: string[], left: number }} Report `files` in seconds
 */

/**
 * What Playwright's JSON report says: how long each file took, which tests failed and how many were left out.
 * @param {string} path @param {string} root file names are relative to it @returns {Report}
 */
export function readReport(path, root) {
  const report = JSON.parse(readFileSync(path, 'utf8'))
  /** @type {Report} */
  const found = { files: new Map(), failed: [], left: 0 }
  /** @param {Suite} suite */
  const walk = ({ specs = [], suites = [] }) => {
    for (const { file, line, title, tests } of specs) {
      const name = relative(root, resolve(report.config.rootDir, file))
      for (const { status, results } of tests) {
        const seconds = results.reduce((sum, { duration }) => sum + duration / 1000, 0)
        found.files.set(name, (found.files.get(name) ?? 0) + seconds)
        if (status === 'skipped') found.left += 1
        if (status === 'unexpected') {
          const half = name.startsWith('e2e') ? 'e2e' : 'unit'
          found.failed.push(`${title}\n    npm run ${half} -- ${name}:${line}`)
        }
      }
    }
    suites.forEach(walk)
  }
  walk(report)
  return found
}
