import * as words from '#words/findings'
import type { Oddity } from '#src/contract/read-answer.ts'

/** What is not as agreed with the platform, for people. */
export const ODDITY_WORDS: Readonly<Record<Oddity['problem'], string>> = {
  'number sent as text': words.numberAsText(),
  'text sent as a number': words.textAsNumber(),
  'yes or no sent as something else': words.flagAsOther(),
  'one entry where a list belongs': words.entryForList(),
  'entry that is no object': words.entryNoObject(),
  'value of a wrong type': words.wrongType(),
  'unknown value': words.unknownValue(),
}
