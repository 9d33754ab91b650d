import { ACCOUNT_ERRORS } from '#src/contract/desk/account-errors.ts'
import { type Context, Hono } from 'hono'
import {
  AddFactor,
  BeginFactor,
  type BegunFactor,
  Confirmation,
  FactorName,
  type RecoveryCodes,
} from '#src/contract/desk/second-factor.ts'
import type { z } from '#src/contract/zod.ts'
import { originOf } from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { DeskError, secondFactorsOff } from '../errors.ts'
import { languageOf, wordsOf } from '../language.ts'
import { readJsonBody } from '../request-body.ts'
import type { SecondFactors } from '../second-factor/second-factor.ts'
import { ownSession, recordingRefusals } from './own-session.ts'

export const KIND_WORDS = { app: 'authenticator app', passkey: 'passkey' } as const

/** What people have beside the password: whoever changes it has shown within minutes that they know the password. */
export function ownFactorRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.post('/confirmation', async (c) => {
    const { own, record } = await ownSession(c, deps)
    const { password } = await readJsonBody(c, Confirmation)
    await recordingRefusals(record, 'confirmation by password', () => deps.account.confirm(own, password, originOf(c)))
    return c.body(null, 204)
  })

  routes.post('/factors/begin', async (c) => {
    const { own, factors } = await confirmed(c)
    const { kind } = await readJsonBody(c, BeginFactor)
    return c.json((await factors.own.begin(own.uuid, kind, factors.here(c).site)) satisfies BegunFactor)
  })

  routes.post('/factors', async (c) => {
    const { own, record, factors } = await confirmed(c)
    const proof = await readJsonBody(c, AddFactor)
    const { kind, recoveryCodes } = await recordingRefusals(record, 'own second factor', () =>
      factors.own.add(own.uuid, proof, factors.here(c).site, wordsOf(languageOf(c))),
    )
    await record('done', `added own ${KIND_WORDS[kind]}`, 200)
    return c.json({ recoveryCodes } satisfies z.output<typeof RecoveryCodes>)
  })

  routes.put('/factors/:id', async (c) => {
    const { own, record, factors } = await confirmed(c)
    const { name } = await readJsonBody(c, FactorName)
    if (!(await factors.own.rename(own.uuid, c.req.param('id'), name))) throw noSuchFactor()
    await record('done', 'renamed own second factor', 204)
    return c.body(null, 204)
  })

  routes.delete('/factors/:id', async (c) => {
    const { own, record, factors } = await confirmed(c)
    const kind = await recordingRefusals(record, 'removal of own second factor', () =>
      factors.own.remove(own.uuid, c.req.param('id')),
    )
    // One that is gone already is what was asked for.
    if (kind !== undefined) await record('done', `removed own ${KIND_WORDS[kind]}`, 204)
    return c.body(null, 204)
  })

  routes.post('/recovery-codes', async (c) => {
    const { own, record, factors } = await confirmed(c)
    const recoveryCodes = await factors.own.renewRecoveryCodes(own.uuid)
    await record('done', 'made new own recovery codes', 200)
    return c.json({ recoveryCodes } satisfies z.output<typeof RecoveryCodes>)
  })

  async function confirmed(c: Context<Env>) {
    const session = await ownSession(c, deps)
    const factors = requireFactors(deps)
    if (!(await deps.account.isConfirmed(session.own))) throw confirmationNeeded()
    return { ...session, factors }
  }

  return routes
}

/** @throws DeskError 400 where there are no second factors */
export function requireFactors({ secondFactor }: Deps): SecondFactors {
  if (secondFactor === undefined) throw secondFactorsOff()
  return secondFactor
}

const noSuchFactor = (): DeskError => new DeskError(400, 'NO_SUCH_FACTOR', (words) => words.noSuchFactor())
const confirmationNeeded = (): DeskError =>
  new DeskError(403, 'CONFIRMATION_NEEDED', (words) => words.confirmationNeeded(), {
    code: ACCOUNT_ERRORS.confirmationNeeded,
  })
