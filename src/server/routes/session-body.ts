import type { Context } from 'hono'
import type { Session } from '#src/contract/desk/session.ts'
import type { Caller } from '../auth/caller.ts'
import type { Deps, Env } from '../deps.ts'
import { languageOf, wordsOf } from '../language.ts'
import { readPreferences } from '../preferences/preferences.ts'

/** What the page is told of the signed-in person and of this installation. */
export async function sessionBody(
  c: Context<Env>,
  deps: Deps,
  staff: Extract<Caller, { kind: 'staff' }>,
): Promise<Session> {
  const preferences = await readPreferences(deps.db, staff.uuid)
  const words = wordsOf(preferences.language ?? languageOf(c))
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
    preferences,
    ...(deps.sampleLinks === undefined
      ? {}
      : { sample: { links: deps.sampleLinks.map(({ title, path }) => ({ title: title(words), path })) } }),
  }
}
