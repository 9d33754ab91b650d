import pg from 'pg'
import { migrateIn } from '#src/server/db/migrate.ts'
import { LONG_JOBS, openPostgres } from '#src/server/db/postgres.ts'
import { findPostgres } from '../scripts/postgres.mjs'
import { makeRoles, psql, urlAs } from './support/database-roles.ts'
import { freePort, runProgram, startDesk } from './support/desk-process.ts'
import { type PostgresServer, startPostgres } from './support/postgres-server.ts'
import { expect, test } from './fixtures.ts'

// An installation of the version before, on a PostgreSQL server with one role that owns and one that serves.

const folder = findPostgres()
test.skip(folder === undefined, 'There is no PostgreSQL server on this machine, and none can be installed.')

// Each goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

const keys = {
  SECOND_FACTOR_KEY: 'the key that both processes have',
  AUDIT_KEY: 'a key of the record that is long enough',
}
let postgres: PostgresServer
const urlOf = (role: string) => urlAs(postgres.url.replace(/[^/]*$/, 'customers'), role)
const psqlAs = (role: string, ...args: string[]) => psql(folder ?? '', urlOf(role), ...args)
const makeRolesThere = () => makeRoles(folder ?? '', urlOf('desk'))

async function ask<T>(role: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: urlOf(role) })
  await client.connect()
  return work(client).finally(() => client.end())
}
const refusal = (sql: string, role = 'desk_server') =>
  ask(role, (client) =>
    client.query(sql).then(
      () => 'done',
      (error: pg.DatabaseError) => error.code,
    ),
  )

test.beforeAll(async () => {
  postgres = await startPostgres(folder ?? '')
  const admin = new pg.Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query('create database customers')
  await admin.query('create role stranger login')
  await admin.end()
  makeRolesThere()
  const owner = openPostgres(urlOf('desk_owner'), () => {}, LONG_JOBS)
  await owner.transaction((tx) => migrateIn(tx, 10))
  await owner.close()
  psqlAs('desk_owner', '-f', 'src/server/testing/schema-10.sql')
  // Not so long ago that it is past its time.
  psqlAs('desk_owner', '-c', "update last_looks set latest_at = now() - interval '1 hour'")
  psqlAs('desk_owner', '-c', 'update recent_customers set looked_up_at = now()')
})
test.afterAll(() => postgres?.remove())

