import pg from 'pg'
import { expect, test } from 'playwright/test'
import { readDatabaseUrl } from './config-database-url.ts'

/** What the driver makes of it. */
function read(given: string) {
  const result = readDatabaseUrl(given)
  if ('mustBe' in result) return result.mustBe
  const { user, password, host, port, database, ssl } = new pg.Client({ connectionString: result.url })
  return { user, password, host, port, database, ssl }
}

const passwords = [
  'plain',
  'p#w',
  'p/w',
  'p?w',
  'p%w',
  'p@w',
  '#/?%@:&=+',
  'a@b/c',
  'a@b:1/c?d=e',
  '50%',
  '%%',
  'ü ö',
  '@',
  '/',
]
for (const password of passwords) {
  test(`the password ${password} is understood as it is, and with its signs escaped`, () => {
    const right = { user: 'desk', password, host: 'db.test', port: 5433, database: 'customers' }
    expect(read(`postgres://desk:${password}@db.test:5433/customers`)).toMatchObject(right)
    expect(read(`postgresql://desk:${encodeURIComponent(password)}@db.test:5433/customers`)).toMatchObject(right)
    expect(read(`postgres://desk:${password}@db.test:5433/customers?sslmode=verify-full`)).toMatchObject({
      ...right,
      ssl: {},
    })
  })
}

const readings: [given: string, right: Record<string, unknown>][] = [
  ['postgres://db/desk', { host: 'db', database: 'desk' }],
  ['postgres://desk@[::1]:5432/desk', { user: 'desk', host: '::1', port: 5432 }],
  ['postgres://desk@%2Fvar%2Frun%2Fpostgresql/desk', { user: 'desk', host: '/var/run/postgresql', database: 'desk' }],
  ['postgres:///desk?host=/var/run/postgresql&user=me', { user: 'me', host: '/var/run/postgresql', database: 'desk' }],
  ['postgres://u@example.test:p@db/desk', { user: 'u@example.test', password: 'p', host: 'db' }],
  ['postgres://u:p@db/desk?application_name=me@home', { password: 'p', host: 'db', database: 'desk' }],
  ['postgres://u:p@db/desk?sslmode=disable', { host: 'db', ssl: false }],
  ['postgres://u:p@db/desk?sslmode=no-verify', { ssl: { rejectUnauthorized: false } }],
  // Each of these verifies the server, and the driver has nothing to warn of.
  ['postgres://u:p@db/desk?sslmode=require', { ssl: {} }],
  ['postgres://u:p@db/desk?sslmode=prefer&sslrootcert=system', { ssl: {} }],
]
for (const [given, right] of readings) test(`${given} is read`, () => expect(read(given)).toMatchObject(right))

const FORM = 'must be like postgres://USER:PASSWORD@HOST:5432/DATABASE'
const refused: [given: string, mustBe: string][] = [
  ['mysql://u:p@db/desk', FORM],
  ['db/desk', FORM],
  ['postgres://u:p@db/desk#secret', `${FORM}; in USER and PASSWORD write % as %25`],
  ['postgres://u:p@db:port/desk', FORM],
  ['postgres://u:p@db:99999/desk', FORM],
  ['postgres://u:p@one:5432,two:5432/desk', FORM],
  ['postgres://u:a%40b#c@db/desk', 'can be read in two ways: in USER and PASSWORD write % as %25, @ as %40'],
  ['postgres://u:%ff@db/desk', 'can be read in two ways'],
  ['postgres://u:p#x@db/desk?application_name=me@home', FORM],
  ['postgres://u:p@db/desk?sslmode=on', 'must have disable, require, verify-full or no-verify as its sslmode'],
  [
    'postgres://u:p@db/desk?sslmode=require&sslrootcert=/no/such',
    'must name a file that can be read as its sslrootcert',
  ],
  ['postgres://u:p@db/desk?sslmode=require&sslkey=/', 'must name a file that can be read as its sslkey'],
]
for (const [given, mustBe] of refused) {
  test(`${given} is refused in words`, () => expect(read(given)).toEqual(expect.stringContaining(mustBe)))
}
