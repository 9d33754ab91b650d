import { Text } from '#src/contract/scalars.ts'
import { z } from '#src/contract/zod.ts'
import { TypedPassword } from './session.ts'

const MAX_NAME_LENGTH = 64

export const FactorKind = z.enum(['app', 'passkey'], 'must be app or passkey')
export type FactorKind = z.output<typeof FactorKind>

const Factor = z.object({
  id: z.string(),
  kind: FactorKind,
  name: Text,
  /** RFC 3339, UTC. */
  addedAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
})
export type Factor = z.output<typeof Factor>

/** What a person has beside the password, and may add here. */
export const SecondFactor = z.object({
  isRequired: z.boolean(),
  offers: z.array(FactorKind),
  /** This application's other address, where passkeys work, when they do not at the one that was asked. */
  passkeyAddress: z.nullable(z.string()),
  factors: z.array(Factor),
  recoveryCodesLeft: z.number(),
})
export type SecondFactor = z.output<typeof SecondFactor>

const Base64Url = z.string().check(z.regex(/^[\w-]+$/, 'must be base64url'))

/** What a browser says of a passkey that it has made; the library checks what is in it. */
const NewPasskey = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Base64Url,
    attestationObject: Base64Url,
    transports: z.optional(z.array(z.string().check(z.maxLength(32))).check(z.maxLength(16))),
  }),
  clientExtensionResults: z.object({}),
})

/** What a browser says to prove that somebody has a passkey. */
const ShownPasskey = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    userHandle: z.optional(z.string()),
  }),
  clientExtensionResults: z.object({}),
})
export type ShownPasskey = z.output<typeof ShownPasskey>

const Code = Text.check(z.minLength(1, 'must not be empty'), z.maxLength(64, 'must have at most 64 characters'))
const ONE_OF_BOTH = 'must hold either a code or a passkey'
const isOne = (sent: { code?: unknown; passkey?: unknown }) =>
  (sent.code === undefined) !== (sent.passkey === undefined)

export const PasskeySignIn = z.object({ passkey: ShownPasskey })

/** The second step of a sign-in: a code of an app, a recovery code, or a passkey. */
export const SecondStep = z
  .object({ code: z.optional(Code), passkey: z.optional(ShownPasskey) })
  .check(z.refine(isOne, ONE_OF_BOTH))

export const BeginFactor = z.object({ kind: FactorKind })

/** Proof that the factor that was begun is there: a code of the app, or the passkey. */
export const AddFactor = z
  .object({ code: z.optional(Code), passkey: z.optional(NewPasskey) })
  .check(z.refine(isOne, ONE_OF_BOTH))
export type AddFactor = z.output<typeof AddFactor>

export const FactorName = z.object({
  name: Text.check(
    z.refine((name) => name.trim() !== '', 'must not be empty'),
    z.maxLength(MAX_NAME_LENGTH, `must have at most ${MAX_NAME_LENGTH} characters`),
  ),
})

export const Confirmation = z.object({ password: TypedPassword })

/** Options for the browser's own dialog, as it takes them. */
const BrowserOptions = z.looseObject({ challenge: z.string() })

/** What the second step of a begun sign-in can be, or, where there has to be one first, what can be added. */
export const SecondStepOptions = z.object({
  isSetUp: z.boolean(),
  ways: z.array(z.enum(['app', 'passkey', 'recovery-code'])),
  offers: z.array(FactorKind),
  passkeyAddress: z.nullable(z.string()),
  /** Present when a passkey is one of the ways. */
  passkey: z.optional(BrowserOptions),
})
export type SecondStepOptions = z.output<typeof SecondStepOptions>

export const PasskeyOptions = z.object({ passkey: BrowserOptions })

/** A factor that is being set up: what the app has to know, or what the browser has to make. */
export const BegunFactor = z.object({
  app: z.optional(z.object({ uri: z.string(), secret: z.string() })),
  passkey: z.optional(BrowserOptions),
})
export type BegunFactor = z.output<typeof BegunFactor>

/** Shown once; each signs in once in place of a factor. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
