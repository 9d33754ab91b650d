import { createHmac, randomBytes } from 'node:crypto'
import type { DealerName } from '#src/contract/desk/session.ts'
import { isStorable } from '#src/contract/scalars.ts'
import type { Database } from '../db/database.ts'
import type { AttemptLimit } from './attempt-limit.ts'
import { type Caller, dealersJson } from './caller.ts'
import { isPassword } from './password.ts'

const MAX_REMEMBERED = 1000

type Found =
  | { isIn: true; caller: Caller }
  /** `username` is that of an account there is; for the record only. */
  | { isIn: false; username: string | undefined }

/** Finds the service account that HTTP Basic credentials belong to. */
export type ServiceAccounts = {
  /** @throws DeskError 429 or 503 when the password is not looked at now */
  find(authorization: string, address: string | undefined): Promise<Found>
  /** The username of an account there is, that the credentials name; for the record only. */
  named(authorization: string): Promise<string | undefined>
}

export function serviceAccounts(db: Database, attempts: AttemptLimit, passwordCost: number): ServiceAccounts {
  // A program sends its password with every request and a hash takes a third of a second, so credentials
  // that were right are remembered, only as a keyed digest that also covers the stored hash.
  const key = randomBytes(32)
  const remembered = new Set<string>()

  const rowOf = async (username: string) => {
    const [row] = await db.query<{ hash: string; dealers: DealerName[] }>(
      `select a.password_hash as hash, ${dealersJson('service_account_dealers', 'link.username = a.username')} as dealers
       from service_accounts a where a.username = $1 and not a.is_disabled`,
      [username],
    )
    return row
  }

  async function find(authorization: string, address: string | undefined): Promise<Found> {
    const credentials = parseBasic(authorization)
    if (credentials === undefined) return { isIn: false, username: undefined }
    const row = await rowOf(credentials.username)
    const digest = createHmac('sha256', key)
      .update(JSON.stringify([credentials, row?.hash]))
      .digest('base64')
    if (row === undefined || !remembered.has(digest)) {
      const attempt = await attempts.begin(`service ${credentials.username}`, address)
      const isRight = await attempt.during(isPassword(credentials.password, row?.hash, passwordCost))
      if (row === undefined || !isRight) return { isIn: false, username: row && credentials.username }
      await attempt.succeeded()
      if (remembered.size >= MAX_REMEMBERED) remembered.clear()
      remembered.add(digest)
    }
    return { isIn: true, caller: { kind: 'service', username: credentials.username, dealers: row.dealers } }
  }

  return {
    find,
    async named(authorization) {
      const username = parseBasic(authorization)?.username
      return username !== undefined && (await rowOf(username)) !== undefined ? username : undefined
    },
  }
}

function parseBasic(authorization: string): { username: string; password: string } | undefined {
  const match = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)
  if (match === null) return undefined
  const text = Buffer.from(match[1] ?? '', 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 1 || text.length > 512 || !isStorable(text)) return undefined
  return { username: text.slice(0, colon), password: text.slice(colon + 1) }
}
