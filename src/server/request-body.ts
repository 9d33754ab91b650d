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
    throw new DeskError(415, 'UNSUPPORTED_MEDIA_TYPE', (words) => words.bodyNoJsonType())
  }
  const text = await c.req.text()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badRequest((words) => words.bodyNoJson())
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest((words) => words.bodyNoObject())
  }
  const result = schema.safeParse(value)
  // What is wrong with a field is for whoever writes a program.
  if (!result.success) throw badRequest(() => `${issueText(result.error, 'The body')}.`)
  return result.data as z.output<T>
}
