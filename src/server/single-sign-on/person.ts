import { identifierProblem } from '#src/contract/identifier.ts'
import { isStorable } from '#src/contract/scalars.ts'
import { storeStaffDealers } from '../auth/accounts.ts'
import { foldUsername } from '../auth/username.ts'
import type { SingleSignOnConfig } from '../config.ts'
import type { Database, Queries } from '../db/database.ts'
import type { Claims } from './provider.ts'

/** Why somebody whom the provider knows is not let in. */
export type Refusal = 'no-identifier' | 'no-dealers' | 'not-the-same-person' | 'disabled' | 'one-factor'

/** What became different about the account; for the record. */
export type Change = 'added' | 'dealers changed' | 'became manager' | 'is no manager any more'
type Person = { uuid: string; name: string }

/** Ways of proving oneself (RFC 8176), by what they prove: something known, something held, or who one is. */
const FACTORS = [
  ['pwd', 'pin', 'kba'],
  ['otp', 'hwk', 'swk', 'pop', 'sc', 'sms', 'tel'],
  ['fpt', 'face', 'iris', 'retina', 'vbm'],
] as const

/**
 * Lets a person in whom the provider vouches for: they are who the claims say, with the dealers that the
 * claims say, and with nothing else. Whoever was here before keeps their sessions unless their rights changed.
 */
export async function admit(
  db: Database,
  config: SingleSignOnConfig,
  issuer: string,
  claims: Claims,
): Promise<(Person & { changes: Change[] }) | { refusal: Refusal; person: Person | undefined }> {
  const uuid = claims[config.userUUIDClaim]
  if (typeof uuid !== 'string' || identifierProblem(uuid) !== undefined || !isStorable(claims.sub)) {
    return { refusal: 'no-identifier', person: undefined }
  }
  const username = foldUsername(uuid)
  const person = { uuid, name: nameOf(claims, uuid) }
  const refuse = (refusal: Refusal) => ({ refusal, person })
  if (config.requireMfa && !hasSecondFactor(claims)) return refuse('one-factor')
  return db.transaction(async (tx) => {
    const dealers = await knownDealers(tx, listOf(claims[config.dealersClaim]))
    if (dealers.length === 0) return refuse('no-dealers')
    const [known] = await tx.query<{
      issuer: string | null
      subject: string | null
      is_disabled: boolean
      is_manager: boolean
    }>('select issuer, subject, is_disabled, is_manager from staff where uuid = $1 for update', [uuid])
    // An identifier belongs to one person of one provider; a second claim to it is a mistake or worse.
    const isSame =
      known === undefined || known.issuer === null || (known.issuer === issuer && known.subject === claims.sub)
    const [other] = await tx.query(
      'select 1 from staff where uuid <> $1 and (username = $4 or (issuer = $2 and subject = $3)) limit 1',
      [uuid, issuer, claims.sub, username],
    )
    if (!isSame || (other !== undefined && known === undefined)) return refuse('not-the-same-person')
    if (known?.is_disabled === true) return refuse('disabled')
    const isManager = listOf(claims[config.rolesClaim]).includes('manager')
    await tx.query(
      `insert into staff (uuid, username, name, issuer, subject, is_manager) values ($1, $6, $2, $3, $4, $5)
       on conflict (uuid) do update set name = excluded.name, issuer = excluded.issuer, subject = excluded.subject,
         is_manager = excluded.is_manager`,
      [uuid, person.name, issuer, claims.sub, isManager, username],
    )
    const before = await tx.query<{ uuid: string }>(
      'select dealer_uuid as uuid from staff_dealers where staff_uuid = $1',
      [uuid],
    )
    const isChanged = before.length !== dealers.length || before.some((dealer) => !dealers.includes(dealer.uuid))
    if (isChanged) await storeStaffDealers(tx, uuid, dealers)
    const changes: Change[] = known === undefined ? ['added'] : isChanged ? ['dealers changed'] : []
    if (isManager !== (known?.is_manager ?? false)) {
      changes.push(isManager ? 'became manager' : 'is no manager any more')
    }
    return { ...person, changes }
  })
}

async function knownDealers(tx: Queries, uuids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ uuid: string }>('select uuid from dealers where uuid = any($1::text[])', [uuids])
  return rows.map((row) => row.uuid)
}

/** A list, or text with blanks or commas between; providers differ. */
function listOf(claim: unknown): string[] {
  const items: unknown[] = Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(/[\s,]+/) : []
  return items.filter((item): item is string => typeof item === 'string' && item !== '' && isStorable(item))
}

function nameOf(claims: Claims, uuid: string): string {
  const names = [claims['name'], claims['preferred_username'], claims['email']]
  const name = names.find((value) => typeof value === 'string' && value.trim() !== '' && isStorable(value))
  return typeof name === 'string' ? [...name.trim()].slice(0, 128).join('') : uuid
}

function hasSecondFactor(claims: Claims): boolean {
  const methods = listOf(claims['amr'])
  const kinds = FACTORS.filter((factor) => factor.some((method) => methods.includes(method)))
  return methods.includes('mfa') || kinds.length > 1
}
