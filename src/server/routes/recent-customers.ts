import { Hono } from 'hono'
import type { RecentCustomers } from '#src/contract/session.ts'
import type { z } from '#src/contract/zod.ts'
import { requireStaff } from '../auth/session-cookie.ts'
import { MAX_RECENT } from '../customers/look-up-log.ts'
import type { Deps, Env } from '../deps.ts'

/** The signed-in person's latest look-ups; nobody else's. */
export function recentCustomerRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/', async (c) => {
    const staff = await requireStaff(c, deps, { isActivity: true })
    // A name seen through a dealer that has been taken away is not shown again.
    const rows = await deps.db.query<{ customer_uuid: string; name: string; looked_up_at: Date }>(
      `select customer_uuid, name, looked_up_at from recent_customers
       where staff_uuid = $1 and dealer_uuids && $2::text[] order by looked_up_at desc, customer_uuid limit $3`,
      [staff.uuid, staff.dealers.map((dealer) => dealer.uuid), MAX_RECENT],
    )
    return c.json({
      customers: rows.map((row) => ({
        customerUUID: row.customer_uuid,
        name: row.name,
        lookedUpAt: row.looked_up_at.toISOString(),
      })),
    } satisfies z.output<typeof RecentCustomers>)
  })

  routes.delete('/', async (c) => {
    const staff = await requireStaff(c, deps, { isActivity: true })
    await deps.db.query('delete from recent_customers where staff_uuid = $1', [staff.uuid])
    return c.body(null, 204)
  })

  return routes
}
