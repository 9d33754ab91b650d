import { hashToken, insertSession, newToken, type Origin } from '../auth/sessions.ts'
import type { Database, Queries } from '../db/database.ts'
import { daysBefore } from '../days-before.ts'
import { deleteInPieces } from '../db/delete-in-pieces.ts'

/** Longest time between the two steps of a sign-in; to set a factor up takes longer than to show one. */
const MINUTES = { factor: 5, passkey: 5, 'set-up': 15 } as const

/** A sign-in of which one step is done: the password, or nothing yet where a passkey is to say who it is. */
export type Step = { kind: 'factor' | 'set-up'; staffUUID: string; username: string; name: string }

/** Sign-ins that are not finished. They are no sessions: nothing else knows of them. */
export type SignInSteps = {
  /** @returns a token for the browser's cookie */
  beginWithPasskey(challenge: string): Promise<string>
  find(token: string): Promise<Step | undefined>
  keepChallenge(token: string, challenge: string): Promise<void>
  /** A challenge is answered once, right or wrong. */
  takeChallenge(token: string): Promise<string | undefined>
  /**
   * Makes a session of it, once.
   * @returns the session's token; undefined when the step is over or the account closed
   */
  finish(token: string, staffUUID: string, from: Origin): Promise<string | undefined>
  forget(token: string): Promise<void>
}

/** Lets go of sign-ins and set-ups of factors that nobody finished for a day. */
export async function purgeSignInSteps(db: Queries, now: Date, mayGoOn?: () => boolean): Promise<number> {
  const params = [daysBefore(now, 1)]
  let sum = 0
  for (const table of ['sign_in_steps', 'factor_set_ups']) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    sum += await deleteInPieces(db, { table, where: 'created_at < $1', params }, mayGoOn)
  }
  return sum
}

export function signInSteps(db: Database, now: () => Date): SignInSteps {
  const oldest = (minutes: number) => new Date(now().getTime() - minutes * 60_000)
  const LIVE = `sign_in_steps.created_at >= case kind when 'set-up' then $2::timestamptz else $3::timestamptz end`
  const live = () => [oldest(MINUTES['set-up']), oldest(MINUTES.factor)]

  return {
    async beginWithPasskey(challenge) {
      const token = newToken()
      // Anybody can begin one, so there must never be more than those of a quarter of an hour.
      await db.query('delete from sign_in_steps where created_at < $1', [oldest(MINUTES['set-up'])])
      await db.query(
        "insert into sign_in_steps (token_hash, kind, challenge, created_at) values ($1, 'passkey', $2, $3)",
        [hashToken(token), challenge, now()],
      )
      return token
    },

    async find(token) {
      const [row] = await db.query<Step>(
        `select kind, staff_uuid as "staffUUID", username, name from sign_in_steps join staff on uuid = staff_uuid
         where token_hash = $1 and ${LIVE} and not is_disabled
           and (kind = 'factor' or not exists (select 1 from second_factors f where f.staff_uuid = uuid))`,
        [hashToken(token), ...live()],
      )
      return row
    },

    async keepChallenge(token, challenge) {
      await db.query('update sign_in_steps set challenge = $2 where token_hash = $1', [hashToken(token), challenge])
    },

    async takeChallenge(token) {
      const [row] = await db.query<{ challenge: string | null }>(
        `update sign_in_steps set challenge = null from (select challenge as given from sign_in_steps
           where token_hash = $1 and ${LIVE} for update) before
         where token_hash = $1 returning given as challenge`,
        [hashToken(token), ...live()],
      )
      return row?.challenge ?? undefined
    },

    async finish(token, staffUUID, from) {
      return db.transaction(async (tx) => {
        // The account first, as everybody does who ends its sessions.
        const [open] = await tx.query('select 1 from staff where uuid = $1 and not is_disabled for share', [staffUUID])
        const [step] = await tx.query(
          `delete from sign_in_steps where token_hash = $1 and ${LIVE} and coalesce(staff_uuid, $4) = $4 returning 1`,
          [hashToken(token), ...live(), staffUUID],
        )
        if (open === undefined || step === undefined) return undefined
        return insertSession(tx, { staffUUID, at: now(), isSingleSignOn: false, from })
      })
    },

    async forget(token) {
      await db.query('delete from sign_in_steps where token_hash = $1', [hashToken(token)])
    },
  }
}
