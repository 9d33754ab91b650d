import { ACCOUNT_ERRORS } from '#src/contract/desk/account-errors.ts'
import { randomUUID } from 'node:crypto'
import type { AddFactor, BegunFactor, Factor, FactorKind } from '#src/contract/desk/second-factor.ts'
import { lockAccount } from '../auth/accounts.ts'
import type { Config } from '../config.ts'
import type { Database, Queries } from '../db/database.ts'
import { badRequest, DeskError } from '../errors.ts'
import { DEFAULT_LANGUAGE, type Say, type Words, wordsOf } from '../language.ts'
import { appWords, newAppSecret, stepOfCode } from './authenticator-app.ts'
import type { PasskeySite } from './passkey-site.ts'
import { newPasskeyOptions, type Passkey, readNewPasskey } from './passkeys.ts'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import type { SecretBox } from './sealed-secret.ts'

const SET_UP_MINUTES = 15
const MOST_FACTORS = 10
/** What one is called until its person names it. */
const NAMES: Readonly<Record<FactorKind, Say>> = {
  app: (words) => words.appName(),
  passkey: (words) => words.passkeyName(),
}

type Person = { uuid: string; username: string; name: string }

/** What a person has beside the password, as they see and change it themselves. */
export type OwnFactors = {
  read(staffUUID: string): Promise<{ factors: Factor[]; recoveryCodesLeft: number }>
  /** Begins to set one up; nothing is there until it has been shown to work. One at a time. */
  begin(staffUUID: string, kind: FactorKind, site: PasskeySite | undefined): Promise<BegunFactor>
  /**
   * Adds what was begun.
   * @param words those of the person, for the name that it has first
   * @param isFirst whether it must be the first one: whoever has one is to show that, not to add another
   * @returns recovery codes with the first factor, else none
   * @throws DeskError 400 when the proof is not right
   */
  add(
    staffUUID: string,
    proof: AddFactor,
    site: PasskeySite | undefined,
    words?: Words,
    isFirst?: boolean,
  ): Promise<{ kind: FactorKind; recoveryCodes: string[] }>
  /** @returns whether there is one */
  rename(staffUUID: string, id: string, name: string): Promise<boolean>
  /**
   * @returns which kind it was; undefined when there is none
   * @throws DeskError 400 when it is the last one and there has to be one
   */
  remove(staffUUID: string, id: string): Promise<FactorKind | undefined>
  /** Makes new codes in place of those that were there. @throws DeskError 400 without a factor that they could stand in for */
  renewRecoveryCodes(staffUUID: string): Promise<string[]>
}

