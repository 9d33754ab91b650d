import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import { LANGUAGES, readCatalogues } from '../scripts/languages.mjs'

// Rules of the house that the linter cannot say.

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.(?:ts|tsx)$/.test(name) && !name.endsWith('.test.ts') && !name.startsWith('locales/compiled/'))
  .map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }))

function filesWith(pattern: RegExp): string[] {
  return sources
    .filter(({ text }) => pattern.test(text))
    .map(({ name }) => name)
    .sort()
}

test('only the programs themselves touch the environment', () => {
  expect(filesWith(/process\.env/)).toEqual([
    'server/audit/main.ts',
    'server/customers/main.ts',
    'server/db/main.ts',
    'server/export/main.ts',
    'server/import/main.ts',
    'server/main.ts',
    'server/user/main.ts',
  ])
})

test('the browser has one door to the network', () => {
  expect(filesWith(/\bfetch\(/)).toEqual(['api/send.ts'])
})

test('SQL stands where the database is meant to be known', () => {
  const allowed =
    /^server\/(?:db|audit|auth|export|import|customers|preferences|routes|sample|second-factor|single-sign-on|user)\//
  expect(
    filesWith(/\b(?:select|insert into|update|delete from) [\w"]+/).filter(
      (name) => !allowed.test(name) && name.startsWith('server/'),
    ),
  ).toEqual([])
})

test('text from outside is never markup', () => {
  expect(filesWith(/dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML|document\.write/)).toEqual([])
})

test('dates and amounts are formatted in one room', () => {
  expect(
    filesWith(/toLocaleDateString|toLocaleTimeString|toFixed\(|new Intl\./).filter(
      (name) => !name.startsWith('format/'),
    ),
  ).toEqual(['server/config.ts'])
})

test('nothing is kept in the browser', () => {
  expect(filesWith(/localStorage|sessionStorage|indexedDB/)).toEqual([])
})

for (const language of LANGUAGES) {
  test(`no two lazy parts have the same name, by which they are kept, in ${language}`, () => {
    const catalogues = readCatalogues(language)
    const names = sources.flatMap(({ text }) =>
      [...text.matchAll(/(?:lazy|deferred)Part\(\s*(\w+)\.(\w+)\(\)/g)].map(([, room = '', key = '']) => {
        const name = new RegExp(`import \\* as ${room} from '#words/([^']+)'`).exec(text)?.[1] ?? ''
        return catalogues[name]?.[key]
      }),
    )
    expect(names.length).toBeGreaterThan(5)
    expect(names).not.toContain(undefined)
    expect(new Set(names).size).toBe(names.length)
  })
}

test('folders say what they are about', () => {
  const folders = readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.parentPath.includes('compiled'))
    .map((entry) => entry.name)
  for (const vague of ['utils', 'helpers', 'common', 'types', 'hooks', 'misc', 'constants']) {
    expect(folders).not.toContain(vague)
  }
  expect(sources.filter(({ name }) => /(?:^|\/)index\.tsx?$/.test(name))).toEqual([])
})

test('component files are named like their component, every other file in kebab case', () => {
  for (const { name } of sources) {
    const file = name.split('/').at(-1) ?? ''
    if (file === 'main.tsx' || file === 'values.tsx') continue
    expect(file).toMatch(file.endsWith('.tsx') ? /^[A-Z]\w+\.tsx$/ : /^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/)
  }
})

test('colours come from the tokens', () => {
  const styles = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.module.css'),
  )
  const literal = styles.filter((name) => /#[0-9a-f]{3,8}\b/i.test(readFileSync(`src/${name}`, 'utf8')))
  // The bar is dark in both schemes and mixes its own whites.
  expect(literal.map((name) => name.replaceAll('\\', '/')).sort()).toEqual([
    'app/AppLayout.module.css',
    'customer/search/QuickFind.module.css',
    'sign-in/SignInPage.module.css',
  ])
})

// What the oldest browsers of the list in package.json lack, by the feature tables of MDN. Code is made older by the
// build; features that only a newer browser brings along are not.
const TOO_NEW: [name: string, pattern: RegExp][] = [
  ['URL.canParse', /URL\.canParse/],
  ['popovers', /\bpopover=|popoverTarget|showPopover/],
  ['Object.groupBy', /(?:Object|Map)\.groupBy/],
  ['Promise.withResolvers', /Promise\.(?:withResolvers|try)\b/],
  ['Array.fromAsync', /Array\.fromAsync/],
  ['AbortSignal.any', /AbortSignal\.any/],
  ['set operations', /\.(?:symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/],
  ['the element search', /<search[\s>]/],
  [':has()', /:has\(/],
  ['light-dark()', /light-dark\(/],
  ['nested rules', /^\s+&/m],
  ['@starting-style', /@starting-style/],
]

test('nothing is used that the oldest browsers lack', () => {
  const styles = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => ({ name, text: readFileSync(`src/${name}`, 'utf8') }))
  const inBrowser = [...sources.filter(({ name }) => !name.startsWith('server/')), ...styles]
  for (const [what, pattern] of TOO_NEW) {
    expect(
      inBrowser.filter(({ text }) => pattern.test(text)).map(({ name }) => name),
      what,
    ).toEqual([])
  }
})
