import { readAnswer } from '#src/contract/read-answer.ts'
import type { Examined } from '../finding.ts'

/** A record of a made-up customer at dealer 17, as the rules get it. Bodies are written as on the wire, numbers as text. */
export function examined(body: Record<string, unknown>): Examined {
  const answer = readAnswer({ customerInfo: { uuid: 'me', fname: 'Ana', lname: 'Ruiz' }, ...structuredClone(body) })
  if (answer === undefined) throw new Error('no answer')
  return {
    answer,
    customerUUID: 'me',
    dealerIds: new Set(['17']),
    currency: 'USD',
    country: 'US',
    now: Date.UTC(2026, 0, 15),
    timeZone: 'UTC',
  }
}
