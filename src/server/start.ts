import { pino, type DestinationStream, type Logger } from 'pino'
import { keepAudit } from './audit/keep-audit.ts'
import { auditLog } from './audit/audit-log.ts'
import { purgeMarks, unusualLookUps } from './audit/unusual-look-ups.ts'
import { clashingUsernames } from './auth/accounts.ts'
import { attemptLimit, purgeAttempts } from './auth/attempt-limit.ts'
import { ownAccount } from './auth/own-account.ts'
import { PASSWORD_COST } from './auth/password.ts'
import { serviceAccounts } from './auth/service-accounts.ts'
import { sessions } from './auth/sessions.ts'
import type { Config } from './config.ts'
import { purgeLooks } from './customers/last-looks.ts'
import { postgresSource } from './customers/postgres-source.ts'
import { recentCustomers } from './customers/recent-customers.ts'
import { upstreamSource } from './customers/upstream-source.ts'
import { openServing, type ServingDatabase } from './db/open.ts'
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
  let isSample = false
  const onError = (error: Error) => log.error({ err: error }, 'database connection lost')
  const databases = await openServing(config.database, onError, async (db) => {
    for (const clash of await clashingUsernames(db)) log.warn(clash)
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
  const attempts = attemptLimit(db)
  return {
    ...rest,
    db,
    isStopping: false,
    source: config.upstream === undefined ? postgresSource(db) : upstreamSource(config.upstream, db, log),
    sessions: sessions(db, attempts, config, now, passwordCost),
    account: ownAccount(db, attempts, config, now, passwordCost),
    secondFactor: secondFactors(db, attempts, config, now),
    serviceAccounts: serviceAccounts(db, attempts, passwordCost),
    provider: config.singleSignOn === undefined ? undefined : identityProvider(config.singleSignOn, config.publicUrl),
    audit: auditLog(databases.audit, log, now, config.auditKey),
    unusual: unusualLookUps(db, { limits: config.unusual, timeZone: config.timeZone }, now),
    recents: recentCustomers(db, now, (error) => log.error({ err: error }, 'recent customers were not remembered')),
  }
}

const PURGE_EVERY_MS = 6 * 3_600_000

/** Lets go of what has been kept long enough, now and every few hours; each by itself, so that one failure is one. */
export function purgeRegularly(deps: Deps): void {
  const { db, databases, config, log } = deps
  const purges: readonly [what: string, purge: (now: Date) => Promise<unknown>][] = [
    [
      'audit events',
      async (now) => {
        const gone = await keepAudit(databases.audit, config.auditDays, now)
        if (gone.months + gone.rows > 0) log.info(gone, 'audit events are past their time and gone')
      },
    ],
    ['attempts to sign in', (now) => purgeAttempts(db, now)],
    ['marks in the audit record', (now) => purgeMarks(db, config.auditDays, now)],
    ['looks at customers', (now) => purgeLooks(db, now)],
  ]
  const clean = () => {
    for (const [what, purge] of purges) {
      purge(deps.now()).catch((error: unknown) => log.error({ err: error }, `old ${what} could not be let go`))
    }
  }
  clean()
  setInterval(clean, PURGE_EVERY_MS).unref()
}

const LOOK_EVERY_MS = 10 * 60_000

/** Looks through the audit record for what is out of the ordinary, every few minutes. */
export function watchRegularly({ unusual, log }: Deps): void {
  setInterval(() => {
    unusual.look().catch((error: unknown) => log.error({ err: error }, 'the audit record could not be looked through'))
  }, LOOK_EVERY_MS).unref()
}

/** Lets go of the connections that {@link makeDeps} opened. */
export async function closeDeps(deps: Deps): Promise<void> {
  await Promise.all([deps.audit.close(), deps.recents.close()])
  await deps.source.close()
  await Promise.all([...new Set(Object.values(deps.databases))].map((database) => database.close()))
}
