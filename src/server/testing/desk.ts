import type { Hono } from 'hono'
import { fullRecord } from '#src/contract/full-record.ts'
import { ExactNumber, printExact } from '#src/contract/exact-json.ts'
import { createApp } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import type { Database } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import type { Deps, Env } from '../deps.ts'
import { importLines } from '../import/import-lines.ts'
import { assembleDeps, makeLogger } from '../start.ts'
import { copiesOf } from './memory-database.ts'

export const dealers = {
  north: { id: 17, uuid: 'dealer-north', name: 'Northside Motors' },
  south: { id: 18, uuid: 'dealer-south', name: 'Southside Motors' },
  other: { id: 19, uuid: 'dealer-other', name: 'Other Motors' },
} as const
export const staff = { uuid: 'staff-1', username: 'ana', name: 'Ana Ruiz', password: 'correct horse battery' } as const
/** Another person, at one dealer only. */
const colleague = { uuid: 's2', username: 'ben', name: 'Ben', password: 'another password' } as const
/** The line of an import file that makes them. */
export const colleagueLine = JSON.stringify({ type: 'user', ...colleague, dealerUUIDs: [dealers.north.uuid] })
const service = { username: 'api', password: 'service key' } as const
export const FULL = 'customer-full'

const accounts = [
  ...Object.values(dealers).map((dealer) => JSON.stringify({ type: 'dealer', ...dealer })),
  JSON.stringify({ type: 'user', ...staff, dealerUUIDs: [dealers.north.uuid, dealers.south.uuid] }),
  JSON.stringify({ type: 'service', ...service, dealerUUIDs: [dealers.north.uuid] }),
]

/** The full record as a customer of the first dealer, with an order of it. */
export const fullCustomer = fullRecord({
  'customerInfo.uuid': FULL,
  'customerInfo.dealerId': dealers.north.id,
  'dealerOrderInfoList.dealer_id': dealers.north.id,
  'dealerOrderInfoList.dealerOrder_id': new ExactNumber('9223372036854775807'),
  'dealerOrderInfoList.transactions.ccNumber': '4242',
})

/** One customer line of an import file. */
const customerLine = (body: unknown): string => printExact({ type: 'customer', ...(body as object) })

/** A customer of a dealer with what a test wants to say about it. */
export const customer = (uuid: string, more: object = {}, info: object = {}): string =>
  customerLine({ customerInfo: { uuid, dealerId: dealers.north.id, fname: 'Test', ...info }, ...more })

/** Hashes of passwords that take a millisecond, where their cost is not what is tested. */
export const TEST_PASSWORD_COST = 2 ** 8

const dealership = copiesOf(async (db) => {
  await migrate(db)
  await importLines(db, [...accounts, customerLine(fullCustomer.body)], { passwordCost: TEST_PASSWORD_COST })
})

export type Desk = {
  app: Hono<Env>
  db: Database
  deps: Deps
  /** Log lines so far. */
  logs: string[]
  /** The clock; tests move it. */
  clock: { now: Date }
  /** Signs in and returns the Cookie header. */
  signIn(username?: string, password?: string): Promise<string>
  lookUp(uuid: string, options?: LookUpOptions): Promise<Response>
}

type LookUpOptions = { headers?: Record<string, string>; body?: unknown; query?: string; signal?: AbortSignal }

/** The whole server on a database in memory, without a port. */
export async function makeDesk({
  env = {},
  lines = [],
}: { env?: Record<string, string>; lines?: readonly string[] } = {}): Promise<Desk> {
  const config: Config = readConfig({ TIME_ZONE: 'UTC', ...env })
  const db = await dealership()
  if (lines.length > 0) await importLines(db, lines, { passwordCost: TEST_PASSWORD_COST })
  const logs: string[] = []
  const clock = { now: new Date('2026-11-23T12:00:00Z') }
  const now = () => clock.now
  const log = makeLogger({ write: (line) => void logs.push(line) })
  const deps = assembleDeps({
    config,
    databases: { db, audit: db, health: db },
    log,
    now,
    sampleLinks: undefined,
    files: undefined,
    passwordCost: TEST_PASSWORD_COST,
  })
  const app = createApp(deps)
  return {
    app,
    db,
    deps,
    logs,
    clock,
    async signIn(username = staff.username, password = staff.password) {
      const response = await app.request('/api/session', json('POST', { username, password }))
      return response.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
    async lookUp(uuid, { headers = basic(), body = requestBody(), query = '', signal } = {}) {
      const init = { ...json('POST', body, headers), ...(signal && { signal }) }
      return app.request(`/customer/v2/customer/${uuid}${query}`, init)
    },
  }
}

export const requestBody = (
  dealerUUIDList: unknown = [dealers.north.uuid],
  requesterUserUUID: unknown = staff.uuid,
) => ({
  requesterUserUUID,
  dealerUUIDList,
})

export function json(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

export function basic(username: string = service.username, password: string = service.password) {
  return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` }
}

/** The first error of a failure's body. */
export async function errorOf(
  response: Response,
): Promise<{ errorCode: number; errorTitle: string; errorMessage: string }> {
  const body = (await response.json()) as { errors: { errorCode: number; errorTitle: string; errorMessage: string }[] }
  const [error] = body.errors
  if (error === undefined) throw new Error('no error in the body')
  return error
}
