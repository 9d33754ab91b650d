import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '../scripts/postgres.mjs'
import { dataFolder } from './support/data-folder.ts'
import { runProgram, startDesk } from './support/desk-process.ts'
import { startPostgres } from './support/postgres-server.ts'
import { expect, test } from './fixtures.ts'

const NORTHSIDE = 'nOrthS1deMotorsDealer0000000000000000000101'
let folder = ''
let files = ''
test.beforeAll(() => {
  folder = dataFolder('sample')
  files = mkdtempSync(join(tmpdir(), 'desk-export-'))
})
test.afterAll(() => {
  for (const made of [folder, files]) rmSync(made, { recursive: true, force: true })
})
const run = (args: readonly string[], dataDir = folder) =>
  runProgram(['dist/server/export.js', ...args], { DATA_DIR: dataDir })

test('a whole installation moves to PostgreSQL: the same answers, the same passwords', async () => {
  const postgresFolder = findPostgres()
  test.skip(postgresFolder === undefined, 'There is no PostgreSQL server on this machine.')
  const file = join(files, 'all.ndjson')
  const exported = await run([file])
  expect(exported).toMatchObject({ status: 0, stdout: '' })
  expect(exported.stderr).toMatch(/^Exported 3 dealers, 2 users, 1 service account, \d+ customers\.\n$/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(existsSync(`${file}.part`)).toBe(false)
  expect(readFileSync(file, 'utf8')).not.toContain('demo-dealership')
  // To standard output it is the same.
  expect((await run([])).stdout).toBe(readFileSync(file, 'utf8'))

  const postgres = await startPostgres(postgresFolder ?? '')
  const imported = await runProgram(['dist/server/import.js', file], { DATABASE_URL: postgres.url })
  expect(imported).toMatchObject({ status: 0, stdout: exported.stderr.replace('Exported', 'Imported') })
  const desks = [
    await startDesk(folder, { LOOKUPS_PER_MINUTE: '0' }),
    await startDesk('unused', { DATABASE_URL: postgres.url, LOOKUPS_PER_MINUTE: '0' }),
  ]
  const uuids = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"type":"customer"'))
    .map((line) => (JSON.parse(line) as { customerInfo: { uuid: string } }).customerInfo.uuid)
  const answers = await Promise.all(
    desks.map(async ({ url }) => {
      const signedIn = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'demo', password: 'demo-dealership' }),
      })
      expect(signedIn.status).toBe(200)
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
      const { user, dealers } = (await signedIn.json()) as { user: { uuid: string }; dealers: { uuid: string }[] }
      const body = JSON.stringify({ requesterUserUUID: user.uuid, dealerUUIDList: dealers.map(({ uuid }) => uuid) })
      const headers = { 'content-type': 'application/json', cookie }
      const texts: string[] = []
      for (const uuid of uuids) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const answer = await fetch(`${url}/customer/v2/customer/${uuid}`, { method: 'POST', headers, body })
        // oxlint-disable-next-line no-await-in-loop -- as above
        texts.push(`${answer.status} ${await answer.text()}`)
      }
      return texts
    }),
  )
  expect(answers[0]?.every((text) => text.startsWith('200 '))).toBe(true)
  expect(answers[1]).toEqual(answers[0])
  for (const desk of desks) await desk.stop()
  await postgres.remove()
})

test('the export is in the audit record, and says how it is used', async () => {
  expect(await run(['a', 'b'])).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('npm run export'),
  })
  expect((await run(['--all'])).stderr).toMatch(/^Usage: npm run export -- FILE\.ndjson .*\n$/)
  expect((await run([])).status).toBe(0)
  const desk = await startDesk(folder)
  const signedIn = await fetch(`${desk.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'demo', password: 'demo-dealership' }),
  })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const events = await (await fetch(`${desk.url}/api/audit`, { headers: { cookie } })).text()
  expect(events).toContain('"outcome":"exported"')
  await desk.stop()
})

test('what cannot be written is said in one line, and nothing is left behind', async () => {
  const taken = join(files, 'taken.ndjson')
  writeFileSync(taken, 'mine')
  const refused = async (path: string) => (await run([path])).stderr
  expect(await refused(taken)).toBe(`${taken} is there already. Name a file that is not.\n`)
  expect(readFileSync(taken, 'utf8')).toBe('mine')
  const nowhere = join(files, 'no', 'such.ndjson')
  expect(await refused(nowhere)).toBe(`${nowhere} cannot be written: the folder is not there.\n`)
  const empty = join(files, 'empty')
  expect(await run([], empty)).toMatchObject({
    status: 1,
    stdout: '',
    stderr: 'There is no database in the data folder. Name its folder in DATA_DIR.\n',
  })
  expect(existsSync(empty)).toBe(false)
})

test('an import at the end of a pipe keeps nothing of an export that broke off', async () => {
  const whole = (await run([])).stdout
  const broken = `${whole.slice(0, whole.lastIndexOf('\n', whole.length / 2) + 1)}This export was broken off.\n`
  const target = dataFolder('schema')
  const imported = await runProgram(['dist/server/import.js', '-'], { DATA_DIR: target }, broken)
  expect(imported).toMatchObject({ status: 1, stderr: expect.stringMatching(/is not JSON.*Nothing was imported\.\n$/) })
  expect(whole).toContain(NORTHSIDE)
  rmSync(target, { recursive: true, force: true })
})
