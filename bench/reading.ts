import { fromParts, toParts } from '#src/customer/look-up/answer-parts.ts'
import { parseExact } from '#src/contract/exact-json.ts'
import { readAnswer } from '#src/contract/read-answer.ts'
import { newestOrders } from '#src/findings/order-dates.ts'
import { filterChoices } from '#src/customer/record/orders/filter-choices.ts'
import { toOrderRows } from '#src/customer/record/orders/order-row.ts'
import { SESSION } from '#src/customer/record/orders/testing/session.ts'
import { makeOrderTable } from '#src/customer/record/orders/testing/make-order-table.ts'
import { parseOrdersView } from '#src/customer/record/orders/orders-address.ts'
import { notCovered } from '#src/findings/order-balance.ts'
import { inTurn, median, ms, ratio, report } from './measure.ts'
import { recordText } from './records.ts'

/** What the page does with a large answer before it is drawn, part by part. */
export async function benchReading(): Promise<void> {
  const text = recordText('bench', 10_000, 17)
  console.log(`\nReading an answer of 10,000 orders and 50,000 tenders in the page (here in Node, nothing slowed)`)
  const read = () => {
    const answer = readAnswer(parseExact(text))
    if (answer?.orders.state !== 'read' || answer.vehicles.state !== 'read') throw new Error('not read')
    return { answer, orders: answer.orders.value, vehicles: answer.vehicles.value }
  }
  const { answer: whole, orders, vehicles } = read()
  const parts = [...toParts(whole)]
  const longest: number[] = []
  const takeParts = () => {
    const taken = fromParts()
    let longestPart = 0
    for (const part of parts) {
      const started = performance.now()
      taken.take(part)
      longestPart = Math.max(longestPart, performance.now() - started)
    }
    longest.push(longestPart)
  }
  const view = parseOrdersView(new URLSearchParams('q=RO10001'))
  const everything = parseOrdersView(new URLSearchParams())
  let parsed: unknown
  const times = await inTurn(
    {
      plain: () => JSON.parse(text),
      parse: () => (parsed = parseExact(text)),
      check: () => readAnswer(parsed),
      header: () => [notCovered(orders), newestOrders(orders, 5, SESSION.timeZone)],
      table: () => {
        const rows = toOrderRows(orders, vehicles, SESSION)
        return [filterChoices(rows, 'status'), filterChoices(rows, 'vehicle'), makeOrderTable(rows, everything)]
      },
      filter: () => makeOrderTable(toOrderRows(orders, vehicles, SESSION), view),
      pack: () => [...toParts(whole)],
      take: takeParts,
    },
    { rounds: 25, warmUp: 5 },
  )
  const base = times.plain.median
  report('JSON.parse alone', ms(base))
  report('parse, numbers exact', `${ms(times.parse.median)}  ${ratio(times.parse.median, base)}`)
  report('check and put in memory', `${ms(times.check.median)}  ${ratio(times.check.median, base)}`)
  report('index: what the header says', `${ms(times.header.median)}  ${ratio(times.header.median, base)}`)
  report(
    'index: rows, filter values, order of the table',
    `${ms(times.table.median)}  ${ratio(times.table.median, base)}`,
  )
  report('filter by text for the first time', `${ms(times.filter.median)}  ${ratio(times.filter.median, base)}`)
  report('for another thread: put into texts there', `${ms(times.pack.median)}  ${ratio(times.pack.median, base)}`)
  report(
    'for another thread: taken over by the page',
    `${ms(times.take.median)}  ${ratio(times.take.median, base)}, ${parts.length} tasks, the longest ${ms(median(longest))}`,
  )
  const here = times.parse.median + times.check.median
  report(
    'so the page is held up for',
    `${ms(times.take.median)} in place of ${ms(here)}  ${ratio(times.take.median, here)}; the answer is there after ${ratio(here + times.pack.median + times.take.median, here)} the time`,
  )
}
