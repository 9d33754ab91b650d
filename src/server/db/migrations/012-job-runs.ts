/** When each job was last done, so that one of all processes does it when its time has come. */
export const jobRuns = /* sql */ `
create table job_runs (
  job text primary key,
  done_at timestamptz not null
);
`
