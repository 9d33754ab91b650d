import pg from 'pg'
import { startPostgres } from '#e2e/support/postgres-server.ts'
import { findPostgres } from '../scripts/postgres.mjs'
import { type BenchDesk, startBenchDesk } from './desk.ts'
import { type Load, load } from './load.ts'
import { median, ms, ratio, report } from './measure.ts'

const ORDERS = 3
const PEOPLE = 200
const AT_ONCE = 8
const ROUNDS = 5
const SECONDS = 2
const SMALL = { customers: 1000, auditRows: 10_000 }
const LARGE = { customers: 100_000, auditRows: Number(process.env['BENCH_AUDIT_ROWS'] ?? 1_000_000) }

/** Look-ups on PostgreSQL with few customers and a short audit record, and with many and a long one, in turn. */
export async function benchGrowth(): Promise<void> {
  const folder = findPostgres()
  if (folder === undefined) {
    console.log('\nGrowth: not measured, there is no PostgreSQL server on this machine (apt-get install postgresql)')
    return
  }
  const postgres = await startPostgres(folder)
  const desks: BenchDesk[] = []
  try {
    const start = async (name: string, size: typeof SMALL) => {
      const url = await createDatabase(postgres.url, name)
      const desk = await startBenchDesk([ORDERS], { LOOKUPS_PER_MINUTE: '10000', DATABASE_URL: url }, PEOPLE)
      desks.push(desk)
      await grow(url, size)
      return desk
    }
    const small = await start('small', SMALL)
    const large = await start('large', LARGE)
    const loads: { small: Load; large: Load }[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      // oxlint-disable no-await-in-loop -- one at a time is what is measured
      const ask = (desk: BenchDesk) => load(desk, `${desk.url}/customer/v2/customer/bench-${ORDERS}`, AT_ONCE, SECONDS)
      loads.push({ small: await ask(small), large: await ask(large) })
      // oxlint-enable no-await-in-loop
    }
    console.log(`\nLook-ups from PostgreSQL as it grows, ${AT_ONCE} at once by ${PEOPLE} people`)
    const figures = (name: 'small' | 'large') => ({
      rate: median(loads.map((pair) => pair[name].perSecond)),
      p99: median(loads.map((pair) => pair[name].p99)),
    })
    const [few, many] = [figures('small'), figures('large')]
    const text = ({ customers, auditRows }: typeof SMALL) => `${customers} customers, ${auditRows} audit events`
    report(text(SMALL), `${few.rate.toFixed(0)} a second, p99 ${ms(few.p99)}`)
    report(
      text(LARGE),
      `${many.rate.toFixed(0)} a second: ${ratio(many.rate, few.rate)}; p99 ${ms(many.p99)}: ${ratio(many.p99, few.p99)}`,
    )
  } finally {
    for (const desk of desks) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is soon enough
      await desk.stop()
    }
    await postgres.remove()
  }
}

async function createDatabase(url: string, name: string): Promise<string> {
  await withClient(url, (client) => client.query(`create database ${name}`))
  return url.replace(/[^/]*$/, name)
}

/** Copies of the one customer, and look-ups of the last thirty days. */
async function grow(url: string, { customers, auditRows }: typeof SMALL): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(
      `insert into customer_records (uuid, dealer_id, fname, lname, company, body, links, orders, legacy_addresses)
       select 'filler-' || n, dealer_id, fname, lname, company, body, links, orders, legacy_addresses
       from customer_records, generate_series(1, $1) n where uuid = $2`,
      [customers, `bench-${ORDERS}`],
    )
    await client.query(
      `insert into audit_events (at, event, outcome, actor_kind, actor_id, requester_uuid, customer_uuid, status, address)
       select now() - random() * interval '30 days', 'look-up', 'found', 'staff', 'bench-person-' || n % $2,
         'bench-person-' || n % $2, 'filler-' || n % $3, 200, '127.0.0.1'
       from generate_series(1, $1) n`,
      [auditRows, PEOPLE, customers],
    )
    await client.query('vacuum analyze')
  })
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await work(client)
  await client.end()
}
