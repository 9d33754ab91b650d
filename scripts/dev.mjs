// npm run dev: app and server on one port; the app changes in place, the server starts anew.
import { getRequestListener } from '@hono/node-server'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createVite } from 'vite'
import { compileLanguages } from './languages.mjs'

if (existsSync('.env')) process.loadEnvFile('.env')

compileLanguages()

const API = /^\/(?:api|customer|healthz|readyz|openapi\.json)(?:[/?]|$)/
const http = createServer()
const vite = await createVite({
  appType: 'custom',
  server: { middlewareMode: true, ws: { server: http }, hmr: { server: http } },
})

/** @type {{ deps: import('../src/server/deps.ts').Deps, listener: ReturnType<typeof getRequestListener> } | undefined} */
let desk

async function startDesk() {
  /** @type {typeof import('../src/server/start.ts')} */
  const { makeDeps, makeLogger } = /** @type {any} */ (await vite.ssrLoadModule('/src/server/start.ts'))
  const { readConfig } = await vite.ssrLoadModule('/src/server/config.ts')
  const { createApp } = await vite.ssrLoadModule('/src/server/app.ts')
  const deps = await makeDeps(readConfig(process.env), makeLogger(), undefined)
  desk = { deps, listener: getRequestListener(createApp(deps).fetch) }
  return deps
}

/** One restart after the other, however fast files change. */
let restarting = Promise.resolve()
vite.watcher.on('change', (file) => {
  const isOfServer = (vite.environments.ssr?.moduleGraph.getModulesByFile(file)?.size ?? 0) > 0
  if (!isOfServer) return
  restarting = restarting
    .then(async () => {
      await desk?.deps.db.close()
      desk = undefined
      await startDesk()
      console.log('Server started anew.')
    })
    // A mistake in a file is shown; the next change tries again.
    .catch((error) => console.error(error))
})

http.on('request', (request, response) => {
  const url = request.url ?? '/'
  if (API.test(url)) {
    void restarting.then(() => {
      if (desk === undefined) response.writeHead(503).end('The server did not start; see the terminal.')
      else void desk.listener(request, response)
    })
    return
  }
  vite.middlewares(request, response, async () => {
    try {
      const html = await vite.transformIndexHtml(url, readFileSync('index.html', 'utf8'))
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
})

try {
  const deps = await startDesk()
  const { startText } = await vite.ssrLoadModule('/src/server/start-text.ts')
  http.listen(deps.config.port, deps.config.host, () => console.log(startText(deps)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    void (desk?.deps.db.close() ?? Promise.resolve()).finally(() => process.exit(0))
  })
}
