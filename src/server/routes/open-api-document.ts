import { Readiness } from '#src/contract/desk/health.ts'
import { CustomerResponse } from '#src/contract/customer.ts'
import { Messages } from '#src/contract/messages.ts'
import { CustomerRequest } from '#src/contract/request.ts'
import { kinds } from '#src/contract/scalars.ts'
import { schemaOf } from '#src/contract/schema.ts'
import type { Kind } from '#src/contract/shape.ts'
import { Account, PasswordChange } from '#src/contract/desk/account.ts'
import {
  AddFactor,
  BeginFactor,
  BegunFactor,
  Confirmation,
  FactorName,
  PasskeyOptions,
  PasskeySignIn,
  RecoveryCodes,
  SecondStep,
  SecondStepOptions,
} from '#src/contract/desk/second-factor.ts'
import { AuditEvents } from '#src/contract/desk/audit.ts'
import { Look, SinceLastLook } from '#src/contract/desk/look.ts'
import { PREFERENCE_NAMES, Preferences, PreferenceValue } from '#src/contract/desk/preferences.ts'
import { StaffList } from '#src/contract/desk/staff.ts'
import { Taken } from '#src/contract/desk/taken.ts'
import { Credentials, RecentCustomers, Session } from '#src/contract/desk/session.ts'
import { z } from '#src/contract/zod.ts'

const FORMATS: Readonly<Partial<Record<Kind, object>>> = {
  int64: { type: 'integer', format: 'int64' },
  int32: { type: 'integer', format: 'int32' },
  decimal: { type: 'number' },
  'date-time': { type: 'string', format: 'date-time' },
}

const DESCRIPTION =
  'Looks one customer of a dealership up. What is no HTTP request that the server reads is 400, 408 or 431; another method than those named here is 405.'

