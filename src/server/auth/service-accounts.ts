import { createHmac, randomBytes } from 'node:crypto'
import type { DealerName } from '#src/contract/desk/session.ts'
import { isStorable } from '#src/contract/scalars.ts'
import type { Database } from '../db/database.ts'
import type { AttemptLimit } from './attempt-limit.ts'
import { type Caller, dealersJson } from './caller.ts'
import { checkPassword, hashPassword } from './password.ts'
import { asNamed, foldUsername, NAMED } from './username.ts'

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
    const [row] = await db.query<Row>(
      `select a.username, a.password_hash as hash, ${dealersJson('service_account_dealers', 'link.username = a.username')} as dealers
       from (select * from service_accounts where ${NAMED}) a where not a.is_disabled`,
      asNamed(username),
    )
    return row
  }
  const digestOf = (password: string, username: string, hash: string | undefined) =>
    createHmac('sha256', key)
      .update(JSON.stringify([username, password, hash]))
      .digest('base64')

  async function find(authorization: string, address: string | undefined): Promise<Found> {
    const credentials = parseBasic(authorization)
    if (credentials === undefined) return { isIn: false, username: undefined }
    const { password } = credentials
    const row = await rowOf(credentials.username)
    const username = row?.username ?? foldUsername(credentials.username)
    const digest = digestOf(password, username, row?.hash)
    if (row === undefined || !remembered.has(digest)) {
      const attempt = { account: `service ${username}`, address, credentials: digest }
      const hash = await attempts.look(attempt, () => rightHash(row, password))
      if (row === undefined || hash === undefined) return { isIn: false, username: row?.username }
      if (remembered.size >= MAX_REMEMBERED) remembered.clear()
      remembered.add(digestOf(password, username, hash))
    }
    return { isIn: true, caller: { kind: 'service', username, dealers: row.dealers } }
  }

  /** The hash of a password that is right, made anew where it should be; undefined for a wrong one. */
  async function rightHash(row: Row | undefined, password: string): Promise<string | undefined> {
    const { isRight, isOutdated } = await checkPassword(password, row?.hash, passwordCost)
    if (row === undefined || !isRight) return undefined
    if (!isOutdated) return row.hash
    const hash = await hashPassword(password, passwordCost)
    const made = [row.username, row.hash, hash]
    await db.query('update service_accounts set password_hash = $3 where username = $1 and password_hash = $2', made)
    return hash
  }

  return {
    find,
    async named(authorization) {
      const username = parseBasic(authorization)?.username
      return username === undefined ? undefined : (await rowOf(username))?.username
    },
  }
}

type Row = { username: string; hash: string; dealers: DealerName[] }

function parseBasic(authorization: string): { username: string; password: string } | undefined {
  const match = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(authorization)
  if (match === null) return undefined
  const text = Buffer.from(match[1] ?? '', 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 1 || text.length > 512 || !isStorable(text)) return undefined
  return { username: text.slice(0, colon), password: text.slice(colon + 1) }
}
