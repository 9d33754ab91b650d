import { readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { licencesDocument, lockedPackages, productionPackages } from '../scripts/licences.mjs'

// Promises: an install is the same everywhere, runs nobody's code, and brings nothing that may not be used.

const packages = lockedPackages()

test('every package comes from the npm registry, and none runs a script when it is installed', () => {
  for (const [name, { resolved, hasInstallScript }] of packages) {
    expect(resolved ?? 'https://registry.npmjs.org/', name).toMatch(/^https:\/\/registry\.npmjs\.org\//)
    expect(hasInstallScript ?? false, name).toBe(false)
  }
})

test('what runs in production is under licences that allow it', () => {
  // The rules of plurals are under Unicode's, which asks for its notice only.
  const allowed = /^(?:MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|\(MIT OR CC0-1\.0\)|Unicode-DFS-2016)$/
  for (const [name, { license }] of productionPackages()) expect(license, name).toMatch(allowed)
})

test('docs/licences.md lists it; npm run licences writes it anew', () => {
  expect(readFileSync('docs/licences.md', 'utf8')).toBe(licencesDocument())
})
