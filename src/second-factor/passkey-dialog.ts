import * as words from '#words/second-factor'
import {
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
  WebAuthnError,
} from '@simplewebauthn/browser'

type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']
type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']

/** Why the browser came back without a passkey, for people. */
export class PasskeyProblem extends Error {
  override name = 'PasskeyProblem'
}

const isPrevious = (error: unknown) =>
  error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'

/** Has the browser make a passkey. @throws PasskeyProblem */
export async function makePasskey(options: unknown): Promise<object> {
  try {
    return await startRegistration({ optionsJSON: options as CreationOptions })
  } catch (error) {
    throw new PasskeyProblem(isPrevious(error) ? words.heldAlready() : words.noneMade())
  }
}

/** Has the browser show a passkey. @throws PasskeyProblem */
export const showPasskey = (options: unknown): Promise<object> => askForPasskey(options, false)

/** Whether the browser can offer passkeys among what it fills into the field for the name. */
export const canOfferPasskeys = browserSupportsWebAuthnAutofill

/** Waits until somebody chooses a passkey there; any other question to the browser ends it. @throws PasskeyProblem */
export const offerPasskeys = (options: unknown): Promise<object> => askForPasskey(options, true)

/** Offers no passkey any more. */
export const withdrawPasskeys = (): void => WebAuthnAbortService.cancelCeremony()

async function askForPasskey(options: unknown, useBrowserAutofill: boolean): Promise<object> {
  try {
    return await startAuthentication({ optionsJSON: options as RequestOptions, useBrowserAutofill })
  } catch {
    throw new PasskeyProblem(words.noneShown())
  }
}
