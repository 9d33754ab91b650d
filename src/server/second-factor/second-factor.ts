import type { Context } from 'hono'
import type { FactorKind } from '#src/contract/desk/second-factor.ts'
import type { AttemptLimit } from '../auth/attempt-limit.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import type { Env } from '../deps.ts'
import { type CheckFactor, checkFactor } from './check-factor.ts'
import { type OwnFactors, ownFactors } from './own-factors.ts'
import { passkeyAddress, type PasskeySite, passkeySite } from './passkey-site.ts'
import { secretBox } from './sealed-secret.ts'
import { type SignInSteps, signInSteps } from './sign-in-steps.ts'

/** All about what people have beside the password. */
export type SecondFactors = {
  own: OwnFactors
  check: CheckFactor
  steps: SignInSteps
  /** What can be added at the address that was asked, and where else passkeys can be had. */
  here(c: Context<Env>): { site: PasskeySite | undefined; offers: FactorKind[]; passkeyAddress: string | null }
}

/** @returns undefined where there are none */
export function secondFactors(
  db: Database,
  attempts: AttemptLimit,
  config: Config,
  now: () => Date,
): SecondFactors | undefined {
  const { secondFactor: mode, secondFactorKey: key, localAccounts } = config
  if (mode === 'off' || !localAccounts) return undefined
  const box = key === undefined ? undefined : secretBox(key)
  return {
    own: ownFactors(db, mode, box, now),
    check: checkFactor(db, attempts, config.singleSignOn, box, now),
    steps: signInSteps(db, now),
    here(c) {
      const site = passkeySite(c, config)
      const offers: FactorKind[] = [
        ...(site === undefined ? [] : ['passkey' as const]),
        ...(box === undefined ? [] : ['app' as const]),
      ]
      return { site, offers, passkeyAddress: passkeyAddress(c, config) }
    },
  }
}
