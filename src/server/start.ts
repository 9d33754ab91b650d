import { pino, type DestinationStream, type Logger } from 'pino'
import { auditLog } from './audit/audit-log.ts'
import { serviceAccounts } from './auth/service-accounts.ts'
import { sessions } from './auth/sessions.ts'
import type { Config } from './config.ts'
import { postgresSource } from './customers/postgres-source.ts'
import { upstreamSource } from './customers/upstream-source.ts'
import { openDatabase } from './db/open.ts'
import type { Deps } from './deps.ts'
import { loadSample } from './sample/load-sample.ts'
import { sampleLinks } from './sample/sample-links.ts'
import type { StaticFiles } from './static-files.ts'

/** One JSON line an event; nothing personal belongs in it. */
export function makeLogger(destination?: DestinationStream): Logger {
  const options = { base: { service: 'customer-desk' }, timestamp: pino.stdTimeFunctions.isoTime }
  return destination === undefined ? pino(options) : pino(options, destination)
}

/**
 * Opens the database and makes what requests need.
 * @throws DatabaseUnavailable
 */
export async function makeDeps(config: Config, log: Logger, files: StaticFiles | undefined): Promise<Deps> {
  const db = await openDatabase(config.database, (error) => log.error({ err: error }, 'database connection lost'))
  const isSample = config.sampleData && (await loadSample(db))
  const now = () => new Date()
  return {
    config,
    db,
    source: config.upstream === undefined ? postgresSource(db) : upstreamSource(config.upstream, db, log),
    sessions: sessions(db, config.session, now),
    serviceAccounts: serviceAccounts(db),
    audit: auditLog(db, log, now),
    log,
    now,
    sampleLinks: isSample ? sampleLinks : undefined,
    files,
  }
}

/** Lets go of the connections that {@link makeDeps} opened. */
export async function closeDeps(deps: Deps): Promise<void> {
  await deps.source.close()
  await deps.db.close()
}
