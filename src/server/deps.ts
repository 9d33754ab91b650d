import type { SampleLink } from './sample/sample-links.ts'
import type { HttpBindings } from '@hono/node-server'
import type { Logger } from 'pino'
import type { AuditLog } from './audit/audit-log.ts'
import type { UnusualLookUps } from './audit/unusual-look-ups.ts'
import type { OwnAccount } from './auth/own-account.ts'
import type { ServiceAccounts } from './auth/service-accounts.ts'
import type { Sessions } from './auth/sessions.ts'
import type { Caller } from './auth/caller.ts'
import type { Config } from './config.ts'
import type { CustomerSource } from './customers/customer-source.ts'
import type { RecentCustomers } from './customers/recent-customers.ts'
import type { Database } from './db/database.ts'
import type { ServingDatabase } from './db/open.ts'
import type { Metrics } from './operation/metrics.ts'
import type { SecondFactors } from './second-factor/second-factor.ts'
import type { IdentityProvider } from './single-sign-on/provider.ts'
import type { StaticFiles } from './static-files.ts'

/** Everything that a request may need, made once at the start. */
export type Deps = {
  config: Config
  db: Database
  databases: ServingDatabase
  /** Whether the process has been told to stop: it answers what it gets, and asks everybody to go elsewhere. */
  isStopping: boolean
  source: CustomerSource
  sessions: Sessions
  account: OwnAccount
  /** Absent where there are none. */
  secondFactor: SecondFactors | undefined
  serviceAccounts: ServiceAccounts
  /** Present with single sign-on. */
  provider: IdentityProvider | undefined
  audit: AuditLog
  metrics: Metrics
  unusual: UnusualLookUps
  recents: RecentCustomers
  log: Logger
  now: () => Date
  /** Present while the sample dealership is in the database. */
  sampleLinks: readonly SampleLink[] | undefined
  /** Absent in development, where Vite serves the app. */
  files: StaticFiles | undefined
}

/** What travels with one request. */
export type Env = {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    /** From where the request came. */
    address: string | undefined
    caller?: Caller
  }
}
