import { randomUUID } from 'node:crypto'
import type { ShownPasskey } from '#src/contract/desk/second-factor.ts'
import type { AttemptLimit } from '../auth/attempt-limit.ts'
import { localOnly } from '../auth/sessions.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { DeskError } from '../errors.ts'
import { stepOfCode } from './authenticator-app.ts'
import type { PasskeySite } from './passkey-site.ts'
import { type Passkey, readShownPasskey } from './passkeys.ts'
import { hashRecoveryCode } from './recovery-codes.ts'
import type { SecretBox } from './sealed-secret.ts'

/** What was shown, in the words of the record. */
type ShownFactor = 'authenticator app' | 'recovery code' | 'passkey'

type Shown = { staffUUID: string; username: string; address: string | undefined }

/** Looks at what people show beside the password. Whatever is right is used up: it is never right again. */
export type CheckFactor = {
  /** @throws DeskError 429 after too many wrong ones */
  code(shown: Shown, code: string): Promise<ShownFactor | undefined>
  /** @throws DeskError 429 as above */
  passkey(shown: Shown, site: PasskeySite, challenge: string, sent: ShownPasskey): Promise<ShownFactor | undefined>
  /** A passkey that is to say by itself who it is. @returns whose it is */
  passkeyAlone(site: PasskeySite, challenge: string, sent: ShownPasskey): Promise<string | undefined>
}

/** The name under which wrong codes of an account are counted, apart from its passwords. */
export const factorAccount = (username: string): string => `second factor ${username}`

export function checkFactor(
  db: Database,
  attempts: AttemptLimit,
  singleSignOn: Config['singleSignOn'],
  box: SecretBox | undefined,
  now: () => Date,
): CheckFactor {
  async function takeApp(staffUUID: string, code: string): Promise<boolean> {
    const apps = await db.query<{ id: string; secret: Uint8Array }>(
      "select id, secret from second_factors where staff_uuid = $1 and kind = 'app'",
      [staffUUID],
    )
    for (const { id, secret } of apps) {
      const opened = box?.open(secret, staffUUID)
      const step = opened === undefined ? undefined : stepOfCode(opened, code, now())
      if (step === undefined) continue
      // Of all processes on this database, one takes the code.
      // oxlint-disable-next-line no-await-in-loop -- ends with the first that fits
      const taken = await db.query(
        `update second_factors set last_step = $2, last_used_at = $3
         where id = $1 and (last_step is null or last_step < $2) returning 1`,
        [id, step, now()],
      )
      if (taken.length > 0) return true
    }
    return false
  }

  async function takeRecoveryCode(staffUUID: string, code: string): Promise<boolean> {
    const taken = await db.query('delete from recovery_codes where staff_uuid = $1 and code_hash = $2 returning 1', [
      staffUUID,
      hashRecoveryCode(code),
    ])
    return taken.length > 0
  }

  /** @param staffUUID whose it has to be, where that is known */
  async function takePasskey(
    staffUUID: string | undefined,
    site: PasskeySite,
    challenge: string,
    sent: ShownPasskey,
  ): Promise<string | undefined> {
    const [row] = await db.query<PasskeyRow>(
      `select id, staff_uuid, credential_id as "credentialId", public_key as "publicKey", counter::text, transports
       from second_factors join staff on uuid = staff_uuid
       where credential_id = $1 and ($2::text is null or staff_uuid = $2)
         and not is_disabled and password_hash is not null and ${localOnly(singleSignOn)}`,
      [sent.id, staffUUID ?? null],
    )
    if (row === undefined) return undefined
    const kept = { ...row, counter: Number(row.counter), transports: row.transports ?? [] }
    const counter = await readShownPasskey(site, challenge, sent, kept, staffUUID === undefined)
    if (counter === undefined) return undefined
    // A counter that does not rise is that of a copy; passkeys that do not count stay at 0.
    const taken = await db.query(
      `update second_factors set counter = $2, last_used_at = $3
       where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning 1`,
      [row.id, counter, now()],
    )
    return taken.length > 0 ? row.staff_uuid : undefined
  }

  /** Each try is one of its own: the same code at the same time must not be right twice. */
  function counted<T>({ username, address }: Shown, look: () => Promise<T | undefined>): Promise<T | undefined> {
    const attempt = { account: factorAccount(username), address, credentials: randomUUID() }
    return attempts.look(attempt, look).catch((error: unknown) => {
      if (!(error instanceof DeskError) || error.status !== 429) throw error
      throw tooManyCodes(error.retryAfterSeconds ?? 60)
    })
  }

  return {
    code: (shown, typed) =>
      counted(shown, async () => {
        const digits = typed.replaceAll(/\s/g, '')
        if (/^\d{6}$/.test(digits)) return (await takeApp(shown.staffUUID, digits)) ? 'authenticator app' : undefined
        return (await takeRecoveryCode(shown.staffUUID, typed)) ? 'recovery code' : undefined
      }),
    passkey: (shown, site, challenge, sent) =>
      counted(shown, async () =>
        (await takePasskey(shown.staffUUID, site, challenge, sent)) === undefined ? undefined : 'passkey',
      ),
    passkeyAlone: (site, challenge, sent) => takePasskey(undefined, site, challenge, sent),
  }
}

type PasskeyRow = Omit<Passkey, 'counter' | 'transports'> & {
  id: string
  staff_uuid: string
  counter: string
  transports: string[] | null
}

function tooManyCodes(seconds: number): DeskError {
  const minutes = Math.ceil(seconds / 60)
  return new DeskError(429, 'TOO_MANY_ATTEMPTS', (words) => words.tooManyCodes({ minutes }), {
    retryAfterSeconds: seconds,
  })
}
