import { Hono } from 'hono'
import type { Deps, Env } from '../deps.ts'

/** Reports of one address, and of all, that are written down in a minute; more of the same says nothing new. */
const PER_MINUTE = 10
const ALL_PER_MINUTE = 100

/**
 * Takes the browser's reports of content that the policy refused, and logs what was refused where. Paths
 * and queries stay out of the log: they may hold identifiers or what a person typed.
 */
export function cspReportRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  let minute = 0
  let logged = 0
  const byAddress = new Map<string, number>()

  routes.post('/', async (c) => {
    const now = Math.floor(deps.now().getTime() / 60_000)
    if (now !== minute) {
      minute = now
      logged = 0
      byAddress.clear()
    }
    const address = c.get('address') ?? 'unknown'
    const ofAddress = (byAddress.get(address) ?? 0) + 1
    if (logged < ALL_PER_MINUTE && ofAddress <= PER_MINUTE) {
      byAddress.set(address, ofAddress)
      logged += 1
      deps.log.warn({ requestId: c.get('requestId'), ...(await readReport(c.req)) }, 'policy violation')
    }
    return c.body(null, 204)
  })

  return routes
}

async function readReport(request: { text(): Promise<string> }): Promise<Record<string, string>> {
  try {
    const { 'csp-report': report } = JSON.parse(await request.text()) as { 'csp-report'?: Record<string, unknown> }
    return {
      directive: short(report?.['effective-directive']),
      blocked: originOf(report?.['blocked-uri']),
      page: pageOf(report?.['document-uri']),
    }
  } catch {
    return { directive: 'unreadable report' }
  }
}

const short = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 40) : 'unknown')

function originOf(value: unknown): string {
  if (typeof value !== 'string') return 'unknown'
  return URL.canParse(value) ? new URL(value).origin : short(value)
}

/** Which page it was, without what its address says of a customer. */
function pageOf(value: unknown): string {
  if (typeof value !== 'string' || !URL.canParse(value)) return 'unknown'
  const [, first = '', , tab = ''] = new URL(value).pathname.split('/')
  const tabs = ['vehicles', 'orders', 'addresses']
  return first === 'customers' ? `/customers/:uuid${tabs.includes(tab) ? `/${tab}` : ''}` : `/${first.slice(0, 20)}`
}
