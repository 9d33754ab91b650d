import { expect, test } from 'playwright/test'
import { readConfig, SettingError } from './config.ts'

const oidc = { OIDC_ISSUER: 'https://id.example.test', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 'x' }

test('needs no setting', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    isHttps: false,
    database: { kind: 'embedded', folder: '.data' },
    sampleData: true,
    lookupsPerMinute: 300,
    unusual: { customersADay: 60, takenADay: 20, timesUsual: 3, nothingFound: 10, learningDays: 10 },
    session: { idleMinutes: 15, hours: 8 },
    currency: 'USD',
  })
})

test('local accounts may have a second factor, and must where the provider asks for one', () => {
  expect(readConfig({})).toMatchObject({ localAccounts: true, secondFactor: 'optional', secondFactorKey: undefined })
  expect(readConfig({ ...oidc, OIDC_REQUIRE_MFA: 'true' }).secondFactor).toBe('required')
  expect(readConfig({ ...oidc, OIDC_REQUIRE_MFA: 'true', LOCAL_ACCOUNTS: 'false' }).secondFactor).toBe('optional')
})

test('metrics are collected nowhere, or where it is said', () => {
  expect(readConfig({}).metricsAddress).toBe(undefined)
  expect(readConfig({ METRICS_ADDRESS: '0.0.0.0:9464' }).metricsAddress).toEqual({ host: '0.0.0.0', port: 9464 })
  expect(readConfig({ METRICS_ADDRESS: '[::1]:9464' }).metricsAddress).toEqual({ host: '::1', port: 9464 })
})

