import { Hono } from 'hono'
import type { Deps, Env } from '../deps.ts'

/** Reports of one browser that are written down in a minute; more of the same says nothing new. */
const PER_MINUTE = 10

/**
 * Takes the browser's reports of content that the policy refused, and logs what was refused where. Paths
 * and queries stay out of the log: they may hold identifiers or what a person typed.
 */
export function cspReportRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  let minute = 0
  let logged = 0

  routes.post('/', async (c) => {
    const now = Math.floor(deps.now().getTime() / 60_000)
    if (now !== minute) [minute, logged] = [now, 0]
    logged += 1
    if (logged <= PER_MINUTE)
      deps.log.warn({ requestId: c.get('requestId'), ...(await readReport(c.req)) }, 'policy violation')
    return c.body(null, 204)
  })

  return routes
}

async function readReport(request: { text(): Promise<string> }): Promise<Record<string, string>> {
  try {
    const { 'csp-report': report } = JSON.parse(await request.text()) as { 'csp-report'?: Record<string, unknown> }
    return { directive: short(report?.['effective-directive']), blocked: originOf(report?.['blocked-uri']) }
  } catch {
    return { directive: 'unreadable report' }
  }
}

const short = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 40) : 'unknown')

function originOf(value: unknown): string {
  if (typeof value !== 'string') return 'unknown'
  return URL.canParse(value) ? new URL(value).origin : short(value)
}
