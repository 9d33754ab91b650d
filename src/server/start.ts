import { pino, type DestinationStream, type Logger } from 'pino'
import { auditLog } from './audit/audit-log.ts'
import { unusualLookUps } from './audit/unusual-look-ups.ts'
import { clashingUsernames } from './auth/accounts.ts'
import { attemptLimit } from './auth/attempt-limit.ts'
import { ownAccount } from './auth/own-account.ts'
import { PASSWORD_COST } from './auth/password.ts'
import { serviceAccounts } from './auth/service-accounts.ts'
import { sessions } from './auth/sessions.ts'
import type { Config } from './config.ts'
import { postgresSource } from './customers/postgres-source.ts'
import { recentCustomers } from './customers/recent-customers.ts'
import { upstreamSource } from './customers/upstream-source.ts'
import { openServing, type ServingDatabase } from './db/open.ts'
import { excessRights } from './db/rights.ts'
import type { Deps } from './deps.ts'
import { makeMetrics } from './operation/metrics.ts'
import { loadSample } from './sample/load-sample.ts'
import { sampleLinks } from './sample/sample-links.ts'
import { keyFile } from './second-factor/key-file.ts'
import { secondFactors } from './second-factor/second-factor.ts'
import { identityProvider } from './single-sign-on/provider.ts'
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
  let isSample = false
  const onError = (error: Error) => log.error({ err: error }, 'database connection lost')
  const databases = await openServing(config.database, onError, async (db) => {
    for (const clash of await clashingUsernames(db)) log.warn(clash)
    const excess = config.database.kind === 'postgres' ? await excessRights(db) : undefined
    if (excess !== undefined) log.warn(excess)
    isSample = config.sampleData && (await loadSample(db))
  })
  return assembleDeps({
    config: { ...config, secondFactorKey: config.secondFactorKey ?? ownKey(config) },
    databases,
    log,
    now: () => new Date(),
    sampleLinks: isSample ? sampleLinks : undefined,
    files,
  })
}

/** A database in a folder has room for a key beside it, so that nobody has to set one. */
function ownKey({ database, secondFactor, localAccounts }: Config): string | undefined {
  const isWanted = secondFactor !== 'off' && localAccounts
  return isWanted && database.kind === 'embedded' ? keyFile(database.folder) : undefined
}

type Given = Pick<Deps, 'config' | 'log' | 'now' | 'sampleLinks' | 'files'> & {
  databases: ServingDatabase
  /** What hashing a password costs; only tests take less than the default. */
  passwordCost?: number
}

/** Everything that is made out of what is given; tests give a database in memory and a clock of their own. */
export function assembleDeps(given: Given): Deps {
  const { passwordCost = PASSWORD_COST, ...rest } = given
  const { config, databases, log, now } = rest
  const { db } = databases
  const attempts = attemptLimit(db, config.kept.knownAddressDays)
  const source = config.upstream === undefined ? postgresSource(db) : upstreamSource(config.upstream, db, log)
  const metrics = makeMetrics({ databases, circuit: () => source.circuit() })
  return {
    ...rest,
    db,
    isStopping: false,
    source,
    sessions: sessions(db, attempts, config, now, passwordCost),
    account: ownAccount(db, attempts, config, now, passwordCost),
    secondFactor: secondFactors(db, attempts, config, now),
    serviceAccounts: serviceAccounts(db, attempts, passwordCost),
    provider: config.singleSignOn === undefined ? undefined : identityProvider(config.singleSignOn, config.publicUrl),
    audit: metrics.watchingAudit(auditLog(databases.audit, log, now, config.auditKey)),
    metrics,
    unusual: unusualLookUps(db, { limits: config.unusual, timeZone: config.timeZone }, now, metrics.marked),
    recents: recentCustomers(db, now, (error) => log.error({ err: error }, 'recent customers were not remembered')),
  }
}

/** Lets go of the connections that {@link makeDeps} opened. */
export async function closeDeps(deps: Deps): Promise<void> {
  await Promise.all([deps.audit.close(), deps.recents.close()])
  await deps.source.close()
  await Promise.all([...new Set(Object.values(deps.databases))].map((database) => database.close()))
}