export function ownFactors(
  db: Database,
  mode: Config['secondFactor'],
  box: SecretBox | undefined,
  now: () => Date,
): OwnFactors {
  const oldestSetUp = () => new Date(now().getTime() - SET_UP_MINUTES * 60_000)

  async function requirePerson(staffUUID: string): Promise<Person> {
    const [person] = await db.query<Person>('select uuid, username, name from staff where uuid = $1', [staffUUID])
    if (person === undefined) throw setUpIsOver()
    return person
  }

  async function keepSetUp(staffUUID: string, kind: FactorKind, made: { secret?: Buffer; challenge?: string }) {
    await db.query(
      `insert into factor_set_ups (staff_uuid, kind, secret, challenge, created_at) values ($1, $2, $3, $4, $5)
       on conflict (staff_uuid) do update set kind = excluded.kind, secret = excluded.secret,
         challenge = excluded.challenge, created_at = excluded.created_at`,
      [staffUUID, kind, made.secret ?? null, made.challenge ?? null, now()],
    )
  }

  /** Adds one, and with the first one its recovery codes. */
  async function insert(staffUUID: string, kind: FactorKind, made: Made, { named, isFirst }: How): Promise<string[]> {
    return db.transaction(async (tx) => {
      // One after the other: names and the last one depend on what is there.
      await lockAccount(tx, staffUUID)
      const begun = await tx.query(
        'delete from factor_set_ups where staff_uuid = $1 and kind = $2 and created_at >= $3 returning 1',
        [staffUUID, kind, oldestSetUp()],
      )
      if (begun.length === 0) throw setUpIsOver()
      const there = await tx.query<{ name: string }>('select name from second_factors where staff_uuid = $1', [
        staffUUID,
      ])
      if (isFirst && there.length > 0) throw setUpIsOver()
      if (there.length >= MOST_FACTORS) throw badRequest((words) => words.tooManyFactors({ most: MOST_FACTORS }))
      const { secret, step, passkey } = made
      await tx.query(
        `insert into second_factors (id, staff_uuid, kind, name, created_at, secret, last_step, credential_id, public_key,
           counter, transports) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text[])`,
        [
          randomUUID(),
          staffUUID,
          kind,
          freeName(
            named(NAMES[kind]),
            there.map(({ name }) => name),
          ),
          now(),
          secret ?? null,
          step ?? null,
          passkey?.credentialId ?? null,
          passkey === undefined ? null : Buffer.from(passkey.publicKey),
          passkey?.counter ?? null,
          passkey?.transports ?? null,
        ],
      )
      return there.length === 0 ? replaceRecoveryCodes(tx, staffUUID) : []
    })
  }

  async function addApp(staffUUID: string, code: string, how: How): Promise<string[]> {
    const [begun] = await db.query<{ secret: Uint8Array }>(
      "select secret from factor_set_ups where staff_uuid = $1 and kind = 'app' and created_at >= $2",
      [staffUUID, oldestSetUp()],
    )
    const secret = begun === undefined ? undefined : box?.open(begun.secret, staffUUID)
    if (begun === undefined || secret === undefined) throw setUpIsOver()
    const step = stepOfCode(secret, code.replaceAll(/\s/g, ''), now())
    if (step === undefined) throw wrongCode()
    return insert(staffUUID, 'app', { secret: Buffer.from(begun.secret), step }, how)
  }

  async function addPasskey(
    staffUUID: string,
    sent: NonNullable<AddFactor['passkey']>,
    site: PasskeySite,
    how: How,
  ): Promise<string[]> {
    // A challenge is answered once, right or wrong.
    const [begun] = await db.query<{ challenge: string }>(
      `update factor_set_ups set challenge = null from (select challenge as given from factor_set_ups
         where staff_uuid = $1 and kind = 'passkey' and created_at >= $2 for update) before
       where staff_uuid = $1 and kind = 'passkey' and given is not null returning given as challenge`,
      [staffUUID, oldestSetUp()],
    )
    if (begun === undefined) throw setUpIsOver()
    const passkey = await readNewPasskey(site, begun.challenge, sent)
    const [taken] =
      passkey === undefined
        ? []
        : await db.query('select 1 from second_factors where credential_id = $1', [passkey.credentialId])
    if (passkey === undefined || taken !== undefined) throw wrongPasskey()
    return insert(staffUUID, 'passkey', { passkey }, how)
  }

  return {
    async read(staffUUID) {
      const factors = await db.query<FactorRow>(
        'select id, kind, name, created_at, last_used_at from second_factors where staff_uuid = $1 order by created_at, id',
        [staffUUID],
      )
      const [codes] = await db.query<{ left: number }>(
        'select count(*)::int as left from recovery_codes where staff_uuid = $1',
        [staffUUID],
      )
      return {
        factors: factors.map(({ created_at, last_used_at, ...factor }) => ({
          ...factor,
          addedAt: created_at.toISOString(),
          lastUsedAt: last_used_at?.toISOString() ?? null,
        })),
        recoveryCodesLeft: codes?.left ?? 0,
      }
    },

    async begin(staffUUID, kind, site) {
      const person = await requirePerson(staffUUID)
      if (kind === 'app') {
        if (box === undefined) throw badRequest((words) => words.noAppsHere())
        const secret = newAppSecret()
        await keepSetUp(staffUUID, kind, { secret: box.seal(secret, staffUUID) })
        return { app: appWords(secret, person.username) }
      }
      const known = await passkeysOf(db, staffUUID)
      const passkey = await newPasskeyOptions(requireSite(site), person, known)
      await keepSetUp(staffUUID, kind, { challenge: passkey.challenge })
      return { passkey: { ...passkey } }
    },

    async add(staffUUID, { code, passkey }, site, words = wordsOf(DEFAULT_LANGUAGE), isFirst = false) {
      const how: How = { named: (name) => name(words), isFirst }
      if (passkey !== undefined) {
        return { kind: 'passkey', recoveryCodes: await addPasskey(staffUUID, passkey, requireSite(site), how) }
      }
      return { kind: 'app', recoveryCodes: await addApp(staffUUID, code ?? '', how) }
    },

    async rename(staffUUID, id, name) {
      const renamed = await db.query(
        'update second_factors set name = $3 where staff_uuid = $1 and id = $2 returning 1',
        [staffUUID, id, name.trim()],
      )
      return renamed.length > 0
    },

    async remove(staffUUID, id) {
      return db.transaction(async (tx) => {
        await lockAccount(tx, staffUUID)
        const there = await tx.query<{ id: string; kind: FactorKind }>(
          'select id, kind from second_factors where staff_uuid = $1',
          [staffUUID],
        )
        const found = there.find((factor) => factor.id === id)
        if (found === undefined) return undefined
        if (there.length === 1 && mode === 'required') throw lastFactor()
        await tx.query('delete from second_factors where id = $1', [id])
        if (there.length === 1) await tx.query('delete from recovery_codes where staff_uuid = $1', [staffUUID])
        return found.kind
      })
    },

    async renewRecoveryCodes(staffUUID) {
      return db.transaction(async (tx) => {
        await lockAccount(tx, staffUUID)
        const there = await tx.query('select 1 from second_factors where staff_uuid = $1', [staffUUID])
        if (there.length === 0) throw badRequest((words) => words.factorNeededFirst())
        return replaceRecoveryCodes(tx, staffUUID)
      })
    },
  }
}

