import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

const files = readdirSync('dist/client', { recursive: true, encoding: 'utf8' })

test('nothing of the server, no source map and no development code reaches the browser', () => {
  expect(files.filter((name) => name.endsWith('.map'))).toEqual([])
  const scripts = files
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(`dist/client/${name}`, 'utf8'))
  const code = scripts.join('\n')
  for (const word of [
    'DATABASE_URL',
    'CUSTOMER_API',
    'scrypt',
    'demo-dealership',
    'pg_advisory',
    'sourceMappingURL',
    'react-refresh',
  ]) {
    expect(code, word).not.toContain(word)
  }
})

test('every script and style has its compressed copies beside it', () => {
  const large = files.filter((name) => /\.(?:js|css)$/.test(name) && readFileSync(`dist/client/${name}`).length >= 512)
  for (const name of large) {
    expect(files).toContain(`${name}.br`)
    expect(files).toContain(`${name}.gz`)
  }
})
