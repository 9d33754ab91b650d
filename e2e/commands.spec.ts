import { spawn } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from './support/data-folder.ts'
import { freePort, runProgram, startDesk } from './support/desk-process.ts'
import { openFolder } from './support/open-folder.ts'
import { expect, test } from './fixtures.ts'

let folder = ''
test.beforeEach(() => {
  folder = dataFolder('schema')
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const dealer = '{"type":"dealer","id":17,"uuid":"d","name":"Northside Motors"}'
const user = '{"type":"user","uuid":"u","username":"ana","name":"Ana","dealerUUIDs":["d"],"password":"a long password"}'
const customer = '{"type":"customer","customerInfo":{"uuid":"c","dealerId":17,"id":9007199254740993}}'
/** For a start that is not about the sample dealership. */
const NO_SAMPLE = { SAMPLE_DATA: 'false' }
const load = (input: string) => runProgram(['dist/server/import.js', '-'], { DATA_DIR: folder }, input)

test('the start prints the address, the accounts and links that work', async () => {
  const desk = await startDesk(folder)
  const output = desk.output()
  expect(output).toContain(`Customer Desk is ready: ${desk.url}`)
  expect(output).toContain('demo / demo-dealership')
  expect(output).toContain('northside / northside-only')
  expect(output).toContain('api / api-sample-key')
  const links = [...output.matchAll(/http:\S+\/customers\/\S+/g)].map((match) => match[0])
  expect(links).toHaveLength(3)
  for (const link of links) expect((await fetch(link)).status).toBe(200)
  expect(await desk.stop()).toBe(0)
})

test('behind a proxy that is not named, the start says what that means', async () => {
  const warning = 'TRUSTED_PROXIES is not set: behind a proxy every request seems to come from it'
  const unnamed = await startDesk(folder, { SAMPLE_DATA: 'false', PUBLIC_URL: 'https://desk.example' })
  expect(unnamed.output()).toContain(warning)
  await unnamed.stop()
  const named = await startDesk(folder, {
    SAMPLE_DATA: 'false',
    PUBLIC_URL: 'https://desk.example',
    TRUSTED_PROXIES: '127.0.0.1',
  })
  expect(named.output()).not.toContain(warning)
  await named.stop()
})

test('npm start builds, serves on a new folder, and stops when npm is told to', async () => {
  rmSync(folder, { recursive: true })
  const port = await freePort()
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  npm.stdout.on('data', (data: Buffer) => (output += data.toString()))
  await expect.poll(() => output, { timeout: 120_000 }).toContain(`Customer Desk is ready: http://127.0.0.1:${port}`)
  npm.kill('SIGTERM')
  const isGone = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => false,
      () => true,
    )
  await expect.poll(isGone, { timeout: 60_000 }).toBe(true)
  // The folder is free again, so the database was closed.
  const next = await startDesk(folder)
  expect(await next.stop()).toBe(0)
})

test('either signal stops gracefully, and what was imported is there at the next start', async () => {
  expect(await load(`${dealer}\n${user}\n${customer}\n`)).toMatchObject({
    status: 0,
    stdout: 'Imported 1 dealer, 1 user, 1 customer.\n',
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const first = await startDesk(folder)
    expect(first.output()).not.toContain('demo-dealership')
    expect(await first.stop(signal)).toBe(0)
  }
  const second = await startDesk(folder)
  const signedIn = await fetch(`${second.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'ana', password: 'a long password' }),
  })
  expect(signedIn.status).toBe(200)
  await second.stop()
})

test('a second process on the same folder or port is refused in one line and the first goes on', async () => {
  const desk = await startDesk(folder, NO_SAMPLE)
  const second = await runProgram(['dist/server/main.js'], { DATA_DIR: folder, PORT: String(await freePort()) })
  expect(second.status).toBe(1)
  expect(second.stderr).toMatch(
    /^The data folder is in use by process \d+\. Stop it first, or name another folder in DATA_DIR\.\n$/,
  )
  expect((await load(dealer)).stderr).toContain('is in use by process')
  // So is one with a folder of its own that wants the same port.
  const other = dataFolder('schema')
  const port = new URL(desk.url).port
  const third = await runProgram(['dist/server/main.js'], { DATA_DIR: other, PORT: port })
  expect(third).toMatchObject({
    status: 1,
    stderr: 'Setting PORT names a port that is in use by another program. Stop that program, or name another port.\n',
  })
  rmSync(other, { recursive: true, force: true })
  expect((await fetch(`${desk.url}/readyz`)).status).toBe(200)
  // The kernel lets go of the folder however the process ends.
  await desk.stop('SIGKILL')
  const next = await startDesk(folder, NO_SAMPLE)
  await next.stop()
})

test('a bad line is named, nothing of the file is kept and the status is 1', async () => {
  const bad = await load(`${dealer}\n{"type":"customer","customerInfo":{"uuid":"c","dealerId":"17"}}\n`)
  expect(bad).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'Line 2: customerInfo.dealerId must be a whole number (int64). Nothing was imported.\n',
  })
  const next = await load(customer)
  expect(next.stderr).toContain('customerInfo.dealerId is 17, which is no dealer')
})

test('the import says how it is used', async () => {
  for (const args of [[], ['a', 'b'], ['--force', 'a']]) {
    const result = await runProgram(['dist/server/import.js', ...args], { DATA_DIR: folder })
    expect(result).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('npm run import -- [--dry-run] FILE.ndjson'),
    })
  }
})

test('a file that cannot be read is said in one line', async () => {
  const importing = (file: string) => runProgram(['dist/server/import.js', file], { DATA_DIR: folder })
  const missing = '/no/such/file is not there. Name the file to import.\n'
  expect(await importing('/no/such/file')).toMatchObject({ status: 1, stdout: '', stderr: missing })
  expect(await importing(folder)).toMatchObject({ status: 1, stderr: `${folder} is a folder. Name a file in it.\n` })
})

test('a dry run of an import changes nothing, not even where there is no database yet', async () => {
  const check = (dataDir: string, input: string) =>
    runProgram(['dist/server/import.js', '--dry-run', '-'], { DATA_DIR: dataDir }, input)
  const good = 'Every line is good: 1 dealer, 1 customer. Nothing was changed.\n'
  const nowhere = `${folder}-not-made`
  expect(await check(nowhere, `${dealer}\n${customer}\n`)).toMatchObject({ status: 0, stdout: good })
  expect(existsSync(nowhere)).toBe(false)
  expect(await check(folder, `${dealer}\n${customer}\n`)).toMatchObject({ status: 0, stdout: good })
  expect((await load(customer)).stderr).toContain('customerInfo.dealerId is 17, which is no dealer')
})

test('a malformed setting stops the start with one line and status 1, and its value is not printed', async () => {
  const result = await runProgram(['dist/server/main.js'], { DATA_DIR: folder, PORT: 'secret-value' })
  expect(result.status).toBe(1)
  expect(result.stderr).toBe('Setting PORT must be a whole number from 0 to 65535.\n')
  expect(result.stdout).toBe('')
})

test('what keeps the start from happening is said in one line by its setting, without its value', async () => {
  const secret = 'secret-of-the-test'
  const file = join(folder, secret)
  writeFileSync(file, '')
  const port = await freePort()
  for (const [env, line] of [
    [
      { DATABASE_URL: `postgres://someone:${secret}@127.0.0.1:${port}/desk` },
      /^The PostgreSQL that DATABASE_URL names does not answer: nothing listens .* \(ECONNREFUSED\)\.\n$/,
    ],
    [
      { DATABASE_URL: `postgres://someone:${secret}@127.0.0.1:port/desk` },
      /^Setting DATABASE_URL must be like .*\.\n$/,
    ],
    [
      { DATABASE_URL_FILE: folder },
      /^Setting DATABASE_URL_FILE must name a file that can be read; this is a folder\.\n$/,
    ],
    [{ DATA_DIR: file }, /^Setting DATA_DIR names a file, or a link that leads nowhere\. Name a folder\.\n$/],
    [{ DATA_DIR: join(file, 'below') }, /^Setting DATA_DIR names a folder below a file\. Name another folder\.\n$/],
    [
      // Kept for documents, so no machine has it.
      { HOST: '192.0.2.1', PUBLIC_URL: 'https://desk.example.test', DATA_DIR: folder },
      /^Setting HOST names an address that is not one of this machine\. .*\.\n$/,
    ],
  ] as const) {
    const result = await runProgram(['dist/server/main.js'], { PORT: String(port), ...env })
    expect([result.status, result.stderr]).toEqual([1, expect.stringMatching(line)])
    expect(result.stdout + result.stderr).not.toContain(secret)
  }
})

