import type { Context } from 'hono'
import { identifierProblem } from '#src/contract/identifier.ts'
import type { Env } from '../deps.ts'
import { badRequest } from '../errors.ts'

/** The customer that the address names. @throws DeskError when that is no identifier */
export function customerParam(c: Context<Env>): string {
  const customerUUID = c.req.param('customerUUID') ?? ''
  const problem = identifierProblem(customerUUID)
  if (problem !== undefined) throw badRequest(() => `customerUUID ${problem}.`)
  return customerUUID
}
