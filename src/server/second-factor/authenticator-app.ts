import { Secret, TOTP } from 'otpauth'

/** What every authenticator app understands (RFC 6238). */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** Clocks may differ by one step. */
const DRIFT_STEPS = 1
const SECRET_BYTES = 20
const ISSUER = 'Customer Desk'

export const newAppSecret = (): Uint8Array => new Secret({ size: SECRET_BYTES }).bytes

/** What an app is told to count with: as an address for its camera, and as text to type. */
export function appWords(secret: Uint8Array, username: string): { uri: string; secret: string } {
  const own = new Secret({ buffer: new Uint8Array(secret).buffer })
  const uri = new TOTP({ ...KIND, issuer: ISSUER, label: username, secret: own }).toString()
  return { uri, secret: own.base32 }
}

/** The time step of which this is the code, or undefined when it is none of about now. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const own = new Secret({ buffer: new Uint8Array(secret).buffer })
  const timestamp = now.getTime()
  const drift = TOTP.validate({ ...KIND, token: code, secret: own, timestamp, window: DRIFT_STEPS })
  return drift === null ? undefined : TOTP.counter({ period: KIND.period, timestamp }) + drift
}
