import { counted } from '#src/format/count.ts'
import type { Examined, Finding } from './finding.ts'

/** Values that are not as agreed with the platform, in counts: the places stand on the page. */
export function contractWatch({ answer }: Examined): Finding[] {
  if (answer.oddities.length === 0) return []
  const problems = new Map<string, number>()
  for (const { problem } of answer.oddities) problems.set(problem, (problems.get(problem) ?? 0) + 1)
  const list = [...problems].map(([problem, times]) => `${problem} (${times})`).join(', ')
  return [
    {
      rule: 'contract',
      weight: 'data',
      reason: `${counted(answer.oddities.length, 'value')} not as agreed with the platform: ${list}`,
      place: { tab: 'info' },
    },
  ]
}
