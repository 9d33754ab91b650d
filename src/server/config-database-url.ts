import { accessSync, constants, statSync } from 'node:fs'

/** A DATABASE_URL as the driver reads it, or what the setting must be. */
export type DatabaseUrl = { url: string } | { mustBe: string }

const FORM = 'must be like postgres://USER:PASSWORD@HOST:5432/DATABASE'
const ESCAPES = 'write % as %25, @ as %40, / as %2F, ? as %3F and # as %23'

// What may follow the sign-in: host and port, database, parameters.
const REST = /^(\[[\da-f:.]+\]|(?:[\p{L}\d_.~-]|%[\da-f]{2})*)(?::(\d{1,5}))?(?:\/([^/?#@]*))?(?:\?([^#]*))?$/iu
const PARAMETERS = /^(?:[\w.]+=[^&#]*(?:&[\w.]+=[^&#]*)*)?$/
const KNOWN_PARAMETERS = new Set(
  (
    'user password host port ssl sslmode sslcert sslkey sslrootcert sslnegotiation uselibpqcompat options ' +
    'application_name fallback_application_name client_encoding replication connect_timeout statement_timeout ' +
    'lock_timeout query_timeout idle_in_transaction_session_timeout target_session_attrs channel_binding gssencmode'
  ).split(' '),
)
const SSL_MODES = new Set(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'])

/**
 * Reads the setting as people write it: a password often has signs that mean something else in an address. It is taken as it
 * is where only one reading makes sense, and refused where there are two.
 */
export function readDatabaseUrl(given: string): DatabaseUrl {
  const scheme = /^postgres(?:ql)?:\/\//.exec(given)?.[0]
  // oxlint-disable-next-line no-control-regex -- these are what no address has
  if (scheme === undefined || /[\u0000-\u001F\u007F]/.test(given)) return { mustBe: FORM }
  const parts = split(given.slice(scheme.length))
  if (parts === undefined) return { mustBe: `${FORM}; in USER and PASSWORD ${ESCAPES}` }
  const [user, password] = [decode(parts.user), decode(parts.password)]
  if (user === undefined || password === undefined) {
    return { mustBe: `can be read in two ways: in USER and PASSWORD ${ESCAPES}` }
  }
  const [place = '', query = ''] = escaped(parts.rest).split(/\?(.*)/s)
  const parameters = new URLSearchParams(query)
  const mustBe = problemOf(parameters)
  if (mustBe !== undefined) return { mustBe }
  const signIn = [user, password].map((part) => (part === '' ? '' : encodeURIComponent(part))).join(':')
  const asked = String(withPlainTls(parameters))
  return { url: `postgres://${signIn === ':' ? '' : `${signIn}@`}${place}${asked === '' ? '' : `?${asked}`}` }
}

type Parts = { user: string; password: string; rest: string }

function split(text: string): Parts | undefined {
  const at = findSignIn(text)
  if (at === undefined) return undefined
  const signIn = text.slice(0, Math.max(at, 0))
  const colon = signIn.indexOf(':')
  const [user, password] = colon < 0 ? [signIn, ''] : [signIn.slice(0, colon), signIn.slice(colon + 1)]
  return { user, password, rest: text.slice(at + 1) }
}

/** The @ that ends user and password, -1 without them: as a browser reads it, else the only one after which all is well. */
function findSignIn(text: string): number | undefined {
  const standard = text.slice(0, /[/?#]|$/.exec(text)?.index).lastIndexOf('@')
  const isClean = (at: number) => isRest(text.slice(at + 1)) && hasKnownParameters(text.slice(at + 1))
  if (isClean(standard)) return standard
  const others = [...text.matchAll(/@/g)].map(({ index }) => index).filter(isClean)
  if (others.length === 1) return others[0]
  return others.length === 0 && isRest(text.slice(standard + 1)) ? standard : undefined
}

function isRest(text: string): boolean {
  const [match, , port = '0', , parameters = ''] = REST.exec(text) ?? []
  return match !== undefined && Number(port) <= 65_535 && PARAMETERS.test(parameters)
}

function hasKnownParameters(rest: string): boolean {
  return [...new URLSearchParams(/\?(.*)/s.exec(rest)?.[1]).keys()].every((name) => KNOWN_PARAMETERS.has(name))
}

/** A user or a password without its escapes; as it is when it was not written with any; undefined when both could be. */
function decode(part: string): string | undefined {
  const hasEscape = /%[\da-f]{2}/i.test(part)
  const isAsIs = /[/?#@ ]|%(?![\da-f]{2})/i.test(part)
  if (!hasEscape) return part
  if (isAsIs) return undefined
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** The driver rewrites the whole address when a blank or a lone % stands somewhere in it. */
const escaped = (rest: string): string => rest.replaceAll(' ', '%20').replace(/%(?![\da-f]{2})/gi, '%25')

function problemOf(parameters: URLSearchParams): string | undefined {
  const mode = parameters.get('sslmode')
  if (mode !== null && !SSL_MODES.has(mode)) {
    return 'must have disable, require, verify-full or no-verify as its sslmode'
  }
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const file = parameters.get(name)
    if (file === null || (name === 'sslrootcert' && file === 'system')) continue
    if (!isReadableFile(file)) return `must name a file that can be read as its ${name}`
  }
  return undefined
}

function isReadableFile(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** The driver verifies the server in each of these modes already, and warns that it will not always. */
function withPlainTls(given: URLSearchParams): URLSearchParams {
  const parameters = new URLSearchParams(given)
  if (parameters.get('sslrootcert') === 'system') parameters.delete('sslrootcert')
  if (/^(?:allow|prefer|require|verify-ca)$/.test(given.get('sslmode') ?? '') && !given.has('uselibpqcompat')) {
    parameters.set('sslmode', 'verify-full')
  }
  return parameters
}
