import * as words from '#words/findings'
import { entriesOf } from '#src/contract/read-answer.ts'
import { isFuture, readDate } from '#src/format/read-date.ts'
import type { Examined, Finding } from './finding.ts'

/** Orders that are dated after today. */
export function orderDays({ answer, now, timeZone }: Examined): Finding[] {
  const ahead = entriesOf(answer.orders).filter(({ order_date: sent }) => {
    const date = readDate(sent, timeZone)
    return typeof date === 'object' && isFuture(date, { now, timeZone })
  })
  if (ahead.length === 0) return []
  return [
    {
      rule: 'dates',
      weight: 'data',
      reason: words.ordersInFuture({ count: ahead.length }),
      place: { tab: 'orders', order: ahead[0]?.dealerOrder_uuid || undefined },
    },
  ]
}
