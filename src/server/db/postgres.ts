import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Database, type Queries, QueryFailed } from './database.ts'

const STATEMENT_MS = 30_000

/** A PostgreSQL server. Many processes may share it. */
export function openPostgres(url: string, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 2000,
    statement_timeout: STATEMENT_MS,
    // The server ends a statement that takes too long; this ends the wait for a server that says nothing any more.
    query_timeout: STATEMENT_MS + 2000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // An idle connection that breaks would end the process if nobody listened; the next query opens another.
  pool.on('error', onError)
  return {
    ...queries(pool),
    async transaction(work) {
      const client = await pool.connect().catch(rethrow)
      // While a connection is lent out its pool does not listen; the next query on it says what is wrong.
      client.on('error', onError)
      try {
        await client.query('begin')
        const result = await work(queries(client))
        await client.query('commit')
        client.release()
        return result
      } catch (error) {
        const broken = await client.query('rollback').then(
          () => false,
          () => true,
        )
        client.release(broken)
        throw error
      } finally {
        client.off('error', onError)
      }
    },
    close: () => pool.end(),
  }
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
