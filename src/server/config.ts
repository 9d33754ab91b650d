import { RULES } from '#src/findings/finding.ts'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from '#src/contract/zod.ts'
import type { UnusualLimits } from './audit/find-unusual.ts'
import { type TrustedProxies, trustedProxies } from './client-address.ts'
import { readDatabaseUrl } from './config-database-url.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** The settings of one process, read once from the environment. */
export type Config = {
  host: string
  port: number
  /** Origin in the browser's address bar, without a trailing slash. */
  publicUrl: string
  isHttps: boolean
  /** Whether only this machine can reach it, as behind a proxy. */
  isOnLoopback: boolean
  /** Whether somebody said which proxies there are. */
  hasProxies: boolean
  /** Whether a request's Host header names this installation. */
  isOwnHost: (host: string) => boolean
  database:
    | { kind: 'embedded'; folder: string }
    | {
        kind: 'postgres'
        url: string
        /** Of one process. */
        connections: number
      }
  /** The customer API that answers look-ups; without it the database does. */
  upstream: UpstreamConfig | undefined
  /** Single sign-on beside local accounts. */
  singleSignOn: SingleSignOnConfig | undefined
  sampleData: boolean
  lookupsPerMinute: number
  /** From where on look-ups are marked in the audit record. */
  unusual: UnusualLimits
  trustedProxies: TrustedProxies
  /** From where pictures of vehicles may be shown, as the browser writes hosts. */
  imageHosts: readonly string[]
  /** Where the map link of an address leads, with `{address}` in it; undefined where there are to be none. */
  mapUrl: string | undefined
  /** Names of rules that are switched off. */
  findingsOff: readonly string[]
  /** How long the audit record is kept. */
  auditDays: number
  /** How long other things are kept when they are not used. */
  kept: {
    /** An address from which somebody's right password came. */
    knownAddressDays: number
    recentsDays: number
    looksDays: number
  }
  /** Seals the audit record. */
  auditKey: string | undefined
  session: { idleMinutes: number; hours: number }
  /** Whether people sign in with a password of this installation; programs always do. */
  localAccounts: boolean
  /** What they need beside it. */
  secondFactor: 'off' | 'optional' | 'required'
  /** Seals the secrets of authenticator apps; without one there are none. */
  secondFactorKey: string | undefined
  currency: string
  timeZone: string
  /** Where metrics are collected. */
  metricsAddress: { host: string; port: number } | undefined
}

export type UpstreamConfig = {
  /** Without a trailing slash. */
  url: string
  username: string
  password: string
  /** Limit for one whole look-up. */
  timeoutMs: number
  /** Largest answer after decompression. */
  maxBytes: number
  /** Look-ups under way at once; as many again may wait. */
  concurrency: number
}

export type SingleSignOnConfig = {
  issuer: string
  clientId: string
  clientSecret: string
  userUUIDClaim: string
  dealersClaim: string
  rolesClaim: string
  /** Whether the provider must have seen a second factor. */
  requireMfa: boolean
}

