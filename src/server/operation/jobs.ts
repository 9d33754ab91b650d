import { keepAudit } from '../audit/keep-audit.ts'
import { purgeMarks } from '../audit/unusual-look-ups.ts'
import { purgeAttempts } from '../auth/attempt-limit.ts'
import { purgeSessions } from '../auth/sessions.ts'
import { purgeLooks } from '../customers/last-looks.ts'
import { purgeRecents } from '../customers/recent-customers.ts'
import type { Unshared } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { purgeSignInSteps } from '../second-factor/sign-in-steps.ts'
import { doneJobs, noteDone } from '../db/job-runs.ts'

/** So often a process looks whether there is something to do. */
const LOOK_EVERY_MS = 10 * 60_000
/** What lets go of something is done once in this time, by one of all processes. */
const PURGE_EVERY_MS = 6 * 3_600_000
/** Clocks and timers are not that exact: a job that would be due a moment after this look is done now, not at the next. */
const SOON_MS = 30_000
/** Where no process has done a job yet, its metric says so. */
const NEVER = new Date(0)
/** Any number will do, as long as every process of this product takes the same; also the version before for the record. */
const LOCK = 726_110_418

type Work = Pick<Deps, 'config' | 'unusual'> & { db: Unshared; now: Date; mayGoOn: () => boolean }

/** @returns how many rows went, or came */
type Job = (work: Work) => Promise<number>

/** What is done less often than letting go of something, or more, says so. */
const jobs: readonly [name: string, job: Job, everyMs?: number][] = [
  [
    'audit',
    async ({ db, config, now, mayGoOn }) => {
      const { months, rows } = await keepAudit(db, config.auditDays, now, mayGoOn)
      return months + rows
    },
  ],
  ['sessions', ({ db, config, now, mayGoOn }) => purgeSessions(db, config.session, now, mayGoOn)],
  ['sign-in-steps', ({ db, now, mayGoOn }) => purgeSignInSteps(db, now, mayGoOn)],
  ['attempts', ({ db, now, mayGoOn }) => purgeAttempts(db, now, mayGoOn)],
  ['recent-customers', ({ db, config, now, mayGoOn }) => purgeRecents(db, config.kept.recentsDays, now, mayGoOn)],
  ['last-looks', ({ db, config, now, mayGoOn }) => purgeLooks(db, config.kept.looksDays, now, mayGoOn)],
  ['audit-marks', ({ db, config, now, mayGoOn }) => purgeMarks(db, config.auditDays, now, mayGoOn)],
  // Managers who read the record meanwhile see what is new then.
  ['unusual-look-ups', ({ unusual }) => unusual.look(), LOOK_EVERY_MS],
]

type Needed = Pick<Deps, 'unusual' | 'databases' | 'config' | 'log' | 'now' | 'metrics' | 'isStopping'>

/** Does the jobs whose time has come, now and regularly. */
export function startJobs(deps: Needed): void {
  const run = () => {
    runJobs(deps).catch((error: unknown) => deps.log.error({ err: error }, 'the jobs could not be done'))
  }
  run()
  setInterval(run, LOOK_EVERY_MS).unref()
}

/**
 * Does the jobs whose time has come, unless another process is doing them. A job that fails is one that fails, and comes again
 * at the next look.
 */
export async function runJobs(deps: Needed): Promise<void> {
  const { databases, log, now, metrics } = deps
  const begun = performance.now()
  const due = await dueJobs(databases.audit, deps)
  if (due.length === 0) return
  const done: Record<string, number> = {}
  await databases.audit.alone(LOCK, async (db) => {
    // Another process may have done them while this one asked for its turn.
    for (const [name, job] of await dueJobs(db, deps)) {
      if (deps.isStopping) return
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that they take little of the database
        const rows = await job({ ...deps, db, now: now(), mayGoOn: () => !deps.isStopping })
        if (deps.isStopping) return
        // oxlint-disable-next-line no-await-in-loop -- as above
        await noteDone(db, name, now())
        metrics.jobDone(name, rows, now())
        done[name] = rows
      } catch (error) {
        log.error({ err: error, job: name }, 'a job could not be done')
      }
    }
  })
  // One line, with the rows of each.
  if (Object.keys(done).length > 0)
    log.info({ jobs: done, durationMs: Math.round(performance.now() - begun) }, 'jobs done')
}

/** Those that no process has done for long enough; of all others this process's metrics learn when they were done. */
async function dueJobs(db: Pick<Unshared, 'query'>, { now, metrics }: Needed): Promise<typeof jobs> {
  const done = await doneJobs(db)
  return jobs.filter(([name, , everyMs = PURGE_EVERY_MS]) => {
    const at = done.get(name) ?? NEVER
    metrics.jobDone(name, 0, at)
    // A time that is still to come was noted by a clock that was wrong.
    return Math.abs(now().getTime() - at.getTime()) >= everyMs - SOON_MS
  })
}
