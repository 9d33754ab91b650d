import type { Session } from '#src/contract/desk/session.ts'
import type { Caller } from '../auth/caller.ts'
import type { Deps } from '../deps.ts'
import { readPreferences } from '../preferences/preferences.ts'

/** What the page is told of the signed-in person and of this installation. */
export async function sessionBody(deps: Deps, staff: Extract<Caller, { kind: 'staff' }>): Promise<Session> {
  return {
    user: { uuid: staff.uuid, name: staff.name },
    isManager: staff.isManager,
    dealers: staff.dealers,
    currency: deps.config.currency,
    timeZone: deps.config.timeZone,
    idleMinutes: deps.config.session.idleMinutes,
    imageHosts: [...deps.config.imageHosts],
    ...(deps.config.mapUrl === undefined ? {} : { mapUrl: deps.config.mapUrl }),
    findingsOff: [...deps.config.findingsOff],
    preferences: await readPreferences(deps.db, staff.uuid),
    ...(deps.sampleLinks === undefined ? {} : { sample: { links: [...deps.sampleLinks] } }),
  }
}
