import type { AuditEvent } from '#src/contract/desk/audit.ts'

const EVENTS: Readonly<Record<string, string>> = {
  'look-up': 'Look-up',
  'sign-in': 'Sign-in',
  'sign-out': 'Sign-out',
  account: 'Account change',
  customer: 'Customer record',
  audit: 'Audit record',
  staff: 'Staff list',
  taken: 'Taken along',
}
const OUTCOMES: Readonly<Record<string, string>> = {
  found: 'Found',
  'not-found': 'Nothing found',
  refused: 'Refused',
  failed: 'Failed',
  'too-soon': 'Too many look-ups',
  'too-many': 'Too many attempts',
  'given-up': 'Given up by the browser',
  half: 'Second factor asked for',
  done: 'Done',
  read: 'Read',
  exported: 'Exported',
  printed: 'Printed',
  raw: 'Raw answer',
  shown: 'Shown',
  deleted: 'Deleted',
}

const MARKS: Readonly<Record<string, string>> = {
  'many-customers': 'More customers than usual for this person',
  'unusual-hour': 'At an hour that is unusual for this person',
  'other-dealer': 'At a dealer that this person does not usually ask',
  'nothing-found': 'Nothing found many times in a row',
  'taken-along': 'Many exports, prints or raw answers in a day',
}

export const markWords = (mark: string): string => MARKS[mark] ?? mark
export const eventWords = ({ event }: AuditEvent): string => EVENTS[event] ?? event
export const outcomeWords = ({ outcome }: AuditEvent): string => OUTCOMES[outcome] ?? outcome

/** Who did it, in words. */
export function actorWords({ actorKind, actorName, actorId, requesterUUID }: AuditEvent): string {
  switch (actorKind) {
    case 'staff':
      return actorName ?? actorId ?? 'a person'
    case 'service':
      return `Service account ${actorId ?? ''}${requesterUUID === null ? '' : ` for ${requesterUUID}`}`
    case 'operator':
      return `At the server's command line${actorId === null ? '' : `, as ${actorId}`}`
    default:
      return 'Nobody known'
  }
}
