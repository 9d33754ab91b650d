import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import { readConfig, SettingError } from './config.ts'
import { DatabaseUnavailable } from './db/database.ts'
import type { Deps } from './deps.ts'
import { listenProblem, makeServer } from './listen.ts'
import { closeDeps, keepAuditShort, makeDeps, makeLogger } from './start.ts'
import { startText } from './start-text.ts'
import { readStaticFiles } from './static-files.ts'

const CLIENT_FOLDER = fileURLToPath(new URL('../client', import.meta.url))
/** Longest wait for requests that are being answered when the process is told to stop. */
const STOP_MS = 10_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = makeLogger()
  if (config.isHttps && config.isOnLoopback && !config.hasProxies) {
    log.warn(
      'TRUSTED_PROXIES is not set: behind a proxy every request seems to come from it, in the audit record and in the limits of sign-in',
    )
  }
  const deps = await makeDeps(config, log, readStaticFiles(CLIENT_FOLDER))
  const app = createApp(deps)
  const server = makeServer(app, deps)
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(listenProblem(error.code))
    void closeDeps(deps).finally(() => process.exit(1))
  })
  server.listen(config.port, config.host, () => console.log(startText(deps)))
  keepAuditShort(deps)
  stopOnSignal(server, deps)
}

/** Answers what is under way, then closes the database. A second signal ends at once. */
function stopOnSignal(server: Server, deps: Deps): void {
  let isStopping = false
  const stop = (signal: string) => {
    if (isStopping) process.exit(1)
    isStopping = true
    deps.log.info({ signal }, 'stopping')
    const force = setTimeout(() => server.closeAllConnections(), STOP_MS)
    server.close(() => {
      clearTimeout(force)
      closeDeps(deps).then(
        () => process.exit(0),
        (error: unknown) => {
          deps.log.error({ err: error }, 'the database did not close')
          process.exit(1)
        },
      )
    })
    server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof SettingError) && !(error instanceof DatabaseUnavailable)) throw error
  console.error(error.message)
  process.exit(1)
}
