import { expect, test } from 'playwright/test'
import { makeDesk, staff, type Desk } from '../testing/desk.ts'
import { runJobs } from './jobs.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** What is kept, by table. */
async function kept(desk: Desk) {
  const tables = ['sessions', 'sign_in_attempts', 'recent_customers', 'last_looks', 'sign_in_steps']
  const counts = await Promise.all(
    tables.map(async (table) => (await desk.db.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n),
  )
  return Object.fromEntries(tables.map((table, place) => [table, counts[place]]))
}

/** One row in each table for each of so many days ago. */
async function fill(desk: Desk, daysAgo: readonly number[]): Promise<void> {
  for (const days of daysAgo) {
    const at = new Date(desk.clock.now.getTime() - days * DAY_MS)
    const key = String(days)
    // oxlint-disable no-await-in-loop -- one connection
    await desk.db.query(
      `insert into sessions (token_hash, staff_uuid, created_at, last_seen_at) values (sha256($1::text::bytea), $2, $3, $3)`,
      [key, staff.uuid, at],
    )
    await desk.db.query('insert into sign_in_attempts (key, points, expire) values ($1, 1, $2::text::bigint)', [
      key,
      String(at.getTime() + DAY_MS),
    ])
    await desk.db.query('insert into recent_customers values ($1, $2, $3, $4, $5)', [staff.uuid, key, 'P', [], at])
    await desk.db.query(
      `insert into last_looks (staff_uuid, customer_uuid, scope, key, latest_at, latest) values ($1, $2, '', '', $3, '{}')`,
      [staff.uuid, key, at],
    )
    await desk.db.query(
      "insert into sign_in_steps (token_hash, kind, created_at) values (sha256($1::text::bytea), 'passkey', $2)",
      [key, at],
    )
    // oxlint-enable no-await-in-loop
  }
}

test('everything goes when its time is over, and by the setting that says when', async () => {
  const desk = await makeDesk({ env: { RECENT_CUSTOMERS_DAYS: '10', LAST_LOOKS_DAYS: '50' } })
  await fill(desk, [0, 5, 20, 40, 60, 100])
  await runJobs(desk.deps)
  expect(await kept(desk)).toEqual({
    sessions: 1,
    sign_in_attempts: 1,
    recent_customers: 2,
    last_looks: 4,
    sign_in_steps: 1,
  })
  await desk.db.close()
})

test('without settings recent customers are kept for 90 days, and what was seen of them for 30', async () => {
  const desk = await makeDesk()
  await fill(desk, [0, 5, 20, 40, 60, 100])
  await runJobs(desk.deps)
  expect(await kept(desk)).toMatchObject({ recent_customers: 5, last_looks: 3 })
  await desk.db.close()
})

test('a job is done again after six hours, by whichever process looks first, and not before', async () => {
  const desk = await makeDesk()
  const done = () => desk.logs.filter((line) => line.includes('"jobs done"') && line.includes('"sessions":')).length
  await Promise.all([runJobs(desk.deps), runJobs(desk.deps)])
  expect(done()).toBe(1)
  desk.clock.now = new Date(desk.clock.now.getTime() + 5 * HOUR_MS)
  await runJobs(desk.deps)
  expect(done()).toBe(1)
  desk.clock.now = new Date(desk.clock.now.getTime() + HOUR_MS)
  await runJobs(desk.deps)
  expect(done()).toBe(2)
  await desk.db.close()
})

test('the record is looked through for what is unusual every ten minutes', async () => {
  const desk = await makeDesk()
  const done = () => desk.logs.filter((line) => line.includes('"jobs done"') && line.includes('unusual')).length
  await runJobs(desk.deps)
  desk.clock.now = new Date(desk.clock.now.getTime() + 9 * 60_000)
  await runJobs(desk.deps)
  expect(done()).toBe(1)
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000)
  await runJobs(desk.deps)
  expect(done()).toBe(2)
  await desk.db.close()
})

test('a look that comes a moment early does what is due, and does not leave it to the next', async () => {
  const desk = await makeDesk()
  const done = () => desk.logs.filter((line) => line.includes('"jobs done"') && line.includes('unusual')).length
  await runJobs(desk.deps)
  // The first one was noted as done a little after its look had begun.
  desk.clock.now = new Date(desk.clock.now.getTime() + 10 * 60_000 - 200)
  await runJobs(desk.deps)
  expect(done()).toBe(2)
  await desk.db.close()
})

test('more rows than go at once go all the same, and a process that is told to stop leaves the rest', async () => {
  const desk = await makeDesk()
  const fillAttempts = `insert into sign_in_attempts select 'key ' || n, 1, 0 from generate_series(1, 4500) n`
  await desk.db.query(fillAttempts)
  desk.deps.isStopping = true
  await runJobs(desk.deps)
  expect(await kept(desk)).toMatchObject({ sign_in_attempts: 4500 })
  desk.deps.isStopping = false
  await runJobs(desk.deps)
  expect(await kept(desk)).toMatchObject({ sign_in_attempts: 0 })
  expect(desk.logs.join('')).toMatch(/"jobs":\{[^}]*"attempts":4500[,}]/)
  expect(await desk.deps.metrics.registry.metrics()).toContain('desk_job_rows_total{task="attempts"} 4500\n')
  await desk.db.close()
})

test('a job that fails is said and comes again, and the others are done', async () => {
  const desk = await makeDesk()
  await desk.db.query('alter table last_looks rename to elsewhere')
  await runJobs(desk.deps)
  const done = () => desk.logs.filter((line) => line.includes('"jobs done"')).join('')
  expect(done()).not.toContain('"last-looks"')
  expect(done()).toContain('"audit-marks"')
  expect(desk.logs.join('')).toMatch(/"job":"last-looks","msg":"a job could not be done"/)
  expect(await desk.deps.metrics.registry.metrics()).toContain(
    'desk_job_last_done_timestamp_seconds{task="last-looks"} 0\n',
  )
  await desk.db.query('alter table elsewhere rename to last_looks')
  await runJobs(desk.deps)
  expect(done()).toContain('"last-looks"')
  await desk.db.close()
})
