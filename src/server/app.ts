import { randomBytes, randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { safeReturnTo, signInPathTo } from '#src/contract/desk/return-to.ts'
import type { Session } from '#src/contract/desk/session.ts'
import { bodyLimit } from './body-limit.ts'
import { clientAddress } from './client-address.ts'
import { QueryFailed } from './db/database.ts'
import { clearReturnCookie, findStaff, returnAddress } from './auth/session-cookie.ts'
import type { Config } from './config.ts'
import type { Deps, Env } from './deps.ts'
import { databaseAway, DeskError, internalError, UpstreamError } from './errors.ts'
import { languageOf } from './language.ts'
import { packedAnswer } from './packed-answer.ts'
import { accountRoutes } from './routes/account.ts'
import { auditRoutes } from './routes/audit.ts'
import { cspReportRoutes } from './routes/csp-report.ts'
import { customerRoutes } from './routes/customer.ts'
import { lookRoutes } from './routes/looks.ts'
import { healthRoutes } from './routes/health.ts'
import { openApiRoutes } from './routes/open-api.ts'
import { sessionBody } from './routes/session-body.ts'
import { ownFactorRoutes } from './routes/own-factors.ts'
import { recentCustomerRoutes } from './routes/recent-customers.ts'
import { preferenceRoutes } from './routes/preferences.ts'
import { staffRoutes } from './routes/staff.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { secondStepRoutes } from './routes/second-step.ts'
import { takenRoutes } from './routes/taken.ts'
import { sessionRoutes } from './routes/session.ts'
import { htmlPolicy, setSecurityHeaders } from './security-headers.ts'

const NONCE_MARK = /__CSP_NONCE__/g
/** Paths of the API: what is not there is a JSON 404, never the app. */
const API_PATH = /^\/(?:api|customer)(?:\/|$)/

/** The whole HTTP surface; it listens nowhere, so tests call `app.request()`. */
export function createApp(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.use(async (c, next) => {
    const started = performance.now()
    c.set('requestId', randomUUID())
    // Without a port, as in tests, there is no connection either.
    const { incoming } = (c.env as Env['Bindings'] | undefined) ?? {}
    c.set('address', clientAddress(incoming, deps.config.trustedProxies))
    await next()
    finish(c, deps, started)
  })
  app.use(async (c, next) => {
    refuseOtherHosts(c, deps.config)
    refuseOtherSites(c, deps.config.publicUrl)
    await next()
  })
  app.use(bodyLimit)
  app.route('/customer', customerRoutes(deps))
  app.route('/api/session', sessionRoutes(deps))
  app.route('/api/session', secondStepRoutes(deps))
  app.route('/api/sign-in', signInRoutes(deps))
  app.route('/api/recent-customers', recentCustomerRoutes(deps))
  app.route('/api/customers', lookRoutes(deps))
  app.route('/api/customers', takenRoutes(deps))
  app.route('/api/preferences', preferenceRoutes(deps))
  app.route('/api/account', accountRoutes(deps))
  app.route('/api/account', ownFactorRoutes(deps))
  app.route('/api/audit', auditRoutes(deps))
  app.route('/api/staff', staffRoutes(deps))
  app.route('/csp-report', cspReportRoutes(deps))
  app.route('/', healthRoutes(deps))
  app.route('/', openApiRoutes())
  app.all('*', (c) => serveApp(c, deps))

  app.onError((error, c) => {
    const known = error instanceof DeskError
    if (!known) deps.log.error({ err: error, requestId: c.get('requestId') }, 'request failed')
    const failure = known ? error : error instanceof QueryFailed && error.isTemporary ? databaseAway() : internalError()
    deps.metrics.failed(failure)
    if (failure instanceof UpstreamError) {
      c.header('x-desk-origin', 'upstream')
      if (failure.fault !== undefined) c.header('x-desk-fault', failure.fault)
      deps.log.warn({ requestId: c.get('requestId'), seen: failure.seen, status: failure.status }, 'upstream fault')
    }
    if (failure.retryAfterSeconds !== undefined) c.header('retry-after', String(failure.retryAfterSeconds))
    // 499 is what servers write for a client that has gone; Hono's types do not know it.
    return c.json(failure.body(languageOf(c)), failure.status as ContentfulStatusCode)
  })
  return app
}

async function serveApp(c: Context<Env>, deps: Deps): Promise<Response> {
  const { path, method } = c.req
  const isRead = method === 'GET' || method === 'HEAD'
  if (API_PATH.test(path)) {
    const allowed = METHODS.find(([pattern]) => pattern.test(path))?.[1]
    if (allowed === undefined) throw new DeskError(404, 'NOT_FOUND', (words) => words.nothingHere())
    throw notAllowed(c, allowed)
  }
  if (!isRead) throw notAllowed(c, 'GET, HEAD')
  const file = deps.files?.respond(path, c.req.header('accept-encoding') ?? '')
  if (file !== undefined) return file
  if (path.startsWith('/assets/') || deps.files === undefined) {
    throw new DeskError(404, 'NOT_FOUND', (words) => words.noSuchFile())
  }
  if (path === '/sign-in') {
    // Back from signing out at the provider, which was not told the page. Whoever came by another way wants that one.
    const wanted = returnAddress(c, deps.config)
    clearReturnCookie(c, deps.config)
    if (wanted !== undefined && c.req.query('returnTo') === undefined)
      return c.redirect(signInPathTo(safeReturnTo(wanted, deps.config.publicUrl)))
  }
  const nonce = randomBytes(16).toString('base64')
  const signIn = [
    ...(deps.config.localAccounts ? ['local'] : []),
    ...(deps.secondFactor?.here(c).site === undefined ? [] : ['passkey']),
    ...(deps.provider === undefined ? [] : ['single']),
  ].join(' ')
  const session = await sessionForPage(c, deps)
  const language = session?.preferences.language ?? languageOf(c)
  const html = deps.files.html[language]
    .replace('__DESK_SIGN_IN__', signIn)
    .replace('__DESK_SESSION__', () => inScript(session))
    .replace('__DESK_COLORS__', session?.preferences['color-scheme'] ?? '')
    .replace(NONCE_MARK, nonce)
  return packedAnswer(c, 'text/html; charset=UTF-8', html, {
    'content-security-policy': htmlPolicy(nonce, deps.config.imageHosts),
    'content-language': language,
    vary: 'accept-language, cookie',
  })
}

/** Who is signed in, so that the page need not ask before it asks for a customer; nothing when nobody is known. */
async function sessionForPage(c: Context<Env>, deps: Deps): Promise<Session | undefined> {
  try {
    const staff = await findStaff(c, deps, { isActivity: false })
    return staff === undefined ? undefined : await sessionBody(c, deps, staff)
  } catch (error) {
    // The page is served all the same: it asks again, and says what is wrong.
    deps.log.error({ err: error, requestId: c.get('requestId') }, 'no session for the page')
    return undefined
  }
}

/** As it may stand inside a script element, which only this character could end. */
function inScript(session: Session | undefined): string {
  return session === undefined ? '' : JSON.stringify(session).replaceAll('<', '\\u003c')
}

/** What can be done at the addresses of the API. */
const METHODS: readonly [path: RegExp, methods: string][] = [
  [/^\/api\/session$/, 'GET, HEAD, POST, PUT, DELETE'],
  [/^\/api\/recent-customers$/, 'GET, HEAD, DELETE'],
  [/^\/api\/session\/(?:second-factor|passkey|set-up)(?:\/begin)?$/, 'POST'],
  [/^\/api\/account\/(?:password|confirmation|recovery-codes|factors|factors\/begin)$/, 'POST'],
  [/^\/api\/account\/factors\/[^/]+$/, 'PUT, DELETE'],
  [/^\/api\/account\/sessions(?:\/[^/]+)?$/, 'DELETE'],
  [/^\/api\/(?:account|audit|audit\/csv|staff|staff\/csv|sign-in|sign-in\/callback)$/, 'GET, HEAD'],
  [/^\/customer\/v2\/customer\/[^/]+$/, 'POST'],
  [/^\/api\/customers\/[^/]+\/(?:looks|taken)$/, 'POST'],
  [/^\/api\/preferences$/, 'GET, HEAD, DELETE'],
  [/^\/api\/preferences\/[^/]+$/, 'PUT, DELETE'],
]

function notAllowed(c: Context<Env>, methods: string): DeskError {
  c.header('allow', methods)
  return new DeskError(405, 'METHOD_NOT_ALLOWED', (words) => words.methodNotAllowed({ method: c.req.method }))
}

const HEALTH_PATH = /^\/(?:healthz|readyz)$/

/** Only names that this installation has are served, so that none can be put into a link or a cache by the client. */
function refuseOtherHosts(c: Context<Env>, config: Config): void {
  // Whatever watches the process knows it by address; tests without a port have no header.
  if (HEALTH_PATH.test(c.req.path)) return
  const host = c.req.header('host')
  if (host !== undefined && !config.isOwnHost(host)) {
    throw new DeskError(421, 'MISDIRECTED_REQUEST', (words) => words.otherHost())
  }
}

/** Browsers say where a request comes from: only this site's own pages may change anything. */
function refuseOtherSites(c: Context<Env>, publicUrl: string): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const isOwn = site === undefined ? origin === undefined || origin === publicUrl : site === 'same-origin'
  if (!isOwn) throw new DeskError(403, 'FORBIDDEN', (words) => words.otherSite())
}

function finish(c: Context<Env>, deps: Deps, started: number): void {
  const requestId = c.get('requestId')
  c.res.headers.set('x-request-id', requestId)
  if (!c.res.headers.has('x-desk-origin')) c.res.headers.set('x-desk-origin', 'desk')
  if (deps.files !== undefined && API_PATH.test(c.req.path)) c.res.headers.set('x-desk-version', deps.files.version)
  setSecurityHeaders(c.res.headers, deps.config.isHttps)
  if (deps.isStopping) c.res.headers.set('connection', 'close')
  const caller = c.get('caller')
  // The template, not the address: an address may hold what a person typed.
  const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'app'
  deps.metrics.answered(route, c.res.status)
  deps.log.info(
    {
      requestId,
      method: c.req.method,
      route,
      status: c.res.status,
      durationMs: Math.round(performance.now() - started),
      ...(caller?.kind === 'staff' ? { staff: caller.uuid } : {}),
      ...(caller?.kind === 'service' ? { service: caller.username } : {}),
    },
    'request',
  )
}
