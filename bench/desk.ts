import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram, startDesk } from '#e2e/support/desk-process.ts'
import { sampleAccounts, sampleDealers, sampleLines } from '#src/server/sample/sample-lines.ts'
import { recordText } from './records.ts'

const [account] = sampleAccounts
const [dealer] = sampleDealers

export type BenchDesk = {
  url: string
  /** Of a signed-in person. */
  cookie: string
  /** The body of every look-up. */
  body: string
  stop(): Promise<void>
}

/** The product with customers of the sizes asked, each under the UUID `bench-` and its number of orders. */
export async function startBenchDesk(sizes: readonly number[], env: Record<string, string> = {}): Promise<BenchDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  const file = join(folder, 'customers.ndjson')
  const lines = sizes.map((size) => `{"type":"customer",${recordText(`bench-${size}`, size, dealer.id).slice(1)}`)
  writeFileSync(file, [...sampleLines(), ...lines].join('\n'))
  const imported = await runProgram(['dist/server/import.js', file], { DATA_DIR: folder, ...env })
  if (imported.status !== 0) throw new Error(imported.stderr + imported.stdout)
  const desk = await startDesk(folder, { LOOKUPS_PER_MINUTE: '0', ...env })
  const { cookie, userUUID } = await signIn(desk.url)
  return {
    url: desk.url,
    cookie,
    body: JSON.stringify({ requesterUserUUID: userUUID, dealerUUIDList: [dealer.uuid] }),
    async stop() {
      await desk.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
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
