import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres } from '../scripts/postgres.mjs'
import { makeRoles } from './support/database-roles.ts'
import { runProgram, startDesk } from './support/desk-process.ts'
import { startPostgres } from './support/postgres-server.ts'
import { productFolder } from './support/product-folder.ts'
import { anaLooksUp, anaSignsIn, oneCustomer } from './support/one-customer.ts'
import { expect, test } from './fixtures.ts'

test('the product runs without its build tools, out of a folder it cannot write to, as any user', async () => {
  const product = productFolder()
  const { place } = product
  const before = product.paths()
  const postgresFolder = findPostgres()
  const postgres = postgresFolder === undefined ? undefined : await startPostgres(postgresFolder)
  const data = mkdtempSync(join(tmpdir(), 'desk-product-data-'))
  if (place.uid !== undefined) chownSync(data, place.uid, place.uid)
  // No home, and nothing to be had in the folder for temporary files.
  const own = { HOME: '/nonexistent', TMPDIR: place.cwd ?? '' }
  let env: Record<string, string> = own
  if (postgres !== undefined && postgresFolder !== undefined) {
    const { owner, server } = makeRoles(postgresFolder, postgres.url)
    const migrated = await runProgram(['dist/server/migrate.js'], { ...own, DATABASE_URL: owner }, '', place)
    expect(migrated).toMatchObject({ status: 0, stderr: '' })
    env = { ...own, DATABASE_URL: server }
  }

  const imported = await runProgram(['dist/server/import.js', '-'], { ...env, DATA_DIR: data }, oneCustomer, place)
  expect(imported).toMatchObject({ status: 0, stdout: 'Imported 1 dealer, 1 user, 1 customer.\n', stderr: '' })

  const desk = await startDesk(data, env, place)
  const signedIn = await fetch(`${desk.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: anaSignsIn,
  })
  expect(signedIn.status).toBe(200)
  const answer = await fetch(`${desk.url}/customer/v2/customer/c`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' },
    body: anaLooksUp,
  })
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { customerInfo: { uuid: 'c', dealerId: 17, fname: 'Petra', lname: 'Gray' } },
  ])
  const page = await (await fetch(desk.url)).text()
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]
  expect((await fetch(`${desk.url}${script}`)).status).toBe(200)
  expect(await desk.stop()).toBe(0)

  const exported = await runProgram(['dist/server/export.js'], { ...env, DATA_DIR: data }, '', place)
  expect(exported.stdout).toContain('"fname":"Petra"')
  expect(product.paths()).toEqual(before)
  await postgres?.remove()
  product.remove()
  rmSync(data, { recursive: true, force: true })
})
