import { Hono } from 'hono'
import type { RecentCustomers } from '#src/contract/desk/session.ts'
import type { z } from '#src/contract/zod.ts'
import { requireStaff } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'

/** The signed-in person's latest look-ups; nobody else's. */
export function recentCustomerRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  const { recents } = deps

  routes.get('/', async (c) => {
    const staff = await requireStaff(c, deps, { isActivity: true })
    const dealerUUIDs = staff.dealers.map((dealer) => dealer.uuid)
    const customers = await recents.list(staff.uuid, dealerUUIDs)
    return c.json({
      customers: customers.map(({ lookedUpAt, ...customer }) => ({
        ...customer,
        lookedUpAt: lookedUpAt.toISOString(),
      })),
    } satisfies z.output<typeof RecentCustomers>)
  })

  routes.delete('/', async (c) => {
    const staff = await requireStaff(c, deps, { isActivity: true })
    await recents.clear(staff.uuid)
    return c.body(null, 204)
  })

  return routes
}