test('the owner migrates, the other role serves all that was there before', async () => {
  const serving = { DATABASE_URL: urlOf('desk_server'), ...keys }
  expect((await runProgram(['dist/server/main.js'], serving)).stderr).toMatch(
    /^The role of DATABASE_URL may not make or change the tables .* npm run migrate .*\.\n$/,
  )
  const migrated = await runProgram(['dist/server/migrate.js'], { DATABASE_URL: urlOf('desk_owner') })
  expect(migrated.stdout).toMatch(/^The schema went from version 10 to \d+\.\n$/)
  // May be done at any time, also when everything is there.
  makeRolesThere()

  const metrics = { METRICS_ADDRESS: `127.0.0.1:${await freePort()}` }
  const desk = await startDesk('unused', { ...serving, ...metrics })
  const second = await runProgram(['dist/server/main.js'], { ...serving, ...metrics, PORT: String(await freePort()) })
  expect([second.status, second.stderr]).toEqual([
    1,
    'Setting METRICS_ADDRESS names a port that is in use by another program. Stop that program, or name another port.\n',
  ])
  const send = (method: string, path: string, body: unknown, cookie = '') =>
    fetch(desk.url + path, {
      method,
      headers: { 'content-type': 'application/json', cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const signedIn = await send('POST', '/api/session', { username: 'ana', password: 'violet kettle drives upstairs' })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const dealerUUIDList = ['dealer-north', 'dealer-south']
  const asked = { requesterUserUUID: 'staff-1', dealerUUIDList }
  const answer = await send('POST', '/customer/v2/customer/petra', asked, cookie)
  expect(await answer.text()).toMatch(/"id":9223372036854775807,.*"order_amount":90071992547409\.93,/s)
  const looked = await send(
    'POST',
    '/api/customers/petra/looks',
    { dealerUUIDList, excludeOrderType: false, parts: {} },
    cookie,
  )
  expect(await looked.json()).toMatchObject({ state: 'compared' })
  const read = async (path: string) => (await send('GET', path, undefined, cookie)).text()
  expect(await read('/api/preferences')).toBe('{"findings-off":["vin"]}')
  expect(await read('/api/recent-customers')).toContain('Petra Gray')
  expect(await read('/api/audit?customer=petra')).toContain('"customerUUID":"petra"')
  expect((await send('PUT', '/api/preferences/findings-off', { value: [] }, cookie)).status).toBe(204)
  expect((await send('DELETE', '/api/session', undefined, cookie)).status).toBe(204)
  // The second factor that Ben added before is asked for.
  const half = await send('POST', '/api/session', { username: 'ben', password: 'another violet kettle drives' })
  const step = half.headers.get('set-cookie')?.split(';')[0] ?? ''
  const code = '5h1pvz-s4ne8h-xj3vmr-86wa1d'
  expect((await send('POST', '/api/session/second-factor', { code }, step)).status).toBe(200)
  const measured = await (await fetch(`http://${metrics.METRICS_ADDRESS}/metrics`)).text()
  expect(measured).toContain('desk_database_connections_most{pool="db"} 10\n')
  expect(measured).toContain('desk_sign_ins_total{outcome="half",actor="staff"} 1\n')
  expect(desk.output()).not.toMatch(/more rights than serving needs|"level":50/)
  expect(await desk.stop()).toBe(0)

  const verified = await runProgram(['dist/server/verify-audit.js'], serving)
  expect([verified.status, verified.stderr]).toEqual([0, ''])
})

test('the role that serves adds to the audit record, and changes nothing in it nor in the schema', async () => {
  const denied = [
    "update audit_events set outcome = 'nothing'",
    'delete from audit_events',
    'truncate audit_events',
    'delete from audit_chains',
    'delete from audit_events_other',
    `update audit_events_${new Date().toISOString().slice(0, 7).replace('-', '_')} set outcome = 'nothing'`,
    'drop table audit_events',
    'drop table dealers',
    'alter table audit_events disable trigger all',
    'create table own (id integer)',
    'insert into schema_version (version) values (99)',
    'alter function drop_audit_months(timestamptz) rename to gone',
  ]
  for (const sql of denied) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect([sql, await refusal(sql)]).toEqual([sql, '42501'])
  }
  psqlAs('desk', '-c', 'grant connect on database customers to stranger')
  expect(await refusal('select drop_audit_months(now())', 'stranger')).toBe('42501')
})

test('the role that serves makes months of the record and drops those past their time, and owns none of them', async () => {
  await ask('desk_server', async (client) => {
    // A table of the session's own that is named like one of the record does not stand in for it.
    await client.query('create temporary table audit_chains (writer text)')
    await client.query("select make_audit_months('2020-01-01', 1), make_audit_months(now()::date, 6)")
    const months = await client.query<{ owner: string; may_change: boolean }>(
      `select distinct relowner::regrole::text as owner, has_table_privilege(oid, 'update, delete, truncate') as may_change
       from pg_class where relkind = 'r' and relname ~ '^audit_events_\\d'`,
    )
    expect(months.rows).toEqual([{ owner: 'desk_owner', may_change: false }])
    expect((await client.query('select drop_audit_months(now()) as months')).rows).toEqual([{ months: 1 }])
    expect((await client.query('select delete_old_audit_events(now(), 10) as rows')).rows).toEqual([{ rows: 0 }])
  })
})

test('a role with too many rights is told so, one with too few does not start', async () => {
  const desk = await startDesk('unused', { DATABASE_URL: urlOf('desk_owner'), ...keys })
  expect(desk.output()).toContain(
    'more rights than serving needs: it owns the tables, may create tables in the schema, may change or delete audit events.',
  )
  expect(await desk.stop()).toBe(0)

  const start = () => runProgram(['dist/server/main.js'], { DATABASE_URL: urlOf('desk_server'), ...keys })
  psqlAs('desk_owner', '-c', 'revoke execute on function drop_audit_months(timestamptz) from desk_server')
  expect(await start()).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^The role of DATABASE_URL lacks the right to EXECUTE the function drop_audit_months\(timestamptz\)\. .*\n$/,
    ),
  })
  psqlAs('desk_owner', '-c', 'revoke select on recovery_codes from desk_server')
  expect((await start()).stderr).toMatch(
    /^The role of DATABASE_URL lacks the right to SELECT in the table recovery_codes\./,
  )
})
