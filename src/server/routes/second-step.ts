import { type Context, Hono } from 'hono'
import {
  AddFactor,
  BeginFactor,
  type BegunFactor,
  type PasskeyOptions,
  PasskeySignIn,
  type RecoveryCodes,
  SecondStep,
  type SecondStepOptions,
} from '#src/contract/desk/second-factor.ts'
import type { z } from '#src/contract/zod.ts'
import { type Actor, actorOf } from '../audit/audit-log.ts'
import { recordRequest } from '../audit/record-request.ts'
import {
  clearStepCookie,
  originOf,
  sessionToken,
  setSessionCookie,
  setStepCookie,
  stepToken,
} from '../auth/session-cookie.ts'
import type { Deps, Env } from '../deps.ts'
import { signInIsOver, wrongSecondFactor } from '../errors.ts'
import { languageOf, wordsOf } from '../language.ts'
import { readJsonBody } from '../request-body.ts'
import { passkeysOf, requireSite } from '../second-factor/own-factors.ts'
import { passkeyOptions } from '../second-factor/passkeys.ts'
import type { Step } from '../second-factor/sign-in-steps.ts'
import { KIND_WORDS, requireFactors } from './own-factors.ts'
import { recordingRefusals } from './own-session.ts'
import { sessionBody } from './session-body.ts'

/** What comes after the password, and the sign-in by a passkey alone. */
export function secondStepRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()

  routes.post('/second-factor/begin', async (c) => {
    const { factors, token, step } = await begun(c)
    const { site, offers, passkeyAddress } = factors.here(c)
    const here = { isSetUp: step.kind === 'set-up', offers, passkeyAddress }
    if (step.kind === 'set-up') return c.json({ ...here, ways: [] } satisfies SecondStepOptions)
    const own = await factors.own.read(step.staffUUID)
    const passkeys = await passkeysOf(deps.db, step.staffUUID)
    const passkey = site === undefined || passkeys.length === 0 ? undefined : await passkeyOptions(site, passkeys)
    if (passkey !== undefined) await factors.steps.keepChallenge(token, passkey.challenge)
    const ways: SecondStepOptions['ways'] = [
      ...(passkey === undefined ? [] : ['passkey' as const]),
      ...(own.factors.some(({ kind }) => kind === 'app') ? ['app' as const] : []),
      ...(own.recoveryCodesLeft > 0 ? ['recovery-code' as const] : []),
    ]
    return c.json({
      ...here,
      ways,
      ...(passkey === undefined ? {} : { passkey: { ...passkey } }),
    } satisfies SecondStepOptions)
  })

  routes.post('/second-factor', async (c) => {
    const { factors, token, step } = await begun(c)
    if (step.kind !== 'factor') throw signInIsOver()
    const { code, passkey } = await readJsonBody(c, SecondStep)
    const record = recordOf(c, actorOfStep(step))
    const shown = { staffUUID: step.staffUUID, username: step.username, address: c.get('address') }
    const factor = await recordingRefusals(record, 'second factor', async () => {
      if (passkey === undefined) return factors.check.code(shown, code ?? '')
      const challenge = await factors.steps.takeChallenge(token)
      if (challenge === undefined) throw signInIsOver()
      return factors.check.passkey(shown, requireSite(factors.here(c).site), challenge, passkey)
    })
    if (factor === undefined) {
      await record('refused', 'second factor', 401)
      throw wrongSecondFactor()
    }
    const staff = await enter(c, token, step.staffUUID, `password and ${factor}`)
    return c.json(await sessionBody(c, deps, staff))
  })

  routes.post('/passkey/begin', async (c) => {
    const factors = requireFactors(deps)
    const passkey = await passkeyOptions(requireSite(factors.here(c).site), undefined)
    setStepCookie(c, deps.config, await factors.steps.beginWithPasskey(passkey.challenge))
    return c.json({ passkey: { ...passkey } } satisfies z.output<typeof PasskeyOptions>)
  })

  routes.post('/passkey', async (c) => {
    const factors = requireFactors(deps)
    const { passkey } = await readJsonBody(c, PasskeySignIn)
    const token = stepToken(c, deps.config)
    const challenge = token === undefined ? undefined : await factors.steps.takeChallenge(token)
    if (token === undefined || challenge === undefined) throw signInIsOver()
    const staffUUID = await factors.check.passkeyAlone(requireSite(factors.here(c).site), challenge, passkey)
    if (staffUUID === undefined) {
      await recordOf(c, { kind: 'unknown' })('refused', 'passkey', 401)
      throw wrongSecondFactor()
    }
    const staff = await enter(c, token, staffUUID, 'passkey')
    return c.json(await sessionBody(c, deps, staff))
  })

  routes.post('/set-up/begin', async (c) => {
    const { factors, step } = await settingUp(c)
    const { kind } = await readJsonBody(c, BeginFactor)
    return c.json((await factors.own.begin(step.staffUUID, kind, factors.here(c).site)) satisfies BegunFactor)
  })

  routes.post('/set-up', async (c) => {
    const { factors, token, step } = await settingUp(c)
    const proof = await readJsonBody(c, AddFactor)
    const { kind, recoveryCodes } = await recordingRefusals(
      recordOf(c, actorOfStep(step), 'account'),
      'own second factor',
      () => factors.own.add(step.staffUUID, proof, factors.here(c).site, wordsOf(languageOf(c)), true),
    )
    await recordOf(c, actorOfStep(step), 'account')('done', `added own ${KIND_WORDS[kind]}`, 200)
    await enter(c, token, step.staffUUID, `password and ${KIND_WORDS[kind]}`)
    return c.json({ recoveryCodes } satisfies z.output<typeof RecoveryCodes>)
  })

  /** Makes a session of a sign-in that is finished. */
  async function enter(c: Context<Env>, token: string, staffUUID: string, how: string) {
    const factors = requireFactors(deps)
    const session = await factors.steps.finish(token, staffUUID, originOf(c))
    const staff = session === undefined ? undefined : await deps.sessions.known(staffUUID)
    if (session === undefined || staff === undefined) throw signInIsOver()
    // An old session of this browser must not outlive the new one.
    const old = sessionToken(c, deps.config)
    if (old !== undefined) await deps.sessions.signOut(old)
    await recordOf(c, actorOf(staff))('done', how, 200)
    clearStepCookie(c, deps.config)
    setSessionCookie(c, deps.config, session)
    return staff
  }

  async function begun(c: Context<Env>) {
    const factors = requireFactors(deps)
    const token = stepToken(c, deps.config)
    const step = token === undefined ? undefined : await factors.steps.find(token)
    if (token === undefined || step === undefined) throw signInIsOver()
    return { factors, token, step }
  }

  async function settingUp(c: Context<Env>) {
    const found = await begun(c)
    if (found.step.kind !== 'set-up') throw signInIsOver()
    return found
  }

  function recordOf(c: Context<Env>, actor: Actor, event: 'sign-in' | 'account' = 'sign-in') {
    return (outcome: string, detail: string, status: number) =>
      recordRequest(c, deps, { event, outcome, actor, status, detail })
  }

  return routes
}

const actorOfStep = ({ staffUUID, name }: Step): Actor => ({ kind: 'staff', id: staffUUID, name })
