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
import { type Words, wordsOf } from '../language.ts'
import { languageOfPerson } from '../preferences/preferences.ts'

/** Who has access to the dealers of a manager, and when they last used it; to be seen, not changed. */
export function staffRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/', async (c) => c.json({ staff: (await read(c, 'read')).staff } satisfies z.output<typeof StaffList>))

  routes.get('/csv', async (c) => {
    const { reader, staff, nameOf } = await read(c, 'exported')
    const words = wordsOf(await languageOfPerson(c, deps, reader))
    return c.body(csvFile(columns(words, nameOf), staff), 200, {
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
    if (!reader.isManager) throw new DeskError(403, 'FORBIDDEN', (words) => words.staffForManagers())
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
    return { reader, staff, nameOf: (uuid: string) => names.get(uuid) ?? uuid }
  }

  return routes
}

const column = (header: string, read: (person: StaffAccess) => string | null): ExportColumn<StaffAccess> => ({
  header,
  kind: 'text',
  read,
})

const columns = (words: Words, nameOf: (dealerUUID: string) => string): ExportColumn<StaffAccess>[] => [
  column(words.nameColumn(), ({ name }) => name),
  column(words.usernameColumn(), ({ username }) => username),
  column(words.uuidColumn(), ({ uuid }) => uuid),
  column(words.roleColumn(), ({ isManager }) => (isManager ? words.manager() : words.staff())),
  column(words.accessColumn(), ({ isDisabled }) => (isDisabled ? words.no() : words.yes())),
  column(words.dealersColumn(), ({ dealerUUIDs }) => dealerUUIDs.map(nameOf).join(', ')),
  column(words.lastLookUpColumn(), ({ lastLookUpAt }) => lastLookUpAt),
  column(words.lastSignInColumn(), ({ lastSignInAt }) => lastSignInAt),
  column(words.unusedColumn({ days: UNUSED_DAYS }), ({ isUnused: is }) => (is ? words.yes() : words.no())),
]
