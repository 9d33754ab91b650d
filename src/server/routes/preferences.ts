import { Hono } from 'hono'
import { PreferenceName, PreferenceValue, readPreference } from '#src/contract/desk/preferences.ts'
import { issueText } from '#src/contract/issue-text.ts'
import { requireStaff } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { badRequest, DeskError } from '../errors.ts'
import { dropPreferences, keepPreference, readPreferences } from '../preferences/preferences.ts'
import { readJsonBody } from '../request-body.ts'

/** What the signed-in person chose; nobody else's. */
export function preferenceRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/', async (c) => {
    // The page asks by itself, so it is no sign of life.
    const staff = await requireStaff(c, deps, { isActivity: false })
    return c.json(await readPreferences(deps.db, staff.uuid))
  })

  routes.delete('/', async (c) => {
    const staff = await requireStaff(c, deps, { isActivity: true })
    await dropPreferences(deps.db, staff.uuid)
    return c.body(null, 204)
  })

  routes.put('/:name', async (c) => {
    const staff = await requireStaff(c, deps, { isActivity: true })
    const name = PreferenceName.safeParse(c.req.param('name'))
    if (!name.success) throw new DeskError(404, 'NOT_FOUND', (words) => words.noSuchPreference())
    const { value } = await readJsonBody(c, PreferenceValue)
    const read = readPreference(name.data, value)
    if (!read.success) throw badRequest(() => `${issueText(read.error, 'The value')}.`)
    await keepPreference(deps.db, staff.uuid, { name: name.data, value: read.data }, deps.now())
    return c.body(null, 204)
  })

  routes.delete('/:name', async (c) => {
    const staff = await requireStaff(c, deps, { isActivity: true })
    await dropPreferences(deps.db, staff.uuid, c.req.param('name'))
    return c.body(null, 204)
  })

  return routes
}