type FactorRow = { id: string; kind: FactorKind; name: string; created_at: Date; last_used_at: Date | null }
type How = { named: (name: Say) => string; isFirst: boolean }
type Made = { secret?: Buffer; step?: number; passkey?: Passkey }

async function replaceRecoveryCodes(tx: Queries, staffUUID: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.query('delete from recovery_codes where staff_uuid = $1', [staffUUID])
  await tx.query('insert into recovery_codes (staff_uuid, code_hash) select $1, unnest($2::bytea[])', [
    staffUUID,
    codes.map(hashRecoveryCode),
  ])
  return codes
}

/** The passkeys of a person. */
export async function passkeysOf(
  db: Queries,
  staffUUID: string,
): Promise<{ credentialId: string; transports: string[] }[]> {
  return db.query(
    `select credential_id as "credentialId", coalesce(transports, '{}') as transports from second_factors
     where staff_uuid = $1 and kind = 'passkey'`,
    [staffUUID],
  )
}

/** Takes every factor of a person away, for one who has lost them all. @returns how many there were */
export async function resetFactors(tx: Queries, staffUUID: string): Promise<number> {
  const gone = await tx.query('delete from second_factors where staff_uuid = $1 returning 1', [staffUUID])
  await tx.query('delete from recovery_codes where staff_uuid = $1', [staffUUID])
  await tx.query('delete from factor_set_ups where staff_uuid = $1', [staffUUID])
  return gone.length
}

function freeName(base: string, taken: readonly string[]): string {
  const names = [base, ...Array.from({ length: MOST_FACTORS }, (_, n) => `${base} ${n + 2}`)]
  return names.find((name) => !taken.includes(name)) ?? base
}

export function requireSite(site: PasskeySite | undefined): PasskeySite {
  if (site === undefined) {
    throw badRequest((words) => words.noPasskeysHere())
  }
  return site
}

const setUpIsOver = (): DeskError => new DeskError(400, 'SET_UP_IS_OVER', (words) => words.setUpIsOver())
const wrongCode = (): DeskError =>
  new DeskError(400, 'WRONG_CODE', (words) => words.wrongCode(), {
    code: ACCOUNT_ERRORS.wrongCode,
  })
const wrongPasskey = (): DeskError => new DeskError(400, 'WRONG_PASSKEY', (words) => words.wrongPasskey())
const lastFactor = (): DeskError => new DeskError(400, 'LAST_FACTOR', (words) => words.lastFactor())
