import * as words from '#words/audit'
import { AuditFilter, type AuditEvent } from '#src/contract/desk/audit.ts'
import { formatList } from '#src/format/list.ts'
import { cleanText } from '#src/format/text.ts'

const EVENTS: Readonly<Record<string, () => string>> = {
  'look-up': words.lookUp,
  'sign-in': words.signIn,
  'sign-out': words.signOut,
  account: words.accountChange,
  customer: words.customerRecord,
  audit: words.auditRecord,
  staff: words.staffList,
  taken: words.takenAlong,
}
const OUTCOMES: Readonly<Record<string, () => string>> = {
  found: words.found,
  'not-found': words.nothingFound,
  refused: words.refused,
  failed: words.failed,
  'too-soon': words.tooManyLookUps,
  'too-many': words.tooManyAttempts,
  'given-up': words.givenUp,
  half: words.secondFactor,
  done: words.done,
  read: words.wasRead,
  exported: words.exported,
  printed: words.printed,
  raw: words.rawAnswer,
  shown: words.shown,
  deleted: words.deleted,
}

const MARKS: Readonly<Record<string, () => string>> = {
  'many-customers': words.manyCustomers,
  'unusual-hour': words.unusualHour,
  'other-dealer': words.otherDealer,
  'nothing-found': words.nothingFoundOften,
  'taken-along': words.takenAlongOften,
}

export const markWords = (mark: string): string => MARKS[mark]?.() ?? mark
export const eventWords = ({ event }: AuditEvent): string => EVENTS[event]?.() ?? event
export const outcomeWords = ({ outcome }: AuditEvent): string => OUTCOMES[outcome]?.() ?? outcome

/** Who did it, in words. */
export function actorWords({ actorKind, actorName, actorId, requesterUUID }: AuditEvent): string {
  switch (actorKind) {
    case 'staff':
      return actorName ?? actorId ?? words.aPerson()
    case 'service':
      return requesterUUID === null
        ? words.serviceAccount({ name: actorId ?? '' })
        : words.serviceAccountFor({ name: actorId ?? '', person: requesterUUID })
    case 'operator':
      return actorId === null ? words.commandLine() : words.commandLineAs({ name: actorId })
    default:
      return words.nobodyKnown()
  }
}

/** What else is known of it: the filter that somebody read the record with in words, anything else as it was recorded. */
export function detailWords({ event, detail }: AuditEvent): string {
  const filter = event === 'audit' && detail !== null ? readFilter(detail) : undefined
  if (filter === undefined) return cleanText(detail)
  const part = (name: string, value: string | undefined) =>
    value === undefined ? [] : [words.filterPart({ name, value: cleanText(value) })]
  return formatList([
    ...part(words.person(), filter.person),
    ...part(words.customerUUID(), filter.customer),
    ...part(words.day(), filter.day),
    ...(filter.marked === undefined ? [] : [words.onlyUnusual()]),
  ])
}

function readFilter(detail: string): AuditFilter | undefined {
  try {
    return AuditFilter.safeParse(JSON.parse(detail)).data
  } catch {
    return undefined
  }
}
