import { addressLists } from './address-lists.ts'
import { brokenLinks } from './broken-links.ts'
import { contactQuality } from './contact-quality.ts'
import { contractWatch } from './contract-watch.ts'
import { doubleCharge } from './double-charge.ts'
import { type Examined, type Finding, WEIGHTS } from './finding.ts'
import { orderDays } from './order-days.ts'
import { orderTenders } from './order-tenders.ts'
import { samePerson } from './same-person.ts'
import { vehicleVins } from './vehicle-vins.ts'

/** The rules, each a pure function; `order-tenders` also says when amounts seem to be in different units. */
const CHECKS = [
  orderTenders,
  doubleCharge,
  contactQuality,
  addressLists,
  brokenLinks,
  samePerson,
  vehicleVins,
  orderDays,
  contractWatch,
] as const

/** Everything that the record says about itself, the most pressing first, without the rules that are off. */
export function findAll(examined: Examined, off: ReadonlySet<string>): Finding[] {
  return sorted(CHECKS.flatMap((check) => check(examined)).filter(({ rule }) => !off.has(rule)))
}

/** The same in steps, so that a record of thousands of orders does not hold up the page. */
export async function findAllInSteps(examined: Examined, off: ReadonlySet<string>): Promise<Finding[]> {
  const found: Finding[] = []
  for (const check of CHECKS) {
    found.push(...check(examined).filter(({ rule }) => !off.has(rule)))
    await new Promise((resolve) => setTimeout(resolve))
  }
  return sorted(found)
}

function sorted(findings: readonly Finding[]): Finding[] {
  return WEIGHTS.flatMap((weight) => findings.filter((finding) => finding.weight === weight))
}
