import { pino, type DestinationStream, type Logger } from 'pino'
import { purgeAudit } from './audit/audit-list.ts'
import { auditLog } from './audit/audit-log.ts'
import { clashingUsernames } from './auth/accounts.ts'
import { attemptLimit, purgeAttempts } from './auth/attempt-limit.ts'
import { ownAccount } from './auth/own-account.ts'
import { PASSWORD_COST } from './auth/password.ts'
import { serviceAccounts } from './auth/service-accounts.ts'
import { sessions } from './auth/sessions.ts'
import type { Config } from './config.ts'
import { postgresSource } from './customers/postgres-source.ts'
import { upstreamSource } from './customers/upstream-source.ts'
import { openDatabase, prepare } from './db/open.ts'
import type { Deps } from './deps.ts'
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
  const db = await openDatabase(config.database, (error) => log.error({ err: error }, 'database connection lost'))
  const isSample = await prepare(db, config.database, async () => {
    for (const clash of await clashingUsernames(db)) log.warn(clash)
    return config.sampleData && (await loadSample(db))
  })
  return assembleDeps({
    config: { ...config, secondFactorKey: config.secondFactorKey ?? ownKey(config) },
    db,
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

type Given = Pick<Deps, 'config' | 'db' | 'log' | 'now' | 'sampleLinks' | 'files'> & {
  /** What hashing a password costs; only tests take less than the default. */
  passwordCost?: number
}

/** Everything that is made out of what is given; tests give a database in memory and a clock of their own. */
export function assembleDeps(given: Given): Deps {
  const { passwordCost = PASSWORD_COST, ...rest } = given
  const { config, db, log, now } = rest
  const attempts = attemptLimit(db)
  return {
    ...rest,
    source: config.upstream === undefined ? postgresSource(db) : upstreamSource(config.upstream, db, log),
    sessions: sessions(db, attempts, config, now, passwordCost),
    account: ownAccount(db, attempts, config, now, passwordCost),
    secondFactor: secondFactors(db, attempts, config, now),
    serviceAccounts: serviceAccounts(db, attempts, passwordCost),
    provider: config.singleSignOn === undefined ? undefined : identityProvider(config.singleSignOn, config.publicUrl),
    audit: auditLog(db, log, now),
  }
}

const PURGE_EVERY_MS = 6 * 3_600_000

/** Lets go of audit events and attempts to sign in that have been kept long enough, now and every few hours. */
export function keepAuditShort(deps: Deps): void {
  const purge = () =>
    purgeAudit(deps.db, deps.config.auditDays, deps.now()).then(
      (events) => (events > 0 ? deps.log.info({ events }, 'audit events are past their time and gone') : undefined),
      (error: unknown) => deps.log.error({ err: error }, 'old audit events could not be let go'),
    )
  const forget = () =>
    purgeAttempts(deps.db, deps.now()).catch((error: unknown) =>
      deps.log.error({ err: error }, 'old attempts to sign in could not be let go'),
    )
  const clean = () => void Promise.all([purge(), forget()])
  clean()
  setInterval(clean, PURGE_EVERY_MS).unref()
}

/** Lets go of the connections that {@link makeDeps} opened. */
export async function closeDeps(deps: Deps): Promise<void> {
  await deps.source.close()
  await deps.db.close()
}
