import type { UnusualRule } from '#src/contract/desk/unusual.ts'

/** An event of one person, with its day and hour on the dealership's clock. */
export type PersonEvent = {
  id: string
  day: string
  hour: number
  /** `look-up` or `taken`. */
  event: string
  outcome: string
  customer_uuid: string | null
  dealer_uuids: readonly string[] | null
}

/** From where on something is out of the ordinary. */
export type UnusualLimits = {
  /** Different customers in a day that are ordinary for anybody. */
  customersADay: number
  /** Exports, prints and raw answers in a day that are. */
  takenADay: number
  /** So many times what the person usually does in a day is, too. */
  timesUsual: number
  /** Look-ups in a row that found nothing. */
  nothingFound: number
  /** Days with look-ups after which a person's hours and dealers are known. */
  learningDays: number
}

/** Days of a person that what they usually do is read from. */
export const USUAL_DAYS = 28
const HOURS = 24

type Day = { customers: number; taken: number; hours: ReadonlySet<number>; dealers: ReadonlySet<string> }
type Mark = { id: string; rule: UnusualRule }

/**
 * Goes through the events of one person, oldest first, and marks what differs from the days before: of a day the first
 * event of each kind. Nothing is judged: there may be a good reason.
 */
export function findUnusual(events: readonly PersonEvent[], limits: UnusualLimits): Mark[] {
  const days = new Map<string, PersonEvent[]>()
  for (const event of events) {
    const day = days.get(event.day)
    if (day === undefined) days.set(event.day, [event])
    else day.push(event)
  }
  const known: Day[] = []
  const marks: Mark[] = []
  for (const ofDay of days.values()) {
    const before = known.slice(-USUAL_DAYS)
    marks.push(...unusualOfDay(ofDay, before, limits))
    const lookUps = ofDay.filter(isLookUp)
    if (lookUps.length === 0) continue
    known.push({
      customers: new Set(lookUps.map(({ customer_uuid }) => customer_uuid)).size,
      taken: ofDay.length - lookUps.length,
      hours: new Set(lookUps.map(({ hour }) => hour)),
      dealers: new Set(lookUps.flatMap(({ dealer_uuids }) => dealer_uuids ?? [])),
    })
  }
  return marks
}

function unusualOfDay(events: readonly PersonEvent[], before: readonly Day[], limits: UnusualLimits): Mark[] {
  const isKnown = before.length >= limits.learningDays
  const most = (ordinary: number, of: (day: Day) => number) =>
    isKnown ? Math.max(ordinary, limits.timesUsual * average(before.map(of))) : ordinary
  const mostCustomers = most(limits.customersADay, ({ customers }) => customers)
  const mostTaken = most(limits.takenADay, ({ taken }) => taken)
  const hours = new Set(before.flatMap((day) => [...day.hours]))
  const dealers = new Set(before.flatMap((day) => [...day.dealers]))
  const customers = new Set<string>()
  let taken = 0
  let nothing = 0
  const found = new Map<UnusualRule, string>()
  const mark = (rule: UnusualRule, id: string) => found.get(rule) ?? found.set(rule, id)
  for (const event of events) {
    const { id, hour, outcome, customer_uuid, dealer_uuids } = event
    if (!isLookUp(event)) {
      taken += 1
      if (taken > mostTaken) mark('taken-along', id)
      continue
    }
    if (customer_uuid !== null) customers.add(customer_uuid)
    if (customers.size > mostCustomers) mark('many-customers', id)
    if (isKnown && ![hour - 1, hour, hour + 1].some((near) => hours.has((near + HOURS) % HOURS))) {
      mark('unusual-hour', id)
    }
    if (isKnown && dealer_uuids?.some((dealer) => !dealers.has(dealer)) === true) mark('other-dealer', id)
    nothing = outcome === 'not-found' ? nothing + 1 : outcome === 'found' ? 0 : nothing
    if (nothing >= limits.nothingFound) mark('nothing-found', id)
  }
  return [...found].map(([rule, id]) => ({ id, rule }))
}

const isLookUp = ({ event }: PersonEvent): boolean => event === 'look-up'

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
