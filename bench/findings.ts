import { parseExact, printExact } from '#src/contract/exact-json.ts'
import { type CustomerAnswer, readAnswer } from '#src/contract/read-answer.ts'
import { SESSION } from '#src/customer/record/orders/testing/session.ts'
import { findAll } from '#src/findings/find-all.ts'
import { type Examined, RULES } from '#src/findings/finding.ts'
import { generatedCustomers, sampleDealers } from '#src/server/sample/sample-lines.ts'
import { inTurn, ms, ratio, report } from './measure.ts'
import { recordText } from './records.ts'

const CUSTOMERS = 10_000
const NOTHING_OFF: ReadonlySet<string> = new Set()

/** What it costs to look through a large record, and how often each rule has something to say of plausible customers. */
export async function benchFindings(): Promise<void> {
  const text = recordText('bench', 10_000, 17)
  console.log('\nLooking through a record of 10,000 orders and 50,000 tenders (here in Node, nothing slowed)')
  const large = examined(readText(text), 'bench', ['17'])
  const begun = performance.now()
  findAll(large, NOTHING_OFF)
  const first = performance.now() - begun
  const times = await inTurn(
    { read: () => readText(text), rules: () => findAll(large, NOTHING_OFF) },
    { rounds: 15, warmUp: 3 },
  )
  report('read the answer', ms(times.read.median))
  report('all rules, the first time', ms(first))
  report('all rules', `${ms(times.rules.median)}  ${ratio(times.rules.median, times.read.median)} of reading`)

  console.log(`\nOf ${CUSTOMERS} generated customers, so many have findings by each rule`)
  const customers = Object.fromEntries(RULES.map((rule) => [rule, 0]))
  const findings = Object.fromEntries(RULES.map((rule) => [rule, 0]))
  let clean = 0
  const dealers = sampleDealers.map(({ id }) => String(id))
  for (const body of generatedCustomers(CUSTOMERS)) {
    const found = findAll(examined(readText(printExact(body)), body.customerInfo?.uuid ?? '', dealers), NOTHING_OFF)
    if (found.length === 0) clean += 1
    for (const { rule } of found) findings[rule] = (findings[rule] ?? 0) + 1
    for (const rule of new Set(found.map(({ rule: name }) => name))) customers[rule] = (customers[rule] ?? 0) + 1
  }
  const share = (count: number) => `${((count / CUSTOMERS) * 100).toFixed(1)} %`
  for (const rule of RULES) report(rule, `${share(customers[rule] ?? 0)}  ${findings[rule] ?? 0} findings`)
  report('nothing found', share(clean))
}

function readText(text: string): CustomerAnswer {
  const answer = readAnswer(parseExact(text))
  if (answer === undefined) throw new Error('not read')
  return answer
}

function examined(answer: CustomerAnswer, customerUUID: string, dealerIds: readonly string[]): Examined {
  const { currency, timeZone } = SESSION
  return { answer, customerUUID, dealerIds: new Set(dealerIds), currency, country: 'US', now: Date.now(), timeZone }
}
