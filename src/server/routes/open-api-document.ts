import { Readiness } from '#src/contract/desk/health.ts'
import { CustomerResponse } from '#src/contract/customer.ts'
import { Messages } from '#src/contract/messages.ts'
import { CustomerRequest } from '#src/contract/request.ts'
import { kinds } from '#src/contract/scalars.ts'
import { schemaOf } from '#src/contract/schema.ts'
import type { Kind } from '#src/contract/shape.ts'
import { Account, PasswordChange } from '#src/contract/desk/account.ts'
import { AuditEvents } from '#src/contract/desk/audit.ts'
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
    413: problem('The body is larger than 16 kB, that of a look-up than 512 kB.'),
    ...failures,
  }
  const reading = {
    400: problem('The request is not right; the message says what must change.'),
    415: problem('The body is not declared as JSON in UTF-8.'),
    ...changing,
  }
  const auditing = {
    400: problem('The query is not right; the message says what must change.'),
    ...signedIn,
    403: problem('The person who is signed in is no manager.'),
    ...failures,
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
            {
              name: 'customerUUID',
              in: 'path',
              required: true,
              schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,128}$' },
            },
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
            401: problem('No such username, or another password.'),
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
          responses: { 204: nothing('The session is dead and the cookie gone.'), ...changing },
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

const auditParameters = (['person', 'customer', 'day', 'before'] as const).map((name) => ({
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
