import { daysBefore } from '../days-before.ts'
import type { Queries } from '../db/database.ts'

/** Whoever neither signed in nor looked anybody up for so long does not need the access. */
export const UNUSED_DAYS = 90

/** Somebody who has access, and when they last used it. */
export type StaffAccess = {
  uuid: string
  username: string
  name: string
  is_manager: boolean
  is_disabled: boolean
  dealer_uuids: string[]
  last_look_up_at: Date | null
  last_sign_in_at: Date | null
  /** Since when nobody has used it: the latest of both, and of when it was given. */
  used_at: Date
}

/**
 * Everybody with access to one of the dealers, by name; the dealers beside those stay unsaid.
 * @param dealerUUIDs without them all people of all dealers
 */
export async function listStaff(db: Queries, dealerUUIDs?: readonly string[]): Promise<StaffAccess[]> {
  return db.query<StaffAccess>(
    `select uuid, username, name, is_manager, is_disabled, last_look_up_at, last_sign_in_at,
       greatest(access_since, last_look_up_at, last_sign_in_at) as used_at,
       array(select dealer_uuid from staff_dealers where staff_uuid = uuid
             and ($1::text[] is null or dealer_uuid = any($1)) order by 1) as dealer_uuids
     from staff
     left join lateral (select at as last_look_up_at from audit_events
       where actor_id = uuid and actor_kind = 'staff' and event = 'look-up' order by at desc limit 1) looked on true
     left join lateral (select at as last_sign_in_at from audit_events
       where actor_id = uuid and actor_kind = 'staff' and event = 'sign-in' and outcome = 'done'
       order by at desc limit 1) signed_in on true
     where $1::text[] is null
       or exists (select from staff_dealers where staff_uuid = uuid and dealer_uuid = any($1))
     order by name, username`,
    [dealerUUIDs ?? null],
  )
}

/** Whether somebody has access that nobody used for so many days. */
export function isUnused({ is_disabled, used_at }: StaffAccess, days: number, now: Date): boolean {
  return !is_disabled && used_at < daysBefore(now, days)
}
