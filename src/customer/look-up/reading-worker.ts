import { toParts } from './answer-parts.ts'
import { parseExact } from '#src/contract/exact-json.ts'
import { readAnswer } from '#src/contract/read-answer.ts'
import { findAll } from '#src/findings/find-all.ts'
import type { Examined } from '#src/findings/finding.ts'

/** The bytes of an answer; with `examine`, what the rules find in it is told and not what it says. */
export type ToRead = {
  bytes: ArrayBuffer
  examine?: { circumstances: Omit<Examined, 'answer'>; off: ReadonlySet<string> }
}

// A thread of its own: reads one answer and ends. It tells the parts of what that says, or the findings in one piece, then
// null; null alone means that this is no record.
addEventListener('message', ({ data: { bytes, examine } }: MessageEvent<ToRead>) => {
  const answer = readAnswer(parseExact(new TextDecoder().decode(bytes)))
  if (answer !== undefined && examine !== undefined) {
    postMessage(findAll({ ...examine.circumstances, answer }, examine.off))
  } else if (answer !== undefined) {
    for (const part of toParts(answer)) postMessage(part)
  }
  postMessage(null)
})
