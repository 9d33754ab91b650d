import { endSessions } from '../auth/accounts.ts'
import { isUnused, listStaff, type StaffAccess } from '../auth/staff-list.ts'
import type { Database, Queries } from '../db/database.ts'
import { forgetRecents } from './change-account.ts'

type Options = {
  days: number
  /** Says who it would be, and changes nothing. */
  isDryRun: boolean
  now: Date
  /** Told of each change in its own transaction: what is not recorded is not done. */
  record: (tx: Queries, username: string) => Promise<void>
}

/**
 * Ends the access of people who neither signed in nor looked anybody up for so long. Programs are none of them, and one
 * manager always stays: the one who used their access last.
 * @returns what was done, a line for each
 */
export async function disableUnused(db: Database, { days, isDryRun, now, record }: Options): Promise<string[]> {
  return db.transaction(async (tx) => {
    const everybody = await listStaff(tx)
    const last = lastManager(everybody)
    const unused = everybody.filter((person) => isUnused(person, days, now))
    const going = unused.filter((person) => person !== last)
    if (!isDryRun) {
      for (const { uuid, username } of going) {
        // oxlint-disable no-await-in-loop -- one transaction does one thing at a time
        await tx.query('update staff set is_disabled = true where uuid = $1', [uuid])
        await forgetRecents(tx, uuid)
        await endSessions(tx, uuid)
        await record(tx, username)
        // oxlint-enable no-await-in-loop
      }
    }
    const what = isDryRun ? 'would have no access any more' : 'has no access any more'
    return [
      ...going.map((person) => `${person.username} (${person.name}) ${what}: ${lastUse(person)}.`),
      ...unused
        .filter((person) => person === last)
        .map((person) => `${person.username} (${person.name}) stays, as the last manager: ${lastUse(person)}.`),
      `${going.length} of ${everybody.filter((person) => !person.is_disabled).length} people with access did not use it for ${days} days.`,
    ]
  })
}

function lastManager(everybody: readonly StaffAccess[]): StaffAccess | undefined {
  return everybody
    .filter((person) => person.is_manager && !person.is_disabled)
    .toSorted((a, b) => b.used_at.getTime() - a.used_at.getTime())[0]
}

function lastUse({ used_at, last_look_up_at, last_sign_in_at }: StaffAccess): string {
  const day = used_at.toISOString().slice(0, 10)
  return last_look_up_at === null && last_sign_in_at === null ? `never used, given ${day}` : `last used ${day}`
}
