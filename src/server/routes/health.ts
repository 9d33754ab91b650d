import { Hono } from 'hono'
import type { Deps, Env } from '../deps.ts'

/** For whatever watches the process: is it alive, can it answer look-ups now. */
export function healthRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/healthz', (c) => c.json({ status: 'alive' }))
  routes.get('/readyz', async (c) => {
    const isReady = await deps.source.isReady().catch((error: unknown) => {
      deps.log.error({ err: error, requestId: c.get('requestId') }, 'not ready')
      return false
    })
    return isReady ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503)
  })
  return routes
}
