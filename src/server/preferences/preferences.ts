import {
  PREFERENCE_NAMES,
  type PreferenceName,
  type Preferences,
  readPreference,
} from '#src/contract/desk/preferences.ts'
import type { Context } from 'hono'
import type { Language } from '#src/contract/desk/language.ts'
import type { Deps } from '../deps.ts'
import type { Queries } from '../db/database.ts'
import { languageOf } from '../language.ts'

/** What a person chose; a name or a value that is none any more is left out in silence. */
export async function readPreferences(db: Queries, userUUID: string): Promise<Preferences> {
  const rows = await db.query<{ name: string; value: unknown }>(
    'select name, value from preferences where user_uuid = $1',
    [userUUID],
  )
  const stored = new Map(rows.map(({ name, value }) => [name, value]))
  const kept = PREFERENCE_NAMES.flatMap((name) => {
    const read = readPreference(name, stored.get(name))
    return read.success ? [[name, read.data]] : []
  })
  return Object.fromEntries(kept) as Preferences
}

/** A person's language where a request does not come from their page, which would say it: what they chose, else the browser's. */
export async function languageOfPerson(
  c: Context,
  { db }: Pick<Deps, 'db'>,
  { uuid }: { uuid: string },
): Promise<Language> {
  return (await readPreferences(db, uuid)).language ?? languageOf(c)
}

/** Keeps a value that {@link readPreference} has checked. */
export async function keepPreference(
  db: Queries,
  userUUID: string,
  preference: { name: PreferenceName; value: unknown },
  now: Date,
): Promise<void> {
  await db.query(
    `insert into preferences (user_uuid, name, value, updated_at) values ($1, $2, $3::jsonb, $4)
     on conflict (user_uuid, name) do update set value = excluded.value, updated_at = excluded.updated_at`,
    [userUUID, preference.name, JSON.stringify(preference.value), now],
  )
}

/** Back to what it is for everybody. @param name one of them; without it all */
export async function dropPreferences(db: Queries, userUUID: string, name?: string): Promise<void> {
  await db.query('delete from preferences where user_uuid = $1 and ($2::text is null or name = $2)', [
    userUUID,
    name ?? null,
  ])
}
