import { createHash } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { AddFactor, ShownPasskey } from '#src/contract/desk/second-factor.ts'
import type { PasskeySite } from './passkey-site.ts'

/** A passkey as it is kept. */
export type Passkey = { credentialId: string; publicKey: Uint8Array; counter: number; transports: string[] }

type Person = { uuid: string; username: string; name: string }
type Known = Pick<Passkey, 'credentialId' | 'transports'>

const named = (known: readonly Known[]) =>
  known.map(({ credentialId, transports }) => ({ id: credentialId, transports }))

/** Asks the browser for a new passkey; those that the person has are left out. */
export function newPasskeyOptions({ id }: PasskeySite, person: Person, known: readonly Known[]) {
  return generateRegistrationOptions({
    rpName: 'Customer Desk',
    rpID: id,
    // Whoever finds a key learns nothing of its owner.
    userID: new Uint8Array(createHash('sha256').update(`customer-desk ${person.uuid}`).digest()),
    userName: person.username,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: named(known),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
}

/**
 * Asks the browser for a passkey.
 * @param known those of the person who has given the password; undefined while the passkey is to say who it is
 */
export function passkeyOptions({ id }: PasskeySite, known: readonly Known[] | undefined) {
  return generateAuthenticationOptions({
    rpID: id,
    ...(known === undefined ? {} : { allowCredentials: named(known) }),
    // Alone it must be two factors: the device, and whoever unlocks it.
    userVerification: known === undefined ? 'required' : 'preferred',
  })
}

/** @returns the new passkey, or undefined when the answer is not right */
export async function readNewPasskey(
  site: PasskeySite,
  challenge: string,
  sent: NonNullable<AddFactor['passkey']>,
): Promise<Passkey | undefined> {
  const answer = await verifyRegistrationResponse({
    ...expected(site, challenge),
    response: sent as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    requireUserVerification: false,
  }).catch(notRight)
  if (answer?.verified !== true) return undefined
  const { id: credentialId, publicKey, counter } = answer.registrationInfo.credential
  return { credentialId, publicKey, counter, transports: sent.response.transports ?? [] }
}

/**
 * @param isAlone whether there was no password before it
 * @returns the counter after this use, or undefined when the answer is not right
 */
export async function readShownPasskey(
  site: PasskeySite,
  challenge: string,
  sent: ShownPasskey,
  { credentialId, publicKey, counter }: Passkey,
  isAlone: boolean,
): Promise<number | undefined> {
  const answer = await verifyAuthenticationResponse({
    ...expected(site, challenge),
    response: sent as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
    credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
    requireUserVerification: isAlone,
  }).catch(notRight)
  return answer?.verified === true ? answer.authenticationInfo.newCounter : undefined
}

const expected = ({ id, origin }: PasskeySite, challenge: string) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: id,
})

/** The library throws for everything that is not as it must be. */
const notRight = () => undefined
