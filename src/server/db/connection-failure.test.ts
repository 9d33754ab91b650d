import pg from 'pg'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { expect, test } from 'playwright/test'
import { connectionFailure } from './connection-failure.ts'
import { QueryFailed } from './database.ts'
import { unavailable } from './open.ts'
import { serverProblem } from './postgres.ts'

const SECRET = 'desk-secret'
const message = `something about ${SECRET}`

const failures: [error: { code?: string; routine?: string; message?: string }, words: RegExp][] = [
  [{ code: 'ECONNREFUSED' }, /does not answer: nothing listens .* \(ECONNREFUSED\)\.$/],
  [{ code: 'ENOTFOUND' }, /does not answer: its host name is not known here/],
  [{ code: 'EAI_AGAIN' }, /does not answer: its host name is not known here/],
  [{ code: 'EHOSTUNREACH' }, /does not answer: there is no way to its host/],
  [{ code: 'ETIMEDOUT' }, /does not answer in time/],
  [{ message: 'timeout expired' }, /does not answer in time/],
  [{ code: 'ENOENT' }, /no such socket/],
  [{ code: '28P01' }, /refuses the sign-in: the user name or the password in DATABASE_URL is wrong/],
  [{ code: '28000', routine: 'InitializeSessionUserId' }, /refuses the sign-in: it has no such role/],
  [{ code: '28000', routine: 'ClientAuthentication' }, /refuses the sign-in: no rule in its pg_hba.conf/],
  [{ message: 'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string' }, /asks for a password/],
  [{ code: '3D000' }, /has no database of that name/],
  [{ code: '42501' }, /Grant it CONNECT/],
  [{ code: '53300' }, /has no connection left/],
  [{ code: '57P03' }, /is starting, stopping or recovering/],
  [{ code: '08P01' }, /ignore_startup_parameters/],
  [{ message: 'The server does not support SSL connections' }, /does not speak TLS, and sslmode in DATABASE_URL/],
  [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, /nobody known here signed. .*sslrootcert=FILE in DATABASE_URL/],
  [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, /nobody known here signed/],
  [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, /nobody known here signed/],
  [{ code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' }, /nobody known here signed/],
  [{ code: 'CERT_HAS_EXPIRED' }, /not valid today/],
  [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, /a certificate for another host/],
  [{ code: 'ERR_OSSL_PEM_NO_START_LINE' }, /the files that sslrootcert, sslcert and sslkey in DATABASE_URL name/],
  [{ message: 'Connection terminated unexpectedly' }, /ended the connection before the sign-in/],
  [{ code: 'XX000' }, /cannot be used. .* \(XX000\)\.$/],
  [{}, /cannot be used/],
]
for (const [error, words] of failures) {
  test(`${JSON.stringify(error)} is one line for whoever starts it`, () => {
    const line = connectionFailure({ message, ...error })
    expect(line).toMatch(words)
    expect(line).toMatch(/^[^\n]+DATABASE_URL[^\n]+\.$/)
    expect(line).not.toContain(SECRET)
  })
}

const answers: [name: string, answer: (socket: Socket) => unknown, words: RegExp][] = [
  ['closes at once', (socket) => socket.end(), /ended the connection before the sign-in/],
  ['speaks no TLS', (socket) => socket.once('data', () => socket.write('N')), /does not speak TLS/],
  ['speaks HTTP', (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')), /PostgreSQL/],
]
for (const [name, answer, words] of answers) {
  test(`a server that ${name} is told by what the driver says`, async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      answer(socket)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const client = new pg.Client({ connectionString: `postgres://u:p@127.0.0.1:${port}/d?sslmode=verify-full` })
    client.on('error', () => {})
    const error = await client.connect().catch((failure: unknown) => failure as Error)
    expect(connectionFailure(error as Error)).toMatch(words)
    server.close()
  })
}

test('a server that the product cannot work with is named by what it lacks', () => {
  const good = { version: 150_004, is_standby: false, is_read_only: false, encoding: 'UTF8' }
  expect(serverProblem(good)).toBeUndefined()
  expect(serverProblem({ ...good, version: 140_011 })).toBe('is version 14. Take 15 or a later one.')
  expect(serverProblem({ ...good, is_standby: true })).toContain('is a standby')
  expect(serverProblem({ ...good, is_read_only: true })).toContain('Turn off default_transaction_read_only')
  expect(serverProblem({ ...good, encoding: 'SQL_ASCII' })).toContain('ENCODING UTF8')
})

test('what is refused while the schema is made is one line', () => {
  for (const [code, words] of [
    ['42501', 'npm run migrate'],
    ['3F000', 'npm run migrate'],
    ['53300', 'has no connection left'],
    ['', 'cannot be used'],
    ['42P07', 'could not be brought up to date'],
  ] as const) {
    const { message: line } = unavailable(new QueryFailed({ code }), 'postgres')
    expect(line).toContain(words)
    expect(line).toMatch(/^[^\n]+DATABASE_URL[^\n]+\.$/)
  }
  expect(unavailable(new QueryFailed({ code: 'XX001' }), 'embedded').message).toMatch(
    /^[^\n]+ \(XX001\)\. [^\n]+DATA_DIR\.$/,
  )
})
