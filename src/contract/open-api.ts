import { Readiness } from './health.ts'
import { CustomerResponse } from './customer.ts'
import { Messages } from './messages.ts'
import { CustomerRequest } from './request.ts'
import { kinds } from './scalars.ts'
import { schemaOf } from './schema.ts'
import type { Kind } from './shape.ts'
import { AuditEvents } from './audit.ts'
import { Credentials, RecentCustomers, Session } from './session.ts'
import { z } from './zod.ts'

const FORMATS: Readonly<Partial<Record<Kind, object>>> = {
  int64: { type: 'integer', format: 'int64' },
  int32: { type: 'integer', format: 'int32' },
  decimal: { type: 'number' },
  'date-time': { type: 'string', format: 'date-time' },
}

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
  const failures = {
    400: problem('The request is not right; the message says what must change.'),
    401: problem('Not signed in, wrong credentials, or a dealer that the caller may not see.'),
    500: problem('The server failed.'),
  }
  const body = (schema: z.core.$ZodType) => ({
    required: true,
    content: { 'application/json': { schema: jsonSchema(schema) } },
  })

  return {
    openapi: '3.1.0',
    info: { title: 'Customer Desk', version: '1', description: 'Looks one customer of a dealership up.' },
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
            204: { description: 'None of the dealers has this customer.', headers: requestIdHeader },
            ...failures,
            404: problem('The customer API that answers look-ups knows no such customer or address.'),
            429: problem('Too many look-ups; Retry-After says when to go on.'),
            502: problem('The customer API sent an answer that cannot be used.'),
            503: problem('The customer API is down or given up for now; Retry-After says when to go on.'),
            504: problem('The customer API took too long.'),
          },
        },
      },
      '/api/session': {
        post: {
          operationId: 'signIn',
          summary: 'Sign in; sets the session cookie',
          requestBody: body(Credentials),
          responses: { 200: json('Who is signed in.', Session), ...failures },
        },
        get: {
          operationId: 'getSession',
          summary: 'Who is signed in',
          security: [{ session: [] }],
          responses: { 200: json('Who is signed in.', Session), 401: failures[401] },
        },
        put: {
          operationId: 'keepSession',
          summary: 'Somebody is at work: the session stays',
          security: [{ session: [] }],
          responses: { 204: { description: 'It stays.', headers: requestIdHeader }, 401: failures[401] },
        },
        delete: {
          operationId: 'signOut',
          summary: 'Sign out everywhere this session is known',
          responses: { 204: { description: 'The session is dead and the cookie gone.', headers: requestIdHeader } },
        },
      },
      '/api/recent-customers': {
        get: {
          operationId: 'getRecentCustomers',
          summary: "The signed-in person's latest look-ups, newest first",
          security: [{ session: [] }],
          responses: { 200: json('At most 20 customers.', RecentCustomers), 401: failures[401] },
        },
        delete: {
          operationId: 'clearRecentCustomers',
          summary: 'Forget them',
          security: [{ session: [] }],
          responses: { 204: { description: 'The list is empty.', headers: requestIdHeader }, 401: failures[401] },
        },
      },
      '/api/audit': {
        get: {
          operationId: 'getAudit',
          summary: 'The record of look-ups, sign-ins and account changes, newest first; for managers',
          security: [{ session: [] }],
          parameters: auditParameters,
          responses: { 200: json('At most 100 events.', AuditEvents), 400: failures[400], 401: failures[401] },
        },
      },
      '/api/audit/csv': {
        get: {
          operationId: 'exportAudit',
          summary: 'The same, whole, as CSV',
          security: [{ session: [] }],
          parameters: auditParameters,
          responses: {
            200: { description: 'text/csv', headers: requestIdHeader },
            400: failures[400],
            401: failures[401],
          },
        },
      },
      '/healthz': { get: { operationId: 'isAlive', responses: { 200: { description: 'The process lives.' } } } },
      '/readyz': {
        get: {
          operationId: 'isReady',
          responses: { 200: json('Look-ups can be answered.', Readiness), 503: json('Not now.', Readiness) },
        },
      },
      '/openapi.json': { get: { operationId: 'getOpenApi', responses: { 200: { description: 'This document.' } } } },
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
