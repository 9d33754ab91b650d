import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram, startDesk } from '#e2e/support/desk-process.ts'
import { sampleAccounts, sampleDealers, sampleLines } from '#src/server/sample/sample-lines.ts'
import { type Config, readDatabaseConfig } from '#src/server/config.ts'
import { openDatabase } from '#src/server/db/open.ts'
import { recordText } from './records.ts'

const [account] = sampleAccounts
const [dealer] = sampleDealers

export type BenchDesk = {
  url: string
  /** Of a signed-in person. */
  cookie: string
  /** The body of every look-up. */
  body: string
  /** Others who are signed in, each with the body of theirs; the first account among them. */
  people: { cookie: string; body: string }[]
  stop(): Promise<void>
}

/** The product with customers of the sizes asked, each under the UUID `bench-` and its number of orders. */
export async function startBenchDesk(
  sizes: readonly number[],
  env: Record<string, string> = {},
  more = 0,
): Promise<BenchDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const file = join(folder, 'customers.ndjson')
  const lines = sizes.map((size) => `{"type":"customer",${recordText(`bench-${size}`, size, dealer.id).slice(1)}`)
  const others = Array.from({ length: more }, (_, n) => ({
    uuid: `bench-person-${n}`,
    token: randomBytes(32).toString('base64url'),
  }))
  for (const { uuid } of others) {
    lines.push(JSON.stringify({ type: 'user', uuid, username: uuid, name: uuid, dealerUUIDs: [dealer.uuid] }))
  }
  writeFileSync(file, [...sampleLines(), ...lines].join('\n'))
  const imported = await runProgram(['dist/server/import.js', file], { DATA_DIR: folder, ...env })
  if (imported.status !== 0) throw new Error(imported.stderr + imported.stdout)
  await openSessions(readDatabaseConfig({ DATA_DIR: folder, ...env }), others)
  const desk = await startDesk(folder, { LOOKUPS_PER_MINUTE: '0', ...env }, { flags: [] })
  const { cookie, userUUID } = await signIn(desk.url)
  const bodyOf = (uuid: string) => JSON.stringify({ requesterUserUUID: uuid, dealerUUIDList: [dealer.uuid] })
  const first = { cookie, body: bodyOf(userUUID) }
  return {
    url: desk.url,
    ...first,
    people: [first, ...others.map(({ uuid, token }) => ({ cookie: `customer-desk=${token}`, body: bodyOf(uuid) }))],
    async stop() {
      await desk.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As if each of them had signed in: hashing hundreds of passwords takes minutes. */
async function openSessions(
  config: Config['database'],
  people: readonly { uuid: string; token: string }[],
): Promise<void> {
  const db = await openDatabase(config, () => {})
  for (const { uuid, token } of people) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    await db.query(
      'insert into sessions (token_hash, staff_uuid, created_at, last_seen_at) values ($1, $2, now(), now())',
      [createHash('sha256').update(token).digest(), uuid],
    )
  }
  await db.close()
}

async function signIn(url: string): Promise<{ cookie: string; userUUID: string }> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account.username, password: account.password }),
  })
  const { user } = (await response.json()) as { user: { uuid: string } }
  return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '', userUUID: user.uuid }
}
