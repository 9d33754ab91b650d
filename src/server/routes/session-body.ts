import type { Session } from '#src/contract/desk/session.ts'
import type { Caller } from '../auth/caller.ts'
import type { Deps } from '../deps.ts'

/** What the page is told of the signed-in person and of this installation. */
export function sessionBody(deps: Deps, staff: Extract<Caller, { kind: 'staff' }>): Session {
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
    ...(deps.sampleLinks === undefined ? {} : { sample: { links: [...deps.sampleLinks] } }),
  }
}