/** A setting that is missing or malformed. The message names it and what it must be, never its value. */
export class SettingError extends Error {
  override name = 'SettingError'
  constructor(setting: string, mustBe: string) {
    super(`Setting ${setting} ${mustBe}.`)
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws SettingError for the first setting that is missing or malformed */
export function readConfig(env: Environment): Config {
  const host = text(env, 'HOST') ?? '127.0.0.1'
  if (/[\s/]/.test(host)) throw new SettingError('HOST', 'must be a host name or an address')
  const port = wholeNumber(env, 'PORT', 3000, 0, 65535)
  const publicUrl = readPublicUrl(env, host, port)
  refuseUnknownServers(env)
  const upstream = readUpstream(env)

  const database = readDatabase(env)
  const localAccounts = readLocalAccounts(env)
  const singleSignOn = readSingleSignOn(env)
  // Its passwords are known to everybody, so nobody from elsewhere may come, also not through a proxy.
  const maySample = database.kind === 'embedded' && LOOPBACK.has(host) && LOOPBACK.has(nameIn(publicUrl))
  const sampleData = bool(env, 'SAMPLE_DATA', maySample && upstream === undefined)
  if (sampleData && !maySample) {
    throw new SettingError(
      'SAMPLE_DATA',
      'may be true only with the embedded database and HOST and PUBLIC_URL on loopback',
    )
  }
  return {
    host,
    port,
    publicUrl,
    isHttps: publicUrl.startsWith('https:'),
    isOnLoopback: LOOPBACK.has(host),
    hasProxies: text(env, 'TRUSTED_PROXIES') !== undefined,
    isOwnHost: ownHosts(publicUrl, host),
    database,
    upstream,
    singleSignOn,
    sampleData,
    trustedProxies: readTrustedProxies(env),
    imageHosts: readImageHosts(env),
    mapUrl: readMapUrl(env),
    findingsOff: readFindingsOff(env),
    // The database itself refuses to let go of anything younger than 90 days.
    auditKey: readAuditKey(env),
    auditDays: wholeNumber(env, 'AUDIT_DAYS', 400, 90, 3650),
    kept: {
      knownAddressDays: wholeNumber(env, 'KNOWN_ADDRESS_DAYS', 30, 1, 365),
      recentsDays: wholeNumber(env, 'RECENT_CUSTOMERS_DAYS', 90, 1, 730),
      looksDays: wholeNumber(env, 'LAST_LOOKS_DAYS', 30, 1, 730),
    },
    lookupsPerMinute: wholeNumber(env, 'LOOKUPS_PER_MINUTE', 300, 0, 1_000_000),
    unusual: {
      customersADay: wholeNumber(env, 'UNUSUAL_CUSTOMERS', 60, 1, 1_000_000),
      takenADay: wholeNumber(env, 'UNUSUAL_TAKEN', 20, 1, 1_000_000),
      timesUsual: wholeNumber(env, 'UNUSUAL_TIMES', 3, 1, 1000),
      nothingFound: wholeNumber(env, 'UNUSUAL_NOTHING_FOUND', 10, 2, 1000),
      learningDays: wholeNumber(env, 'UNUSUAL_LEARNING_DAYS', 10, 1, 28),
    },
    session: {
      idleMinutes: wholeNumber(env, 'SESSION_IDLE_MINUTES', 15, 1, 24 * 60),
      hours: wholeNumber(env, 'SESSION_HOURS', 8, 1, 24 * 7),
    },
    localAccounts,
    ...readSecondFactor(env, {
      isWanted: localAccounts && singleSignOn?.requireMfa === true,
      mayHaveAKey: database.kind === 'embedded',
      publicUrl,
    }),
    currency: readCurrency(env),
    timeZone: readTimeZone(env),
    metricsAddress: readMetricsAddress(env),
  }
}

/** Where the database is, for the commands that need nothing else. */
export function readDatabaseConfig(env: Environment): Config['database'] {
  refuseUnknownServers(env)
  return readDatabase(env)
}

function readDatabase(env: Environment): Config['database'] {
  const given = optionalSecret(env, 'DATABASE_URL')
  if (given === undefined) return { kind: 'embedded', folder: text(env, 'DATA_DIR') ?? '.data' }
  const read = readDatabaseUrl(given)
  if ('mustBe' in read) throw new SettingError('DATABASE_URL', read.mustBe)
  return { kind: 'postgres', url: read.url, connections: wholeNumber(env, 'DATABASE_POOL', 10, 1, 1000) }
}

const SHORTEST_KEY = 32

/** The key that seals the audit record, for the commands that write to it. */
export function readAuditKey(env: Environment): string | undefined {
  const key = optionalSecret(env, 'AUDIT_KEY')
  if (key !== undefined && key.length < SHORTEST_KEY) {
    throw new SettingError('AUDIT_KEY', `must have at least ${SHORTEST_KEY} characters`)
  }
  return key
}

/** Credentials, tokens and customers go over connections whose other end must be known. */
function refuseUnknownServers(env: Environment): void {
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    throw new SettingError('NODE_TLS_REJECT_UNAUTHORIZED', 'must not be 0')
  }
}

/** The host of an address, without brackets and port. */
const nameIn = (url: string): string => new URL(url).hostname.replace(/^\[|\]$/g, '')

function readPublicUrl(env: Environment, host: string, port: number): string {
  const isLoopback = LOOPBACK.has(host)
  const given = text(env, 'PUBLIC_URL')
  const printedHost = host.includes(':') ? `[${host}]` : host
  const address = URL.canParse(given ?? '') ? new URL(given ?? '') : undefined
  if (given !== undefined) {
    const isOrigin = address !== undefined && address.pathname === '/' && address.search === '' && address.hash === ''
    if (!isOrigin || !/^https?:$/.test(address.protocol) || address.username !== '') {
      throw new SettingError('PUBLIC_URL', 'must be an http:// or https:// address without a path')
    }
  }
  if (!isLoopback && address?.protocol !== 'https:') {
    throw new SettingError('PUBLIC_URL', 'must be an https:// address when HOST is not loopback')
  }
  return address?.origin ?? `http://${printedHost}:${port}`
}

/**
 * The public address; and while it listens on loopback every name of that, with any port, since a proxy or a
 * tunnel on this machine may send its own. No other site can have such a name.
 */
function ownHosts(publicUrl: string, listensOn: string): (host: string) => boolean {
  const { host: publicHost } = new URL(publicUrl)
  return (given) => {
    const host = given.toLowerCase()
    const name = host.replace(/:\d{1,5}$/, '').replace(/^\[|\]$/g, '')
    return host === publicHost || (LOOPBACK.has(listensOn) && LOOPBACK.has(name))
  }
}

function readSingleSignOn(env: Environment): SingleSignOnConfig | undefined {
  const issuer = text(env, 'OIDC_ISSUER')
  const requireMfa = bool(env, 'OIDC_REQUIRE_MFA', false)
  if (issuer === undefined) {
    // A setting that would silently do nothing misleads whoever set it.
    const stray = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_CLIENT_SECRET_FILE'].find((name) => text(env, name))
    if (stray !== undefined) throw new SettingError('OIDC_ISSUER', `must be set when ${stray} is`)
    return undefined
  }
  if (!isSafeUrl(issuer)) {
    throw new SettingError('OIDC_ISSUER', 'must be an https:// address without a query (http:// only on loopback)')
  }
  const clientId = text(env, 'OIDC_CLIENT_ID')
  if (clientId === undefined) throw new SettingError('OIDC_CLIENT_ID', 'must be set when OIDC_ISSUER is')
  return {
    issuer,
    clientId,
    clientSecret: secret(env, 'OIDC_CLIENT_SECRET', 'OIDC_ISSUER'),
    userUUIDClaim: text(env, 'OIDC_USER_UUID_CLAIM') ?? 'sub',
    dealersClaim: text(env, 'OIDC_DEALERS_CLAIM') ?? 'dealers',
    rolesClaim: text(env, 'OIDC_ROLES_CLAIM') ?? 'roles',
    requireMfa,
  }
}

/** Whether people sign in with a password of this installation. */
export const hasLocalAccounts = (env: Environment): boolean => bool(env, 'LOCAL_ACCOUNTS', true)

/** @throws SettingError when people could not sign in at all */
function readLocalAccounts(env: Environment): boolean {
  const localAccounts = hasLocalAccounts(env)
  if (!localAccounts && text(env, 'OIDC_ISSUER') === undefined) {
    throw new SettingError('OIDC_ISSUER', 'must be set when LOCAL_ACCOUNTS is false: nobody could sign in')
  }
  return localAccounts
}

const MODES = ['off', 'optional', 'required'] as const
const MIN_KEY_LENGTH = 32

type Around = {
  /** Whether an account with a password alone would go round what single sign-on asks for. */
  isWanted: boolean
  /** Whether a key can be made where none is given. */
  mayHaveAKey: boolean
  publicUrl: string
}

function readSecondFactor(
  env: Environment,
  { isWanted, mayHaveAKey, publicUrl }: Around,
): Pick<Config, 'secondFactor' | 'secondFactorKey'> {
  const given = text(env, 'SECOND_FACTOR')
  const secondFactor = given === undefined ? (isWanted ? 'required' : 'optional') : MODES.find((mode) => mode === given)
  if (secondFactor === undefined) throw new SettingError('SECOND_FACTOR', `must be ${MODES.join(', ')}`)
  if (isWanted && secondFactor !== 'required') {
    throw new SettingError(
      'SECOND_FACTOR',
      'must be required when OIDC_REQUIRE_MFA is true and LOCAL_ACCOUNTS is not false',
    )
  }
  const secondFactorKey = optionalSecret(env, 'SECOND_FACTOR_KEY')
  if (secondFactorKey !== undefined && secondFactorKey.length < MIN_KEY_LENGTH) {
    throw new SettingError('SECOND_FACTOR_KEY', `must have at least ${MIN_KEY_LENGTH} characters`)
  }
  const isPossible = secondFactorKey !== undefined || mayHaveAKey || hasName(publicUrl)
  if (secondFactor === 'required' && !isPossible) {
    throw new SettingError(
      'SECOND_FACTOR_KEY',
      'must be set when SECOND_FACTOR is required and PUBLIC_URL has no host name',
    )
  }
  return { secondFactor, secondFactorKey }
}

/** Whether a public address has a host name: browsers make passkeys for nothing else. */
export function hasName(publicUrl: string): boolean {
  return isIP(new URL(publicUrl).hostname.replace(/^\[|\]$/g, '')) === 0
}

/** https, or http to this very machine; no credentials, query or fragment. */
function isSafeUrl(given: string): boolean {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const isPlain = url?.protocol === 'http:' && LOOPBACK.has(nameIn(url.href))
  return url !== undefined && (url.protocol === 'https:' || isPlain) && url.username + url.search + url.hash === ''
}

function readUpstream(env: Environment): UpstreamConfig | undefined {
  const given = text(env, 'CUSTOMER_API_URL')
  const limits = {
    timeoutMs: wholeNumber(env, 'CUSTOMER_API_TIMEOUT_MS', 10_000, 100, 120_000),
    maxBytes: wholeNumber(env, 'CUSTOMER_API_MAX_BYTES', 33_554_432, 1024, 268_435_456),
    concurrency: wholeNumber(env, 'CUSTOMER_API_CONCURRENCY', 32, 1, 1000),
  }
  if (given === undefined) return undefined
  if (!isSafeUrl(given)) {
    throw new SettingError(
      'CUSTOMER_API_URL',
      'must be an https:// address without credentials or query (http:// only on loopback)',
    )
  }
  return {
    url: new URL(given).href.replace(/\/+$/, ''),
    username: secret(env, 'CUSTOMER_API_USERNAME', 'CUSTOMER_API_URL'),
    password: secret(env, 'CUSTOMER_API_PASSWORD', 'CUSTOMER_API_URL'),
    ...limits,
  }
}

function secret(env: Environment, name: string, neededBy: string): string {
  const value = optionalSecret(env, name)
  if (value === undefined) throw new SettingError(name, `must be set when ${neededBy} is`)
  return value
}

/** A value that is given itself or as the name of a file that holds it. */
function optionalSecret(env: Environment, name: string): string | undefined {
  const value = text(env, name)
  const file = text(env, `${name}_FILE`)
  if (value !== undefined && file !== undefined) throw new SettingError(name, `and ${name}_FILE must not both be set`)
  if (file === undefined) return value
  let content = ''
  try {
    content = readFileSync(file, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new SettingError(`${name}_FILE`, `must name a file that can be read; ${unreadable(code)}`)
  }
  if (content === '') throw new SettingError(`${name}_FILE`, 'must name a file that is not empty')
  return content
}

function unreadable(code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is none'
    case 'EISDIR':
      return 'this is a folder'
    case 'EACCES':
    case 'EPERM':
      return 'this user may not read it'
    default:
      return `this one fails (${code ?? 'no code'})`
  }
}

function readTrustedProxies(env: Environment): TrustedProxies {
  const ranges = (text(env, 'TRUSTED_PROXIES') ?? '').split(/[\s,]+/).filter((range) => range !== '')
  const proxies = trustedProxies(ranges)
  if (proxies === undefined) {
    throw new SettingError('TRUSTED_PROXIES', 'must be a list of addresses or CIDR ranges such as 10.0.0.0/8')
  }
  return proxies
}

function readImageHosts(env: Environment): string[] {
  const hosts = (text(env, 'VEHICLE_IMAGE_HOSTS') ?? '').split(/[\s,]+/).filter((host) => host !== '')
  const isHost = (host: string) => URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === host
  if (!hosts.every(isHost)) {
    throw new SettingError('VEHICLE_IMAGE_HOSTS', 'must be a list of host names such as pictures.example.test')
  }
  return hosts
}

function readMapUrl(env: Environment): string | undefined {
  const given = text(env, 'MAP_URL') ?? 'https://www.openstreetmap.org/search?query={address}'
  if (given === 'off') return undefined
  const [before = '', after, ...more] = given.split('{address}')
  // What names the host must stand in front: an address must not choose where it is sent.
  const isRight =
    URL.canParse(given) && /^https:\/\/[^/?#]+[/?#]/.test(before) && after !== undefined && more.length === 0
  if (!isRight) {
    throw new SettingError(
      'MAP_URL',
      'must be off or an https:// address with {address} in it once, such as https://www.openstreetmap.org/search?query={address}',
    )
  }
  return given
}

function readMetricsAddress(env: Environment): Config['metricsAddress'] {
  const given = text(env, 'METRICS_ADDRESS')
  if (given === undefined) return undefined
  const [, bracketed, plain, port] = /^(?:\[([\da-f:.]+)\]|([^\s/:[\]]+)):(\d{1,5})$/i.exec(given) ?? []
  const host = bracketed ?? plain
  if (host === undefined || Number(port) > 65_535) {
    throw new SettingError('METRICS_ADDRESS', 'must be HOST:PORT, such as 127.0.0.1:9464 or [::1]:9464')
  }
  return { host, port: Number(port) }
}

function readFindingsOff(env: Environment): string[] {
  const names = (text(env, 'FINDINGS_OFF') ?? '').split(/[\s,]+/).filter((name) => name !== '')
  const known: readonly string[] = RULES
  if (!names.every((name) => known.includes(name))) {
    throw new SettingError('FINDINGS_OFF', `must be names of rules, with commas: ${RULES.join(', ')}`)
  }
  return names
}

function readCurrency(env: Environment): string {
  const currency = text(env, 'CURRENCY') ?? 'USD'
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    throw new SettingError('CURRENCY', 'must be a currency code of ISO 4217, such as USD or CAD')
  }
  return currency
}

function readTimeZone(env: Environment): string {
  const zone = text(env, 'TIME_ZONE') ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    throw new SettingError('TIME_ZONE', 'must be a time zone of the IANA database, such as America/New_York')
  }
}

function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim()
  return value === '' ? undefined : value
}

function wholeNumber(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const value = text(env, name)
  if (value === undefined) return fallback
  const result = z
    .int()
    .check(z.minimum(least), z.maximum(most))
    .safeParse(/^\d+$/.test(value) ? Number(value) : value)
  if (!result.success) throw new SettingError(name, `must be a whole number from ${least} to ${most}`)
  return result.data
}

function bool(env: Environment, name: string, fallback: boolean): boolean {
  const value = text(env, name)
  if (value === undefined) return fallback
  if (value !== 'true' && value !== 'false') throw new SettingError(name, 'must be true or false')
  return value === 'true'
}
