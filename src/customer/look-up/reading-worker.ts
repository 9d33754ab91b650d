import { toParts } from './answer-parts.ts'
import { parseExact } from '#src/contract/exact-json.ts'
import { readAnswer } from '#src/contract/read-answer.ts'

// A thread of its own: reads one answer and ends. It is told the bytes and tells the parts of what they say, then null;
// null alone means that this is no record.
addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
  const answer = readAnswer(parseExact(new TextDecoder().decode(data)))
  if (answer !== undefined) for (const part of toParts(answer)) postMessage(part)
  postMessage(null)
})