test('the sample is off on a PostgreSQL server and beyond loopback', () => {
  expect(readConfig({ DATABASE_URL: 'postgres://db/desk' }).sampleData).toBe(false)
  expect(readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example.test' }).sampleData).toBe(false)
})

const bad: [env: Record<string, string>, message: string][] = [
  [{ PORT: 'x' }, 'Setting PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'Setting PORT must be a whole number from 0 to 65535.'],
  [{ PORT: '30.5' }, 'Setting PORT must be a whole number from 0 to 65535.'],
  [{ HOST: 'a b' }, 'Setting HOST must be a host name or an address.'],
  [{ HOST: '0.0.0.0' }, 'Setting PUBLIC_URL must be an https:// address when HOST is not loopback.'],
  [
    { HOST: '0.0.0.0', PUBLIC_URL: 'http://desk.test' },
    'Setting PUBLIC_URL must be an https:// address when HOST is not loopback.',
  ],
  [{ PUBLIC_URL: 'desk' }, 'Setting PUBLIC_URL must be an http:// or https:// address without a path.'],
  [{ PUBLIC_URL: 'ftp://desk' }, 'Setting PUBLIC_URL must be an http:// or https:// address without a path.'],
  [{ PUBLIC_URL: 'https://desk/app' }, 'Setting PUBLIC_URL must be an http:// or https:// address without a path.'],
  [
    { DATABASE_URL: 'mysql://secret' },
    'Setting DATABASE_URL must be like postgres://USER:PASSWORD@HOST:5432/DATABASE.',
  ],
  [{ SAMPLE_DATA: 'yes' }, 'Setting SAMPLE_DATA must be true or false.'],
  [
    { SAMPLE_DATA: 'true', DATABASE_URL: 'postgres://db/desk' },
    'Setting SAMPLE_DATA may be true only with the embedded database and HOST and PUBLIC_URL on loopback.',
  ],
  [
    { SAMPLE_DATA: 'true', PUBLIC_URL: 'https://desk.example.test' },
    'Setting SAMPLE_DATA may be true only with the embedded database and HOST and PUBLIC_URL on loopback.',
  ],
  [
    { DATABASE_URL: 'postgres://db/desk', DATABASE_POOL: '0' },
    'Setting DATABASE_POOL must be a whole number from 1 to 1000.',
  ],
  [{ AUDIT_KEY: 'a-short-secret' }, 'Setting AUDIT_KEY must have at least 32 characters.'],
  [{ LOOKUPS_PER_MINUTE: '-1' }, 'Setting LOOKUPS_PER_MINUTE must be a whole number from 0 to 1000000.'],
  [{ SESSION_IDLE_MINUTES: '0' }, 'Setting SESSION_IDLE_MINUTES must be a whole number from 1 to 1440.'],
  [{ SESSION_HOURS: 'all' }, 'Setting SESSION_HOURS must be a whole number from 1 to 168.'],
  [
    { FINDINGS_OFF: 'vin, prices' },
    'Setting FINDINGS_OFF must be names of rules, with commas: order-tenders, amount-units, double-charge, contact, links, same-person, vin, addresses, dates, contract.',
  ],
  ...[
    'http://maps.test/{address}',
    'https://maps.test/',
    'https://{address}/',
    'https://maps{address}.test/',
    'on',
  ].map((url): [Record<string, string>, string] => [
    { MAP_URL: url },
    'Setting MAP_URL must be off or an https:// address with {address} in it once, such as https://www.openstreetmap.org/search?query={address}.',
  ]),
  ...['9464', '127.0.0.1', '127.0.0.1:', '127.0.0.1:70000', 'http://127.0.0.1:9464', '::1:9464'].map(
    (address): [Record<string, string>, string] => [
      { METRICS_ADDRESS: address },
      'Setting METRICS_ADDRESS must be HOST:PORT, such as 127.0.0.1:9464 or [::1]:9464.',
    ],
  ),
  [{ CURRENCY: 'DOLLAR' }, 'Setting CURRENCY must be a currency code of ISO 4217, such as USD or CAD.'],
  [
    { TIME_ZONE: 'Mars/Olympus' },
    'Setting TIME_ZONE must be a time zone of the IANA database, such as America/New_York.',
  ],
  [
    { CUSTOMER_API_URL: 'http://api.example.test' },
    'Setting CUSTOMER_API_URL must be an https:// address without credentials or query (http:// only on loopback).',
  ],
  [
    { CUSTOMER_API_URL: 'https://user:secret@api.example.test' },
    'Setting CUSTOMER_API_URL must be an https:// address without credentials or query (http:// only on loopback).',
  ],
  [
    { CUSTOMER_API_URL: 'https://api.example.test' },
    'Setting CUSTOMER_API_USERNAME must be set when CUSTOMER_API_URL is.',
  ],
  [
    { CUSTOMER_API_URL: 'https://api.example.test', CUSTOMER_API_USERNAME: 'u' },
    'Setting CUSTOMER_API_PASSWORD must be set when CUSTOMER_API_URL is.',
  ],
  [
    {
      CUSTOMER_API_URL: 'https://api.example.test',
      CUSTOMER_API_USERNAME: 'u',
      CUSTOMER_API_PASSWORD_FILE: '/no/such/file',
    },
    'Setting CUSTOMER_API_PASSWORD_FILE must name a file that can be read; there is none.',
  ],
  [{ DATABASE_URL_FILE: '/' }, 'Setting DATABASE_URL_FILE must name a file that can be read; this is a folder.'],
  [{ DATABASE_URL_FILE: '/dev/null/x' }, 'Setting DATABASE_URL_FILE must name a file that can be read; there is none.'],
  [{ DATABASE_URL_FILE: '/dev/null' }, 'Setting DATABASE_URL_FILE must name a file that is not empty.'],
  [
    { DATABASE_URL: 'postgres://db/desk', DATABASE_URL_FILE: '/dev/null' },
    'Setting DATABASE_URL and DATABASE_URL_FILE must not both be set.',
  ],
  [
    { CUSTOMER_API_URL: 'https://api.example.test', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    'Setting NODE_TLS_REJECT_UNAUTHORIZED must not be 0.',
  ],
  [{ CUSTOMER_API_TIMEOUT_MS: 'long' }, 'Setting CUSTOMER_API_TIMEOUT_MS must be a whole number from 100 to 120000.'],
  [{ CUSTOMER_API_MAX_BYTES: '5' }, 'Setting CUSTOMER_API_MAX_BYTES must be a whole number from 1024 to 268435456.'],
  [{ LOCAL_ACCOUNTS: 'false' }, 'Setting OIDC_ISSUER must be set when LOCAL_ACCOUNTS is false: nobody could sign in.'],
  [{ SECOND_FACTOR: 'yes' }, 'Setting SECOND_FACTOR must be off, optional, required.'],
  [{ SECOND_FACTOR_KEY: 'x'.repeat(31) }, 'Setting SECOND_FACTOR_KEY must have at least 32 characters.'],
  [
    { ...oidc, OIDC_REQUIRE_MFA: 'true', SECOND_FACTOR: 'optional' },
    'Setting SECOND_FACTOR must be required when OIDC_REQUIRE_MFA is true and LOCAL_ACCOUNTS is not false.',
  ],
  [
    { DATABASE_URL: 'postgres://db/desk', SECOND_FACTOR: 'required' },
    'Setting SECOND_FACTOR_KEY must be set when SECOND_FACTOR is required and PUBLIC_URL has no host name.',
  ],
  [{ OIDC_ISSUER: 'https://id.example.test' }, 'Setting OIDC_CLIENT_ID must be set when OIDC_ISSUER is.'],
]
for (const [env, message] of bad) {
  test(`${JSON.stringify(env)} stops the start: ${message}`, () => {
    expect(() => readConfig(env)).toThrow(new SettingError('X', 'y').constructor as ErrorConstructor)
    expect(() => readConfig(env)).toThrow(message)
  })
}

test('maps are those of OpenStreetMap, others, or none', () => {
  expect(readConfig({}).mapUrl).toBe('https://www.openstreetmap.org/search?query={address}')
  expect(readConfig({ MAP_URL: 'https://maps.test/?q={address}' }).mapUrl).toBe('https://maps.test/?q={address}')
  expect(readConfig({ MAP_URL: 'off' }).mapUrl).toBeUndefined()
})

test('the Host header may name the public address, and on loopback this very machine', () => {
  const local = readConfig({})
  for (const host of ['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST:8080', '[::1]:3000', 'localhost']) {
    expect(local.isOwnHost(host), host).toBe(true)
  }
  const behindProxy = readConfig({ PUBLIC_URL: 'https://desk.example.test' })
  expect(behindProxy.isOwnHost('desk.example.test')).toBe(true)
  expect(behindProxy.isOwnHost('127.0.0.1:3000')).toBe(true)
  const open = readConfig({ HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example.test' })
  expect(open.isOwnHost('desk.example.test')).toBe(true)
  for (const host of ['localhost:3000', '127.0.0.1:3000', 'evil.test', 'desk.example.test.evil.test', '']) {
    expect(open.isOwnHost(host), host).toBe(false)
  }
  for (const host of ['evil.test', '127.0.0.1.evil.test', 'localhost.evil.test:3000', '']) {
    expect(local.isOwnHost(host), host).toBe(false)
  }
})
