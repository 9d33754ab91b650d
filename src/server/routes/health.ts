import { Hono } from 'hono'
import type { Deps, Env } from '../deps.ts'

/** For whatever watches the process: is it alive, can it answer look-ups now. */
export function healthRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  routes.get('/healthz', (c) => c.json({ status: 'alive' }))
  routes.get('/readyz', async (c) => {
    const { isReady, upstream } = await deps.source.health().catch((error: unknown) => {
      deps.log.error({ err: error, requestId: c.get('requestId') }, 'not ready')
      return { isReady: false, upstream: undefined }
    })
    return c.json({ status: isReady ? 'ready' : 'not ready', ...(upstream && { upstream }) }, isReady ? 200 : 503)
  })
  return routes
}
