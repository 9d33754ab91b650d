import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'playwright/test'
import { basic, dealers, FULL, makeDesk, requestBody, staff, type Desk } from '../testing/desk.ts'
import { makeMetricsServer } from './metrics-server.ts'

async function listening(server: Server): Promise<{ url: string; close(): void }> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, close: () => void server.close() }
}

/** Collects what a desk measured, as Prometheus does. */
async function collect(of: Desk): Promise<Response> {
  const server = await listening(makeMetricsServer(of.deps))
  const answer = await fetch(`${server.url}/metrics`)
  const text = await answer.text()
  server.close()
  return new Response(text, answer)
}

let desk: Desk
let text = ''
test.beforeAll(async () => {
  desk = await makeDesk({ env: { LOOKUPS_PER_MINUTE: '2' } })
  const cookie = await desk.signIn()
  const mine = { headers: { cookie } }
  await desk.signIn(staff.username, 'a wrong password')
  await desk.signIn('nobody.of-this-name', 'a wrong password')
  await desk.lookUp(FULL, mine)
  await desk.lookUp('no-such-customer', mine)
  await desk.lookUp(FULL, mine)
  await desk.lookUp(FULL, { body: requestBody(['dealer-of-others']) })
  await desk.lookUp(FULL, { headers: basic('api', 'a wrong key') })
  await desk.app.request(`/customers/${FULL}?dealer=${dealers.north.uuid}`, { headers: { cookie } })
  await desk.app.request('/api/nothing/Petra')
  desk.deps.metrics.jobDone('audit', 3, desk.clock.now)
  const answer = await collect(desk)
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4')
  text = await answer.text()
})
test.afterAll(() => desk.db.close())

/** The value of a series. */
function valueOf(series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return Number(line?.slice(series.length + 1))
}

test('look-ups, sign-ins and refusals are counted by what became of them', () => {
  const lookUps = (outcome: string) =>
    valueOf(`desk_look_up_duration_seconds_count{source="database",outcome="${outcome}"}`)
  expect(['found', 'not-found', 'too-soon', 'refused'].map(lookUps)).toEqual([1, 1, 1, 1])
  expect(valueOf('desk_refused_by_limit_total{limit="look-ups"}')).toBe(1)
  expect(valueOf('desk_sign_ins_total{outcome="done",actor="staff"}')).toBe(1)
  expect(valueOf('desk_sign_ins_total{outcome="refused",actor="staff"}')).toBe(1)
  expect(valueOf('desk_sign_ins_total{outcome="refused",actor="unknown"}')).toBe(1)
  expect(valueOf('desk_http_requests_total{route="/customer/v2/customer/:customerUUID",status="429"}')).toBe(1)
})

test('the record, the database, the event loop and the memory are measured', () => {
  expect(valueOf('desk_audit_write_seconds_count')).toBeGreaterThan(6)
  expect(valueOf('desk_audit_waiting')).toBe(0)
  expect(valueOf('desk_database_connections_most{pool="db"}')).toBe(1)
  expect(valueOf('desk_database_waiting{pool="db"}')).toBe(0)
  expect(valueOf('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
  expect(valueOf('process_resident_memory_bytes')).toBeGreaterThan(1e6)
})

test('no name, identifier or address is in any label', () => {
  const own = [staff.uuid, staff.username, staff.name, FULL, dealers.north.uuid, dealers.north.name, 'no-such-customer']
  for (const word of [...own, 'nobody.of-this-name', 'dealer-of-others', 'Petra', '"api"', '127.0.0.1']) {
    expect(text).not.toContain(word)
  }
  const labels = new Set([...text.matchAll(/^desk_\w+\{(.*)\}/gm)].flatMap(([, list = '']) => list.match(/\w+(?==")/g)))
  expect([...labels].sort()).toEqual([
    'actor',
    'le',
    'limit',
    'outcome',
    'pool',
    'route',
    'rule',
    'source',
    'status',
    'task',
  ])
})

test('the state of the way to the platform is told where look-ups are forwarded', async () => {
  const forwarding = await makeDesk({
    env: { CUSTOMER_API_URL: 'http://127.0.0.1:9', CUSTOMER_API_USERNAME: 'u', CUSTOMER_API_PASSWORD: 'p' },
  })
  await forwarding.lookUp(FULL)
  const metrics = await (await collect(forwarding)).text()
  expect(metrics).toContain('desk_platform_circuit{state="closed"} 1\n')
  expect(metrics).toContain('desk_platform_circuit{state="open"} 0\n')
  expect(metrics).toContain('desk_platform_faults_total{status="503"} 1\n')
  expect(metrics).toContain('desk_look_up_duration_seconds_count{source="platform",outcome="failed"} 1\n')
  await forwarding.db.close()
})

test('the listener knows one address, and the one for people does not know it', async () => {
  const other = await makeDesk()
  const server = await listening(makeMetricsServer(other.deps))
  expect((await fetch(`${server.url}/`)).status).toBe(404)
  expect((await fetch(`${server.url}/metrics`, { method: 'POST' })).status).toBe(404)
  server.close()
  await other.db.close()
  expect(await (await desk.app.request('/metrics')).text()).not.toContain('desk_')
})

for (const file of ['deploy/grafana/customer-desk.json', 'deploy/prometheus/alerts.yml']) {
  test(`every metric that ${file} names is there`, () => {
    const source = readFileSync(file, 'utf8')
    const names = new Set(source.match(/\b(?:desk|nodejs|process)_[a-z\d_]+/g))
    expect(names.size).toBeGreaterThan(4)
    const missing = [...names].filter((name) => {
      const family = name.replace(/_(?:bucket|count|sum)$/, '')
      return !text.includes(`# TYPE ${name} `) && !text.includes(`# TYPE ${family} histogram`)
    })
    expect(missing).toEqual([])
  })
}

test('the dashboard is JSON with a question in each panel, and each of five alerts says what to do', () => {
  const dashboard = JSON.parse(readFileSync('deploy/grafana/customer-desk.json', 'utf8')) as {
    panels: { targets: { expr: string }[] }[]
  }
  for (const { targets } of dashboard.panels) {
    for (const { expr } of targets) expect(expr).toMatch(/(?:desk|nodejs|process)_/)
  }
  const alerts = readFileSync('deploy/prometheus/alerts.yml', 'utf8').split('- alert: ').slice(1)
  expect(alerts).toHaveLength(5)
  for (const alert of alerts)
    expect(alert).toMatch(/^\w+\n\s+expr: .*annotations:\n\s+summary: .*what_to_do: >-\n\s+\w/s)
})
