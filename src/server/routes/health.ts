import { Hono } from 'hono'
import type { Readiness } from '#src/contract/desk/health.ts'
import { schemaVersion } from '../db/migrate.ts'
import type { Deps, Env } from '../deps.ts'

/** For whatever watches the process: is it alive, can it answer look-ups now. */
export function healthRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/healthz', (c) => c.json({ status: 'alive' }))
  routes.get('/readyz', async (c) => {
    const upstream = deps.source.circuit()
    const version = await inTime(schemaVersion(deps.databases.health)).catch((error: unknown) => {
      deps.log.error({ err: error, requestId: c.get('requestId') }, 'not ready')
      return undefined
    })
    const isReady = version !== undefined && upstream !== 'open' && !deps.isStopping
    const readiness: Readiness = {
      status: isReady ? 'ready' : 'not ready',
      ...(version !== undefined && { schemaVersion: version }),
      ...(upstream && { upstream }),
    }
    return c.json(readiness, isReady ? 200 : 503)
  })
  return routes
}

const LIMIT_MS = 1000

/** Whoever asks wants to know now; a database that is silent is not ready. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${LIMIT_MS} ms`)), LIMIT_MS)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
