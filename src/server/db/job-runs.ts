import type { Queries } from './database.ts'

/** When each job was last done by any process. */
export async function doneJobs(db: Queries): Promise<Map<string, Date>> {
  const rows = await db.query<{ job: string; done_at: Date }>('select job, done_at from job_runs', [])
  return new Map(rows.map(({ job, done_at }) => [job, done_at]))
}

export async function noteDone(db: Queries, job: string, at: Date): Promise<void> {
  await db.query(
    'insert into job_runs (job, done_at) values ($1, $2) on conflict (job) do update set done_at = excluded.done_at',
    [job, at],
  )
}