/** OpenAPI 3.1 of the HTTP surface; every schema in it is the one that the code checks with. */
export function openApiDocument(): object {
  const problem = (description: string) => ({
    description,
    headers: requestIdHeader,
    content: { 'application/json': { schema: jsonSchema(schemaOf(Messages)) } },
  })
  const json = (description: string, schema: z.core.$ZodType) => ({
    description,
    headers: requestIdHeader,
    content: { 'application/json': { schema: jsonSchema(schema) } },
  })
  const nothing = (description: string) => ({ description, headers: requestIdHeader })
  const signedIn = { 401: problem('Not signed in, or the session has ended.') }
  /** Whatever asks the database. */
  const failures = {
    421: problem('The server does not answer for that host name.'),
    500: problem('The server failed.'),
    503: problem(
      'The database is away, what was asked could not be recorded, or too much is waiting; Retry-After says when to go on.',
    ),
  }
  /** Whatever changes something, or may have a body. */
  const changing = {
    403: problem('The request came from another site.'),
    413: problem('The body is larger than 16 kB, that of a look-up than 512 kB, that of a look than 1 MB.'),
    ...failures,
  }
  const reading = {
    400: problem('The request is not right; the message says what must change.'),
    415: problem('The body is not declared as JSON in UTF-8.'),
    ...changing,
  }
  const managing = { ...signedIn, 403: problem('The person who is signed in is no manager.'), ...failures }
  const auditing = { 400: problem('The query is not right; the message says what must change.'), ...managing }
  /** What an installation may have switched off, or cannot do at this address. */
  const switchable = { 400: problem('It cannot be done here or now; the message says why.') }
  const begunOnly = { 401: problem('No sign-in is under way that lacks this step.') }
  const confirmedOnly = {
    ...signedIn,
    403: problem('The request came from another site, or the password has to be shown first (code 403001).'),
  }
  const body = (schema: z.core.$ZodType) => ({
    required: true,
    content: { 'application/json': { schema: jsonSchema(schema) } },
  })

  return {
    openapi: '3.1.0',
    info: { title: 'Customer Desk', version: '1', description: DESCRIPTION },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'customer-desk' },
        serviceAccount: { type: 'http', scheme: 'basic' },
      },
    },
    paths: {
      '/customer/v2/customer/{customerUUID}': {
        post: {
          operationId: 'getCustomer',
          summary: 'One customer with vehicles, orders, transactions and addresses',
          security: [{ session: [] }, { serviceAccount: [] }],
          parameters: [
            customerParameter,
            {
              name: 'excludeOrderType',
              in: 'query',
              description: 'true leaves order_type out of every dealer order.',
              schema: { type: 'boolean' },
            },
          ],
          requestBody: body(CustomerRequest),
          responses: {
            200: json('The customer.', schemaOf(CustomerResponse)),
            204: nothing('None of the dealers has this customer.'),
            ...reading,
            401: problem('Not signed in, wrong credentials, or a dealer that the caller may not see.'),
            404: problem('The customer API that answers look-ups knows no such customer or address.'),
            429: problem('Too many look-ups or wrong passwords; Retry-After says when to go on.'),
            502: problem('The customer API sent an answer that cannot be used.'),
            503: problem(
              'The customer API or the database is away, the look-up could not be recorded, or too many are waiting; Retry-After says when to go on.',
            ),
            504: problem('The customer API took too long.'),
          },
        },
      },
      '/api/session': {
        post: {
          operationId: 'signIn',
          summary: 'Sign in; sets the session cookie',
          requestBody: body(Credentials),
          responses: {
            200: json('Who is signed in.', Session),
            ...reading,
            401: problem(
              'No such username, or another password; or, with the code 401001 or 401002 and a cookie for it, a second step is wanted.',
            ),
            404: problem('People sign in at the identity provider only.'),
            429: problem('Too many wrong passwords; Retry-After says when to go on.'),
          },
        },
        get: {
          operationId: 'getSession',
          summary: 'Who is signed in',
          security: [{ session: [] }],
          responses: { 200: json('Who is signed in.', Session), ...signedIn, ...failures },
        },
        put: {
          operationId: 'keepSession',
          summary: 'Somebody is at work: the session stays',
          security: [{ session: [] }],
          responses: { 204: nothing('It stays.'), ...signedIn, ...changing },
        },
        delete: {
          operationId: 'signOut',
          summary: 'Sign out everywhere this session is known',
          description:
            'Location names the sign-out of the identity provider where one has to follow. The browser then keeps returnTo, a path of this site, for ten minutes, and /sign-in leads there.',
          parameters: [
            {
              name: 'returnTo',
              in: 'query',
              description: 'Where the next person begins.',
              schema: { type: 'string' },
            },
          ],
          responses: { 204: nothing('The session is dead and the cookie gone.'), ...changing },
        },
      },
      '/api/session/second-factor/begin': {
        post: {
          operationId: 'beginSecondStep',
          summary: 'What the second step of the begun sign-in can be',
          responses: { 200: json('The ways.', SecondStepOptions), ...switchable, ...begunOnly, ...changing },
        },
      },
      '/api/session/second-factor': {
        post: {
          operationId: 'finishSignIn',
          summary: 'The second step: a code, a recovery code or a passkey; sets the session cookie',
          requestBody: body(SecondStep),
          responses: {
            200: json('Who is signed in.', Session),
            ...reading,
            401: problem('It is not right or was used before, or no sign-in is under way.'),
            429: problem('Too many wrong ones; Retry-After says when to go on.'),
          },
        },
      },
      '/api/session/passkey/begin': {
        post: {
          operationId: 'beginPasskey',
          summary: 'Begin a sign-in by a passkey alone',
          responses: { 200: json('For the browser.', PasskeyOptions), ...switchable, ...changing },
        },
      },
      '/api/session/passkey': {
        post: {
          operationId: 'signInWithPasskey',
          summary: 'Sign in by a passkey alone; sets the session cookie',
          requestBody: body(PasskeySignIn),
          responses: {
            200: json('Who is signed in.', Session),
            ...reading,
            401: problem('The passkey is not known or not right, or no sign-in is under way.'),
          },
        },
      },
      '/api/session/set-up/begin': {
        post: {
          operationId: 'beginSetUp',
          summary: 'Begin to set up the second factor that this sign-in needs',
          requestBody: body(BeginFactor),
          responses: { 200: json('For the app or the browser.', BegunFactor), ...reading, ...begunOnly },
        },
      },
      '/api/session/set-up': {
        post: {
          operationId: 'finishSetUp',
          summary: 'Show that it works; sets the session cookie',
          requestBody: body(AddFactor),
          responses: { 200: json('Recovery codes, shown once.', RecoveryCodes), ...reading, ...begunOnly },
        },
      },
      '/api/recent-customers': {
        get: {
          operationId: 'getRecentCustomers',
          summary: "The signed-in person's latest look-ups, newest first",
          security: [{ session: [] }],
          responses: { 200: json('At most 20 customers.', RecentCustomers), ...signedIn, ...failures },
        },
        delete: {
          operationId: 'clearRecentCustomers',
          summary: 'Forget them',
          security: [{ session: [] }],
          responses: { 204: nothing('The list is empty.'), ...signedIn, ...changing },
        },
      },
      '/api/customers/{customerUUID}/looks': {
        post: {
          operationId: 'compareLook',
          summary: 'What is new in a record since the signed-in person last looked at it',
          description:
            'Nothing of a record is sent or stored but digests, which are kept as hashes with a key of their own for 30 days. Looks within ten minutes are one. A customer whom no look-up of the person found in the last hour is always a first look, of which nothing is kept.',
          security: [{ session: [] }],
          parameters: [customerParameter],
          requestBody: body(Look),
          responses: {
            200: json('What is new, changed or gone.', SinceLastLook),
            ...reading,
            401: problem('Not signed in, the session has ended, or a dealer that the person may not see.'),
          },
        },
      },
      '/api/customers/{customerUUID}/taken': {
        post: {
          operationId: 'recordTaken',
          summary: 'The record of a customer leaves the page: exported, printed or as the raw answer',
          description: 'Goes into the audit record; at most 60 a minute for each person.',
          security: [{ session: [] }],
          parameters: [customerParameter],
          requestBody: body(Taken),
          responses: {
            204: nothing('It is recorded.'),
            ...reading,
            ...signedIn,
            429: problem('Too many in a minute; Retry-After says when to go on.'),
          },
        },
      },
      '/api/preferences': {
        get: {
          operationId: 'getPreferences',
          summary: 'What the signed-in person chose',
          security: [{ session: [] }],
          responses: { 200: json('What was never chosen is absent.', Preferences), ...signedIn, ...failures },
        },
        delete: {
          operationId: 'resetPreferences',
          summary: 'Back to what it is for everybody',
          security: [{ session: [] }],
          responses: { 204: nothing('Nothing is kept.'), ...signedIn, ...changing },
        },
      },
      '/api/preferences/{name}': {
        put: {
          operationId: 'setPreference',
          summary: 'Keep one choice',
          security: [{ session: [] }],
          parameters: [preferenceParameter],
          requestBody: body(PreferenceValue),
          responses: {
            204: nothing('It is kept.'),
            ...reading,
            ...signedIn,
            404: problem('There is no preference of that name.'),
          },
        },
        delete: {
          operationId: 'resetPreference',
          summary: 'Forget one choice',
          security: [{ session: [] }],
          parameters: [preferenceParameter],
          responses: { 204: nothing('It is not kept.'), ...signedIn, ...changing },
        },
      },
      '/api/account': {
        get: {
          operationId: 'getAccount',
          summary: "The signed-in person's own account, and where it is signed in",
          security: [{ session: [] }],
          responses: { 200: json('The account.', Account), ...signedIn, ...failures },
        },
      },
      '/api/account/password': {
        post: {
          operationId: 'changePassword',
          summary: 'Set another password; every other session ends, and this one gets a new cookie',
          security: [{ session: [] }],
          requestBody: body(PasswordChange),
          responses: {
            204: nothing('The new password is set.'),
            ...reading,
            ...signedIn,
            429: problem('Too many wrong passwords; Retry-After says when to go on.'),
          },
        },
      },
      '/api/account/confirmation': {
        post: {
          operationId: 'confirm',
          summary: 'Show the password again, before factors are changed',
          security: [{ session: [] }],
          requestBody: body(Confirmation),
          responses: {
            204: nothing('For five minutes.'),
            ...reading,
            ...signedIn,
            429: problem('Too many wrong passwords; Retry-After says when to go on.'),
          },
        },
      },
      '/api/account/factors/begin': {
        post: {
          operationId: 'beginFactor',
          summary: 'Begin to add a passkey or an authenticator app',
          security: [{ session: [] }],
          requestBody: body(BeginFactor),
          responses: { 200: json('For the app or the browser.', BegunFactor), ...reading, ...confirmedOnly },
        },
      },
      '/api/account/factors': {
        post: {
          operationId: 'addFactor',
          summary: 'Add what was begun, by showing that it works',
          security: [{ session: [] }],
          requestBody: body(AddFactor),
          responses: {
            200: json('Recovery codes with the first factor, shown once; else none.', RecoveryCodes),
            ...reading,
            ...confirmedOnly,
          },
        },
      },
      '/api/account/factors/{id}': {
        put: {
          operationId: 'renameFactor',
          summary: 'Name a factor',
          security: [{ session: [] }],
          parameters: factorParameters,
          requestBody: body(FactorName),
          responses: { 204: nothing('It has the name.'), ...reading, ...confirmedOnly },
        },
        delete: {
          operationId: 'removeFactor',
          summary: 'Remove a factor',
          security: [{ session: [] }],
          parameters: factorParameters,
          responses: { 204: nothing('It is gone.'), ...switchable, ...changing, ...confirmedOnly },
        },
      },
      '/api/account/recovery-codes': {
        post: {
          operationId: 'renewRecoveryCodes',
          summary: 'Make new recovery codes in place of those that there were',
          security: [{ session: [] }],
          responses: {
            200: json('They are shown once.', RecoveryCodes),
            ...switchable,
            ...changing,
            ...confirmedOnly,
          },
        },
      },
      '/api/account/sessions': {
        delete: {
          operationId: 'endOtherSessions',
          summary: 'End every session of the person but this one',
          security: [{ session: [] }],
          responses: { 204: nothing('They are over.'), ...signedIn, ...changing },
        },
      },
      '/api/account/sessions/{id}': {
        delete: {
          operationId: 'endSession',
          summary: 'End one session of the person',
          security: [{ session: [] }],
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 204: nothing('It is over.'), ...signedIn, ...changing },
        },
      },
      '/api/staff': {
        get: {
          operationId: 'listStaff',
          summary: 'Who has access to the dealers of the signed-in manager, and when they last used it',
          security: [{ session: [] }],
          responses: { 200: json('By name.', StaffList), ...managing },
        },
      },
      '/api/staff/csv': {
        get: {
          operationId: 'exportStaff',
          summary: 'The same as CSV',
          security: [{ session: [] }],
          responses: {
            200: {
              description: 'One line a person.',
              headers: requestIdHeader,
              content: { 'text/csv': { schema: { type: 'string' } } },
            },
            ...managing,
          },
        },
      },
      '/api/audit': {
        get: {
          operationId: 'getAudit',
          summary: 'The record of look-ups, sign-ins and account changes, newest first; for managers',
          security: [{ session: [] }],
          parameters: auditParameters,
          responses: { 200: json('At most 100 events.', AuditEvents), ...auditing },
        },
      },
      '/api/audit/csv': {
        get: {
          operationId: 'exportAudit',
          summary: 'The same, whole, as CSV',
          security: [{ session: [] }],
          parameters: auditParameters,
          responses: {
            200: {
              description: 'Every event.',
              headers: requestIdHeader,
              content: { 'text/csv': { schema: { type: 'string' } } },
            },
            ...auditing,
          },
        },
      },
      '/healthz': { get: { operationId: 'isAlive', responses: { 200: json('The process lives.', z.object({})) } } },
      '/readyz': {
        get: {
          operationId: 'isReady',
          responses: { 200: json('Look-ups can be answered.', Readiness), 503: json('Not now.', Readiness) },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'getOpenApi',
          responses: { 200: json('This document.', z.object({})), 421: failures[421] },
        },
      },
    },
  }
}

const customerParameter = {
  name: 'customerUUID',
  in: 'path',
  required: true,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,128}$' },
}

const preferenceParameter = {
  name: 'name',
  in: 'path',
  required: true,
  schema: { type: 'string', enum: PREFERENCE_NAMES },
}
const factorParameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }]

const auditParameters = (['person', 'customer', 'day', 'marked', 'before'] as const).map((name) => ({
  name,
  in: 'query',
  schema: { type: 'string' },
}))

const requestIdHeader = {
  'x-request-id': { description: 'Names this answer in the log.', schema: { type: 'string' } },
}

function jsonSchema(schema: z.core.$ZodType): object {
  const { $schema: _, ...result } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: node }) => {
      const kind = kinds.get(zodSchema)?.kind
      Object.assign(node, kind === undefined ? {} : FORMATS[kind])
    },
  })
  return result
}
