import { type Context, Hono } from 'hono'
import type { StaffAccess, StaffList } from '#src/contract/desk/staff.ts'
import type { z } from '#src/contract/zod.ts'
import { csvFile, type ExportColumn } from '#src/format/csv.ts'
import { actorOf } from '../audit/audit-log.ts'
import { recordRequest } from '../audit/record-request.ts'
import { requireStaff } from '../auth/session-cookie.ts'
import { isUnused, listStaff, UNUSED_DAYS } from '../auth/staff-list.ts'
import type { Deps, Env } from '../deps.ts'
import { DeskError } from '../errors.ts'

/** Who has access to the dealers of a manager, and when they last used it; to be seen, not changed. */
export function staffRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/', async (c) => c.json({ staff: (await read(c, 'read')).staff } satisfies z.output<typeof StaffList>))

  routes.get('/csv', async (c) => {
    const { staff, nameOf } = await read(c, 'exported')
    return c.body(csvFile(columns(nameOf), staff), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="staff-${deps.now().toISOString().slice(0, 10)}.csv"`,
    })
  })

  async function read(c: Context<Env>, outcome: 'read' | 'exported') {
    const reader = await requireStaff(c, deps, { isActivity: true })
    await recordRequest(c, deps, {
      event: 'staff',
      outcome: reader.isManager ? outcome : 'refused',
      actor: actorOf(reader),
      status: reader.isManager ? 200 : 403,
    })
    if (!reader.isManager) throw new DeskError(403, 'FORBIDDEN', 'Only managers may see who has access.')
    const names = new Map(reader.dealers.map(({ uuid, name }) => [uuid, name]))
    const rows = await listStaff(deps.db, [...names.keys()])
    const staff: StaffAccess[] = rows.map((row) => ({
      uuid: row.uuid,
      username: row.username,
      name: row.name,
      isManager: row.is_manager,
      isDisabled: row.is_disabled,
      dealerUUIDs: row.dealer_uuids,
      lastLookUpAt: row.last_look_up_at?.toISOString() ?? null,
      lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
      isUnused: isUnused(row, UNUSED_DAYS, deps.now()),
    }))
    return { staff, nameOf: (uuid: string) => names.get(uuid) ?? uuid }
  }

  return routes
}

const column = (header: string, read: (person: StaffAccess) => string | null): ExportColumn<StaffAccess> => ({
  header,
  kind: 'text',
  read,
})

const columns = (nameOf: (dealerUUID: string) => string): ExportColumn<StaffAccess>[] => [
  column('name', ({ name }) => name),
  column('username', ({ username }) => username),
  column('UUID', ({ uuid }) => uuid),
  column('role', ({ isManager }) => (isManager ? 'manager' : 'staff')),
  column('access', ({ isDisabled }) => (isDisabled ? 'no' : 'yes')),
  column('dealers', ({ dealerUUIDs }) => dealerUUIDs.map(nameOf).join(', ')),
  column('last look-up', ({ lastLookUpAt }) => lastLookUpAt),
  column('last sign-in', ({ lastSignInAt }) => lastSignInAt),
  column(`unused for ${UNUSED_DAYS} days`, ({ isUnused: is }) => (is ? 'yes' : 'no')),
]
