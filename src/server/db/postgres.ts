import { createHash } from 'node:crypto'
import pg from 'pg'
import { connectionFailure } from './connection-failure.ts'
import { type Database, DatabaseUnavailable, type Queries, QueryFailed } from './database.ts'

/** How long a connection may be waited for and a statement may take, both in milliseconds, and how many connections there are. */
type Limits = { connections: number; waitMs: number; statementMs: number }

/** While somebody waits for the answer. A look-up takes a few milliseconds; what takes seconds is in trouble. */
export const SERVING = { waitMs: 1000, statementMs: 3000 } as const
/** For commands and what is done before the first request: migrations, imports, exports. */
export const LONG_JOBS: Limits = { connections: 2, waitMs: 5000, statementMs: 3_600_000 }
/** The server ends a statement that takes too long; a second later the wait for a server that says nothing any more ends. */
const SILENCE_MS = 1000
/** Longer than for the connections after it: names and routes are looked up for the first time. */
const FIRST_CONNECTION_MS = 5000
const OLDEST_VERSION = 15

/** A PostgreSQL server. Many processes may share it. */
export function openPostgres(url: string, onError: (error: Error) => void, limits: Limits): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: limits.connections,
    connectionTimeoutMillis: limits.waitMs,
    statement_timeout: limits.statementMs,
    query_timeout: limits.statementMs + SILENCE_MS,
    idle_in_transaction_session_timeout: limits.statementMs + SILENCE_MS,
    // Every statement finds its rows by key, so no parameter would call for a plan of its own.
    options: '-c plan_cache_mode=force_generic_plan',
  })
  // An idle connection that breaks would end the process if nobody listened; the next query opens another.
  pool.on('error', onError)
  /** @param undo what brings the connection back after a failure; one that cannot be brought back is closed */
  async function lent<T>(work: (client: pg.PoolClient) => Promise<T>, undo: string): Promise<T> {
    const client = await pool.connect().catch(rethrow)
    // While a connection is lent out its pool does not listen; the next query on it says what is wrong.
    client.on('error', onError)
    try {
      const result = await work(client)
      client.release()
      return result
    } catch (error) {
      // What a silent server was asked would only be waited for a second time.
      const isLost = error instanceof QueryFailed && error.isConnectionLost
      const isBroken =
        isLost ||
        (await client.query(undo).then(
          () => false,
          () => true,
        ))
      client.release(isBroken)
      throw error
    } finally {
      client.off('error', onError)
    }
  }

  return {
    ...queries(pool),
    transaction: (work) => lent((client) => transactionOn(client, work), 'rollback'),
    alone: (lock, work) =>
      lent(async (client) => {
        const own = queries(client)
        const [turn] = await own.query<{ is_mine: boolean }>('select pg_try_advisory_lock($1) as is_mine', [lock])
        if (turn?.is_mine !== true) return undefined
        const result = await work({
          ...own,
          async transaction(inside) {
            try {
              return await transactionOn(client, inside)
            } catch (error) {
              await client.query('rollback').catch(rethrow)
              throw error
            }
          },
        })
        await own.query('select pg_advisory_unlock($1)', [lock])
        return result
      }, 'select pg_advisory_unlock_all()'),
    load: () => ({
      inUse: pool.totalCount - pool.idleCount,
      most: limits.connections,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  }
}

async function transactionOn<T>(client: pg.PoolClient, work: (queries: Queries) => Promise<T>): Promise<T> {
  await client.query('begin').catch(rethrow)
  const result = await work(queries(client))
  await client.query('commit').catch(rethrow)
  return result
}

type ServerFacts = { version: number; is_standby: boolean; is_read_only: boolean; encoding: string }

/**
 * Connects once, and looks whether the product can work with what answers.
 * @throws DatabaseUnavailable with one line for the person who starts it
 */
export async function checkServer(url: string): Promise<void> {
  let facts: ServerFacts | undefined
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: FIRST_CONNECTION_MS })
    // What breaks is also what the call below says.
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<ServerFacts>(
      `select current_setting('server_version_num')::int as version, pg_is_in_recovery() as is_standby,
         current_setting('transaction_read_only') = 'on' as is_read_only, current_setting('server_encoding') as encoding`,
    )
    facts = rows[0]
    await client.end()
  } catch (error) {
    throw new DatabaseUnavailable(connectionFailure(error as Error))
  }
  const problem = serverProblem(facts)
  if (problem !== undefined) throw new DatabaseUnavailable(`The PostgreSQL that DATABASE_URL names ${problem}`)
}

/** Why the product cannot work with a server that answers. */
export function serverProblem(facts: ServerFacts | undefined): string | undefined {
  const major = Math.floor((facts?.version ?? 0) / 10_000)
  if (major < OLDEST_VERSION) return `is version ${major}. Take ${OLDEST_VERSION} or a later one.`
  if (facts?.is_standby === true) return 'is a standby, which only reads. Name the primary server in DATABASE_URL.'
  if (facts?.is_read_only === true) {
    return 'is read-only for this role or in this database. Turn off default_transaction_read_only there.'
  }
  if (facts?.encoding !== 'UTF8') {
    return 'has a database that does not hold every letter. Create one with ENCODING UTF8 and name it in DATABASE_URL.'
  }
  return undefined
}

function queries(client: pg.Pool | pg.PoolClient): Queries {
  return {
    query: async (sql, params) => {
      // A name lets the server parse and plan a statement once for each connection.
      const query = params === undefined ? { text: sql } : { name: nameOf(sql), text: sql, values: [...params] }
      return (await client.query(query).catch(rethrow)).rows
    },
  }
}

const names = new Map<string, string>()

/** Statements are written in the code, never put together from what people send, so there are only so many. */
function nameOf(sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  const name = `desk_${createHash('sha256').update(sql).digest('base64url').slice(0, 24)}`
  names.set(sql, name)
  return name
}

function rethrow(error: unknown): never {
  throw new QueryFailed(error)
}
