import type { SampleLink } from './sample/sample-links.ts'
import type { Logger } from 'pino'
import type { ServiceAccounts } from './auth/service-accounts.ts'
import type { Sessions } from './auth/sessions.ts'
import type { Caller } from './auth/caller.ts'
import type { Config } from './config.ts'
import type { CustomerSource } from './customers/customer-source.ts'
import type { Database } from './db/database.ts'
import type { StaticFiles } from './static-files.ts'

/** Everything that a request may need, made once at the start. */
export type Deps = {
  config: Config
  db: Database
  source: CustomerSource
  sessions: Sessions
  serviceAccounts: ServiceAccounts
  log: Logger
  now: () => Date
  /** Present while the sample dealership is in the database. */
  sampleLinks: readonly SampleLink[] | undefined
  /** Absent in development, where Vite serves the app. */
  files: StaticFiles | undefined
}

/** What travels with one request. */
export type Env = { Variables: { requestId: string; caller?: Caller } }
