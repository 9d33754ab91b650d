import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { UNUSUAL_RULES, type UnusualRule } from '#src/contract/desk/unusual.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { CircuitName } from '../customers/platform-health.ts'
import type { ServingDatabase } from '../db/open.ts'
import { type DeskError, UpstreamError } from '../errors.ts'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const CIRCUITS: readonly CircuitName[] = ['closed', 'half-open', 'open']

/** Titles of refusals by a limit of this server's, with what they limit. */
const LIMITS: Readonly<Record<string, string>> = {
  TOO_MANY_REQUESTS: 'look-ups',
  TOO_MANY_ATTEMPTS: 'sign-ins',
  BUSY: 'places',
}

/**
 * What is counted and measured of one process. Labels are words of this program only: who did it, whom it was about and from
 * where stands in the audit record.
 */
export type Metrics = {
  registry: Registry
  answered(route: string, status: number): void
  lookedUp(source: 'database' | 'platform', outcome: string, seconds: number): void
  /** A request that was refused or failed for a reason that is known. */
  failed(error: DeskError): void
  /** Counts what the log is given, and measures how long it takes until it is stored. */
  watchingAudit(audit: AuditLog): AuditLog
  jobDone(job: string, rows: number, endedAt: Date): void
  /** An event was marked as out of the ordinary. */
  marked(rule: UnusualRule): void
}

type Watched = { databases: ServingDatabase; circuit: () => CircuitName | undefined }

/** @param watched what is looked at when somebody asks */
export function makeMetrics({ databases, circuit }: Watched): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'desk_http_requests_total',
    help: 'Requests answered, by route and status.',
    labelNames: ['route', 'status'],
    registers,
  })
  const lookUps = new Histogram({
    name: 'desk_look_up_duration_seconds',
    help: 'Look-ups from the request to their row in the audit record, by where the customer comes from and what it came to.',
    labelNames: ['source', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  const faults = new Counter({
    name: 'desk_platform_faults_total',
    help: 'Look-ups that the dealer platform did not answer with a customer, by the status that people got.',
    labelNames: ['status'],
    registers,
  })
  const refused = new Counter({
    name: 'desk_refused_by_limit_total',
    help: 'Requests refused by a limit: look-ups of a person, sign-ins after wrong passwords, places for work at once.',
    labelNames: ['limit'],
    registers,
  })
  const signIns = new Counter({
    name: 'desk_sign_ins_total',
    help: 'Sign-ins by what became of them and whether a person or a program tried.',
    labelNames: ['outcome', 'actor'],
    registers,
  })
  const audited = new Histogram({
    name: 'desk_audit_write_seconds',
    help: 'From an event to its row in the audit record.',
    buckets: SECONDS,
    registers,
  })
  const auditWaiting = new Gauge({
    name: 'desk_audit_waiting',
    help: 'Events that are not in the audit record yet.',
    registers,
  })
  const auditFailures = new Counter({
    name: 'desk_audit_failures_total',
    help: 'Events that could not be written to the audit record; their requests were not answered.',
    registers,
  })
  const jobs = new Gauge({
    name: 'desk_job_last_done_timestamp_seconds',
    help: 'When a job was last done by any process, as far as this one knows; 0 for never.',
    labelNames: ['task'],
    registers,
  })
  const jobRows = new Counter({
    name: 'desk_job_rows_total',
    help: 'Rows, and whole months of the audit record, that a job of this process let go of.',
    labelNames: ['task'],
    registers,
  })
  const marks = new Counter({
    name: 'desk_unusual_look_ups_total',
    help: 'Events that this process marked in the audit record as out of the ordinary for the person.',
    labelNames: ['rule'],
    registers,
  })
  for (const limit of Object.values(LIMITS)) refused.inc({ limit }, 0)
  for (const rule of UNUSUAL_RULES) marks.inc({ rule }, 0)

  const pools = Object.entries(databases)
  const pool = (name: string, help: string, read: (load: ReturnType<ServingDatabase['db']['load']>) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers,
      collect() {
        for (const [of, database] of pools) this.set({ pool: of }, read(database.load()))
      },
    })
  pool('desk_database_connections_in_use', 'Connections to the database that are at work.', ({ inUse }) => inUse)
  pool('desk_database_connections_most', 'Connections to the database that there may be.', ({ most }) => most)
  pool('desk_database_waiting', 'Callers that wait for a connection to the database.', ({ waiting }) => waiting)
  const circuitGauge = new Gauge({
    name: 'desk_platform_circuit',
    help: '1 for the state of the way to the dealer platform; nothing where look-ups are not forwarded.',
    labelNames: ['state'],
    registers: [],
    collect() {
      const now = circuit()
      if (now !== undefined) for (const state of CIRCUITS) this.set({ state }, state === now ? 1 : 0)
    },
  })
  registry.registerMetric(circuitGauge)

  return {
    registry,
    answered: (route, status) => requests.inc({ route, status }),
    lookedUp: (source, outcome, seconds) => lookUps.observe({ source, outcome }, seconds),
    failed(error) {
      if (error instanceof UpstreamError) return faults.inc({ status: error.status })
      const limit = LIMITS[error.title]
      if (limit !== undefined) refused.inc({ limit })
    },
    watchingAudit: (audit) => ({
      ...audit,
      async record(event) {
        const stored = audited.startTimer()
        auditWaiting.inc()
        try {
          await audit.record(event)
        } catch (error) {
          auditFailures.inc()
          throw error
        } finally {
          stored()
          auditWaiting.dec()
        }
        if (event.event === 'sign-in') signIns.inc({ outcome: event.outcome, actor: event.actor.kind })
      },
    }),
    jobDone(job, rows, endedAt) {
      jobs.set({ task: job }, endedAt.getTime() / 1000)
      jobRows.inc({ task: job }, rows)
    },
    marked: (rule) => marks.inc({ rule }),
  }
}