test('npm run migrate brings the schema up to date, and says so when it is', async () => {
  const migrate = (dataDir: string) => runProgram(['dist/server/migrate.js'], { DATA_DIR: dataDir })
  const fresh = join(folder, 'fresh')
  expect(await migrate(fresh)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^The schema went from version 0 to \d+\.\n$/),
  })
  expect(await migrate(folder)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^The schema is up to date: version \d+\.\n$/),
  })
})

test('an account that npm run user adds can sign in; one that it disables is out at once', async () => {
  expect((await load([dealer, customer].join('\n'))).status).toBe(0)
  const env = { DATA_DIR: folder }
  const password = 'violet kettle drives upstairs'
  const change = (...args: string[]) => runProgram(['dist/server/user.js', ...args], env, `${password}\n`)
  const added = await change('add', 'kim', '--name', 'Kim Field', '--dealer', 'd')
  expect([added.status, added.stdout.trim()]).toEqual([0, 'The account kim is there.'])
  expect(added.stdout + added.stderr).not.toContain(password)

  const desk = await startDesk(folder, NO_SAMPLE)
  const signIn = await fetch(`${desk.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'kim', password }),
  })
  expect(signIn.status).toBe(200)
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const busy = await change('disable', 'kim')
  expect([busy.status, busy.stderr]).toEqual([1, expect.stringContaining('is in use by process')])
  expect(await desk.stop()).toBe(0)

  expect((await change('disable', 'kim')).status).toBe(0)
  const again = await startDesk(folder, NO_SAMPLE)
  expect((await fetch(`${again.url}/api/session`, { headers: { cookie } })).status).toBe(401)
  expect(await again.stop()).toBe(0)

  const weak = await runProgram(['dist/server/user.js', 'password', 'kim'], env, 'too short\n')
  expect([weak.status, weak.stderr.trim()]).toEqual([1, 'The password must have at least 15 characters.'])
})

test('what is stored about a customer is shown, and taken out on request', async () => {
  expect((await load([dealer, customer].join('\n'))).status).toBe(0)
  const command = (...args: string[]) => runProgram(['dist/server/customer.js', ...args], { DATA_DIR: folder })
  const shown = await command('show', 'c')
  expect([shown.status, shown.stdout]).toEqual([0, expect.stringContaining('9007199254740993')])
  expect(await command('delete', 'c')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Deleted customer c: 1 record,/),
  })
  expect(await command('show', 'c')).toMatchObject({ status: 1, stdout: '', stderr: 'There is no customer c.\n' })
  expect(await command('delete', 'no uuid')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^A customer UUID must/),
  })
})

test('an audit record that is whole is told from one that somebody changed', async () => {
  expect((await load([dealer, user].join('\n'))).status).toBe(0)
  const verify = () => runProgram(['dist/server/verify-audit.js'], { DATA_DIR: folder })
  const whole = await verify()
  expect([whole.status, whole.stdout]).toEqual([
    0,
    '1 events of 1 writers.\nEach is as it was written, and none is missing between others or at the end.\n',
  ])
  const db = await openFolder(folder)
  await db.query('alter table audit_events disable trigger all')
  await db.query("update audit_events set actor_id = 'somebody else'")
  await db.close()
  const forged = await verify()
  expect([forged.status, forged.stderr]).toEqual([1, 'Not as written, or after a missing one: 1.\n'])
})
