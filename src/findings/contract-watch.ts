import * as words from '#words/findings'
import { formatCount } from '#src/format/count.ts'
import { formatList } from '#src/format/list.ts'
import type { Oddity } from '#src/contract/read-answer.ts'
import { ODDITY_WORDS } from './oddity-words.ts'
import type { Examined, Finding } from './finding.ts'

/** Values that are not as agreed with the platform, in counts: the places stand on the page. */
export function contractWatch({ answer }: Examined): Finding[] {
  if (answer.oddities.length === 0) return []
  const problems = new Map<Oddity['problem'], number>()
  for (const { problem } of answer.oddities) problems.set(problem, (problems.get(problem) ?? 0) + 1)
  const list = formatList([...problems].map(([problem, times]) => `${ODDITY_WORDS[problem]} (${formatCount(times)})`))
  return [
    {
      rule: 'contract',
      weight: 'data',
      reason: words.notAsAgreed({ count: answer.oddities.length, problems: list }),
      place: { tab: 'info' },
    },
  ]
}
