import type { z } from './zod.ts'

/**
 * The first problem zod found, as one sentence about one field: `dealerUUIDList[0] must be text`.
 * @param whole what to call the value when the problem is with the value itself
 */
export function issueText(error: z.core.$ZodError, whole: string): string {
  const issue = error.issues[0]
  if (issue === undefined) return `${whole} is not valid`
  const path = issue.path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('')
  const message =
    issue.code === 'invalid_type' && !issue.message.startsWith('must')
      ? `must be ${issue.expected === 'array' ? 'a list' : `an ${issue.expected}`}`
      : issue.message
  return `${path === '' ? whole : path} ${message}`
}
