/** What of a driver's error is looked at; its text can hold names, so nothing of it is ever printed. */
type DriverError = { code?: unknown; routine?: unknown; message?: unknown }

const SERVER = 'The PostgreSQL that DATABASE_URL names'
const LATE = 'SERVER does not answer in time. Look whether it runs, and whether a firewall stands between.'
const ENDED = 'SERVER ended the connection before the sign-in. Look whether it is a PostgreSQL, and into its log.'

/**
 * Why there is no connection to the PostgreSQL server: one line for the person who starts the product, by the kind of the
 * error and never with a setting's value.
 */
export function connectionFailure(error: DriverError): string {
  const code = String(error.code ?? '')
  const words = wordsFor(code, String(error.routine ?? ''), String(error.message ?? ''))
  const line = words.replace('SERVER', SERVER)
  return code === '' ? line : `${line.slice(0, -1)} (${code}).`
}

function wordsFor(code: string, routine: string, message: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return 'SERVER does not answer: nothing listens at that host and port. Start it, or correct DATABASE_URL.'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EAI_NODATA':
    case 'EAI_NONAME':
      return 'SERVER does not answer: its host name is not known here. Correct it in DATABASE_URL, or the DNS of this machine.'
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'SERVER does not answer: there is no way to its host from here. Correct DATABASE_URL, or the network.'
    case 'ETIMEDOUT':
      return LATE
    case 'ENOENT':
      return 'SERVER does not answer: there is no such socket. Start it, or correct DATABASE_URL.'
    case 'EACCES':
      return 'SERVER does not answer: this user may not open its socket. Change the rights of the socket, or use a host.'
    case 'ECONNRESET':
    case 'EPIPE':
      return ENDED
    case '28P01':
      return 'SERVER refuses the sign-in: the user name or the password in DATABASE_URL is wrong.'
    case '28000':
      return routine === 'InitializeSessionUserId'
        ? 'SERVER refuses the sign-in: it has no such role, or the role may not log in. Create it, or correct DATABASE_URL.'
        : 'SERVER refuses the sign-in: no rule in its pg_hba.conf lets this role in from here so. Add one, or for a rule that asks for TLS write sslmode=verify-full in DATABASE_URL.'
    case '3D000':
      return 'SERVER has no database of that name. Create it with createdb, or correct DATABASE_URL.'
    case '42501':
      return 'SERVER refuses the role of DATABASE_URL this database. Grant it CONNECT.'
    case '53300':
      return 'SERVER has no connection left. End some, or raise max_connections or the limit of the role or the database.'
    case '55000':
      return 'SERVER takes no connections to this database. Name another in DATABASE_URL.'
    case '57P01':
    case '57P02':
    case '57P03':
      return 'SERVER is starting, stopping or recovering, and takes no connections yet. Start again when it is ready.'
    case '08P01':
      return 'SERVER does not take what every connection begins with. If it is a pooler, set its ignore_startup_parameters to statement_timeout, idle_in_transaction_session_timeout.'
    default:
      return tlsWords(code) ?? wordsWithoutCode(message)
  }
}

function tlsWords(code: string): string | undefined {
  if (/^(?:CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/.test(code)) {
    return 'SERVER has a certificate that is not valid today. Renew it, or set the clock of this machine.'
  }
  if (/ALTNAME|HOSTNAME_MISMATCH/.test(code)) {
    return 'SERVER has a certificate for another host. Write the host in DATABASE_URL as the certificate has it.'
  }
  if (/CERT|UNABLE_TO_VERIFY/.test(code) && !code.startsWith('ERR_')) {
    return 'SERVER has a certificate that nobody known here signed. Name the file of its authority (PEM) with sslrootcert=FILE in DATABASE_URL.'
  }
  if (/^ERR_(?:OSSL|TLS|SSL|CRYPTO)/.test(code)) {
    return 'SERVER cannot be reached over TLS. Look into the files that sslrootcert, sslcert and sslkey in DATABASE_URL name.'
  }
  return undefined
}

function wordsWithoutCode(message: string): string {
  if (message.includes('does not support SSL')) {
    return 'SERVER does not speak TLS, and sslmode in DATABASE_URL asks for it. Turn ssl on there, or write sslmode=disable where nobody can listen.'
  }
  if (/password must be/.test(message)) return 'SERVER asks for a password, and DATABASE_URL has none.'
  if (/time-?d? ?out/i.test(message)) {
    return LATE
  }
  if (/terminated|SSL connection/.test(message)) {
    return ENDED
  }
  return 'SERVER cannot be used. Look into its log, and whether it is a PostgreSQL.'
}
