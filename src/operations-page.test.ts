import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'playwright/test'
import manifest from '../package.json' with { type: 'json' }

// What docs/operations.md and deploy/ tell people to type is there.

const read = (path: string) => readFileSync(path, 'utf8')
const operations = read('docs/operations.md')
const pages = {
  'docs/operations.md': operations,
  'README.md': read('README.md'),
  'docs/security.md': read('docs/security.md'),
}
const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found ?? ''))]

/** Every name that the program looks for in its environment, those of files that hold a secret included. */
function settings(): Set<string> {
  const config = read('src/server/config.ts')
  const names = all(config, /\b(?:text|bool|wholeNumber|secret|optionalSecret)\(\s*env,\s*'([A-Z_]+)'/g)
  const secrets = all(config, /\b(?:secret|optionalSecret)\(\s*env,\s*'([A-Z_]+)'/g)
  return new Set([...names, ...secrets.map((name) => `${name}_FILE`)])
}

test('every command that the pages name is there', () => {
  for (const [page, text] of Object.entries(pages)) {
    for (const name of all(text, /npm run (?:--silent )?([a-z][\w-]*)/g)) {
      expect(Object.keys(manifest.scripts), `npm run ${name} in ${page}`).toContain(name)
    }
  }
  const built = all(read('vite.config.ts'), /^ +'?([\w-]+)'?: 'src\/server\/[\w/]*main\.ts'/gm)
  expect(built.length).toBeGreaterThan(5)
  const deployed = readdirSync('deploy', { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const text of [operations, ...deployed.map(({ name }) => read(`deploy/${name}`))]) {
    for (const name of all(text, /dist\/server\/([\w-]+)\.js/g)) expect(built, `dist/server/${name}.js`).toContain(name)
  }
  const listed = /\(`import`,[^)]*\)/.exec(operations)?.[0] ?? ''
  expect(all(listed, /`([\w-]+)`/g).toSorted()).toEqual(built.filter((name) => name !== 'main').toSorted())
})

test('every setting is on the page, and every setting that is named is one', () => {
  const known = settings()
  expect(known.size).toBeGreaterThan(30)
  for (const name of known) {
    if (name.endsWith('_FILE')) continue
    expect(operations, name).toContain(`\`${name}\``)
    expect(read('.env.example'), name).toMatch(new RegExp(`^#${name}=`, 'm'))
  }
  // What containers and the proxy are told beside, and what answers say.
  const others = new Set([
    'DESK_HOST',
    'DESK_PROCESSES',
    'DATABASE_DOWN',
    'NODE_ENV',
    'POSTGRES_USER',
    'POSTGRES_DB',
    'POSTGRES_PASSWORD_FILE',
  ])
  const named = [
    ...all(operations, /`([A-Z][A-Z]*_[A-Z_]+)(?:=[^`]*)?`/g),
    ...all(read('deploy/compose.yaml'), /^ +([A-Z][A-Z_]+):/gm),
    ...all(read('deploy/customer-desk@.service'), /(?:^#?Environment=| )([A-Z][A-Z_]+)=/gm),
  ]
  for (const name of named) if (!others.has(name)) expect([...known], name).toContain(name)
})

test('every file that the page names is there', () => {
  const made = new Set(['deploy/secrets'])
  for (const path of all(operations, /`((?:deploy|docs|e2e|scripts|src)\/[\w./@-]+)`/g)) {
    if (!made.has(path)) expect(existsSync(path), path).toBe(true)
  }
  for (const path of all(operations, /\]\(([\w./-]+\.md)\)/g)) expect(existsSync(`docs/${path}`), path).toBe(true)
})

test('what finds the slowest requests in a log does so', () => {
  const script = /node -e '([^']+)'/.exec(operations)?.[1] ?? ''
  const line = (durationMs: number) =>
    JSON.stringify({
      time: 't',
      requestId: `r${durationMs}`,
      route: '/readyz',
      status: 200,
      durationMs,
      msg: 'request',
    })
  const input = ['Customer Desk is ready', line(3), line(4069), JSON.stringify({ msg: 'stopping' })].join('\n')
  const { stdout, status } = spawnSync(process.execPath, ['-e', script], { input, encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout.indexOf('r4069')).toBeGreaterThan(0)
  expect(stdout.indexOf('r3')).toBeGreaterThan(stdout.indexOf('r4069'))
})
