import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createApp } from './app.ts'
import { readConfig, SettingError } from './config.ts'
import { DatabaseUnavailable } from './db/database.ts'
import type { Deps } from './deps.ts'
import { listenProblem, makeServer } from './listen.ts'
import { startJobs } from './operation/jobs.ts'
import { makeMetricsServer } from './operation/metrics-server.ts'
import { closeDeps, makeDeps, makeLogger } from './start.ts'
import { startText } from './start-text.ts'
import { readStaticFiles } from './static-files.ts'

const CLIENT_FOLDER = fileURLToPath(new URL('../client', import.meta.url))
/** Longest wait for clients to leave by themselves, when the process is told to stop, and for what is being answered then. */
const LEAVE_MS = 1000
const STOP_MS = 8000

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
  const end = (line: string) => {
    console.error(line)
    void closeDeps(deps).finally(() => process.exit(1))
  }
  server.on('error', (error: NodeJS.ErrnoException) => end(listenProblem(error.code)))
  const listen = () => server.listen(config.port, config.host, () => console.log(startText(deps)))
  if (config.metricsAddress === undefined) listen()
  else {
    const { host, port } = config.metricsAddress
    makeMetricsServer(deps)
      .on('error', (error: NodeJS.ErrnoException) =>
        end(listenProblem(error.code, 'METRICS_ADDRESS', 'METRICS_ADDRESS')),
      )
      .listen(port, host, listen)
  }
  startJobs(deps)
  stopOnSignal(server, deps)
}

/**
 * Says that it is not ready and asks clients to close their connections with the next answer, so that none is closed under a
 * request; then listens no more, answers what is under way, and closes the database. A second signal ends at once.
 */
function stopOnSignal(server: Server, deps: Deps): void {
  const stop = async (signal: string) => {
    if (deps.isStopping) process.exit(1)
    deps.isStopping = true
    deps.log.info({ signal }, 'stopping')
    await untilLeft(server)
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
  process.on('SIGTERM', (signal) => void stop(signal))
  process.on('SIGINT', (signal) => void stop(signal))
}

/** Waits until nobody is connected any more, but not for long. */
async function untilLeft(server: Server): Promise<void> {
  const connections = promisify(server.getConnections.bind(server))
  for (const until = Date.now() + LEAVE_MS; Date.now() < until;) {
    // oxlint-disable no-await-in-loop -- asked again and again
    if ((await connections()) === 0) return
    await sleep(20)
    // oxlint-enable no-await-in-loop
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof SettingError) && !(error instanceof DatabaseUnavailable)) throw error
  console.error(error.message)
  process.exit(1)
}
