import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import type { Deps, Env } from '../deps.ts'
import { recordRequest } from '../audit/record-request.ts'
import { DeskError, signInRequired } from '../errors.ts'
import type { Caller } from './caller.ts'
import type { Origin } from './sessions.ts'

// The prefix makes browsers refuse the cookie from a sibling host or over http; plain http is loopback only.
const cookieName = (config: Config): string => (config.isHttps ? '__Host-customer-desk' : 'customer-desk')

const attributes = (config: Config) =>
  ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: config.isHttps }) as const

/** The session token that the browser sent, right or wrong. */
export function sessionToken(c: Context<Env>, config: Config): string | undefined {
  const token = getCookie(c, cookieName(config))
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

export function setSessionCookie(c: Context<Env>, config: Config, token: string): void {
  setCookie(c, cookieName(config), token, attributes(config))
  // Whoever is in has come to some page.
  clearReturnCookie(c, config)
}

export function clearSessionCookie(c: Context<Env>, config: Config): void {
  setCookie(c, cookieName(config), '', { ...attributes(config), maxAge: 0 })
}

const stepCookieName = (config: Config): string => `${cookieName(config)}-step`
const STEP_SECONDS = 900

/** The token of a sign-in that lacks its second step; it is no session. */
export function stepToken(c: Context<Env>, config: Config): string | undefined {
  const token = getCookie(c, stepCookieName(config))
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

export function setStepCookie(c: Context<Env>, config: Config, token: string): void {
  setCookie(c, stepCookieName(config), token, { ...attributes(config), maxAge: STEP_SECONDS })
}

export function clearStepCookie(c: Context<Env>, config: Config): void {
  setCookie(c, stepCookieName(config), '', { ...attributes(config), maxAge: 0 })
}

// Each sign-in that was begun has a cookie of its own: people begin one in every tab, and finish them in any order.
const flowCookiePrefix = (config: Config): string =>
  config.isHttps ? '__Host-customer-desk-sign-in-' : 'customer-desk-sign-in-'
const flowCookieName = (config: Config, state: string): string => flowCookiePrefix(config) + state.slice(0, 16)
const FLOW_SECONDS = 600
/** So many can be under way in one browser; the oldest makes room for a new one. */
const MOST_FLOWS = 8

/** The secret that ties the begun single sign-on of this state to this browser. */
export function flowSecret(c: Context<Env>, config: Config, state: string): string | undefined {
  const secret = getCookie(c, flowCookieName(config, state))
  return secret !== undefined && /^[\w-]{43}$/.test(secret) ? secret : undefined
}

export function setFlowCookie(c: Context<Env>, config: Config, state: string, secret: string): void {
  // Browsers send the oldest first.
  const begun = Object.keys(getCookie(c)).filter((name) => name.startsWith(flowCookiePrefix(config)))
  for (const name of begun.slice(0, Math.max(0, begun.length - MOST_FLOWS + 1))) clearLax(c, config, name)
  setLax(c, config, flowCookieName(config, state), secret)
}

export function clearFlowCookie(c: Context<Env>, config: Config, state: string): void {
  clearLax(c, config, flowCookieName(config, state))
}

/** The provider sends the browser back from another site; a strict cookie would stay at home. */
function setLax(c: Context<Env>, config: Config, name: string, value: string): void {
  setCookie(c, name, value, { ...attributes(config), sameSite: 'Lax', maxAge: FLOW_SECONDS })
}

function clearLax(c: Context<Env>, config: Config, name: string): void {
  setCookie(c, name, '', { ...attributes(config), sameSite: 'Lax', maxAge: 0 })
}

const returnCookieName = (config: Config): string => `${cookieName(config)}-return`
/** Browsers keep 4,096 bytes of a cookie, its name and attributes included. */
const MOST_OF_ADDRESS = 3800

/** The page at which the next person begins, from a sign-out that went on to the identity provider. */
export function returnAddress(c: Context<Env>, config: Config): string | undefined {
  return getCookie(c, returnCookieName(config))
}

/**
 * Keeps the page at which the next person begins in this browser: what the provider is sent would tell it the customer.
 * @param address a path of this site; of one that is too long the query is left out
 */
export function setReturnCookie(c: Context<Env>, config: Config, address: string): void {
  const kept = encodeURIComponent(address).length > MOST_OF_ADDRESS ? address.replace(/[?#].*$/s, '') : address
  setLax(c, config, returnCookieName(config), kept)
}

/** Nothing where the browser has none. */
export function clearReturnCookie(c: Context<Env>, config: Config): void {
  if (returnAddress(c, config) !== undefined) clearLax(c, config, returnCookieName(config))
}

/** From where a request came, for the person whose session it becomes. */
export const originOf = (c: Context<Env>): Origin => ({
  address: c.get('address'),
  userAgent: c.req.header('user-agent'),
})

type Staff = Extract<Caller, { kind: 'staff' }>

type Activity = { isActivity: boolean; mostLookUps?: number }

/** The signed-in person, or undefined; `caller` is set for the log. */
export async function findStaff(
  c: Context<Env>,
  deps: Deps,
  { isActivity, mostLookUps }: Activity,
): Promise<Staff | undefined> {
  const token = sessionToken(c, deps.config)
  const staff = token === undefined ? undefined : await deps.sessions.find(token, isActivity, mostLookUps)
  if (staff !== undefined) c.set('caller', staff)
  return staff
}

/**
 * The signed-in person.
 * @throws DeskError 401
 */
export async function requireStaff(c: Context<Env>, deps: Deps, activity: Activity): Promise<Staff> {
  const staff = await findStaff(c, deps, activity)
  if (staff === undefined) throw signInRequired()
  return staff
}

/**
 * The signed-in person, with the number of their look-ups, or the service account of HTTP Basic credentials.
 * @throws DeskError 401
 */
export async function requireCaller(c: Context<Env>, deps: Deps): Promise<Caller> {
  const authorization = c.req.header('authorization')
  if (authorization === undefined)
    return requireStaff(c, deps, { isActivity: true, mostLookUps: deps.config.lookupsPerMinute })
  const record = (outcome: string, username: string | undefined, status: number) =>
    recordRequest(c, deps, {
      event: 'sign-in',
      outcome,
      actor: username === undefined ? { kind: 'unknown' } : { kind: 'service', id: username },
      status,
      detail: 'service account',
    })
  const found = await deps.serviceAccounts.find(authorization, c.get('address')).catch(async (error: unknown) => {
    if (error instanceof DeskError) {
      const username = await deps.serviceAccounts.named(authorization)
      await record(error.status === 429 ? 'too-many' : 'failed', username, error.status)
    }
    throw error
  })
  if (!found.isIn) {
    await record('refused', found.username, 401)
    throw signInRequired()
  }
  c.set('caller', found.caller)
  return found.caller
}
