import type { Context } from 'hono'
import { issueText } from '#src/contract/issue-text.ts'
import type { z } from '#src/contract/zod.ts'
import type { Env } from './deps.ts'
import { badRequest, DeskError } from './errors.ts'

/**
 * The request's JSON body, checked. Unknown keys are left out.
 * @throws DeskError 400 or 415 with the first problem
 */
export async function readJsonBody<T extends z.core.$ZodType>(
  c: Context<Env>,
  schema: T & z.ZodMiniType,
): Promise<z.output<T>> {
  const type = c.req.header('content-type')?.toLowerCase() ?? ''
  if (!/^\s*application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/.test(type)) {
    throw new DeskError(415, 'UNSUPPORTED_MEDIA_TYPE', 'The body must be sent as application/json, in UTF-8.')
  }
  const text = await c.req.text()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badRequest('The body must be JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('The body must be a JSON object.')
  }
  const result = schema.safeParse(value)
  if (!result.success) throw badRequest(`${issueText(result.error, 'The body')}.`)
  return result.data as z.output<T>
}
