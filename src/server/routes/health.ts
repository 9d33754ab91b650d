import { Hono } from 'hono'
import type { Readiness } from '#src/contract/desk/health.ts'
import type { Deps, Env } from '../deps.ts'

/** For whatever watches the process: is it alive, can it answer look-ups now. */
export function healthRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/healthz', (c) => c.json({ status: 'alive' }))
  routes.get('/readyz', async (c) => {
    const upstream = deps.source.circuit()
    const hasDatabase = await inTime(deps.databases.health.query('select 1', [])).then(
      () => true,
      (error: unknown) => {
        deps.log.error({ err: error, requestId: c.get('requestId') }, 'not ready')
        return false
      },
    )
    const isReady = hasDatabase && upstream !== 'open' && !deps.isStopping
    const readiness: Readiness = { status: isReady ? 'ready' : 'not ready', ...(upstream && { upstream }) }
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
