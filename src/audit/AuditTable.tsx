import * as words from '#words/audit'
import type { ReactNode } from 'react'
import type { Session } from '#src/contract/desk/session.ts'
import { useSession } from '#src/session/session-context.ts'
import type { AuditEvent } from '#src/contract/desk/audit.ts'
import { formatInstant } from '#src/format/date.ts'
import { formatCount } from '#src/format/count.ts'
import { formatList } from '#src/format/list.ts'
import { Code } from '#src/ui/Code.tsx'
import { actorWords, detailWords, eventWords, markWords, outcomeWords } from './audit-words.ts'
import { CellTable } from './CellTable.tsx'
import classes from './AuditTable.module.css'
import { Link } from '#src/ui/Link.tsx'

const COLUMNS = [
  words.when(),
  words.what(),
  words.who(),
  words.outcome(),
  words.customerOrAccount(),
  words.dealers(),
  words.from(),
  words.reference(),
]

type Props = { events: readonly AuditEvent[]; name: string }

/** One row an event. */
export function AuditTable({ events, name }: Props) {
  const session = useSession()
  const rows = events.map((event) => ({ key: event.id, cells: cellsOf(event, session) }))
  return <CellTable label={name} columns={COLUMNS} rows={rows} whole={words.from()} />
}

function cellsOf(event: AuditEvent, session: Session): ReactNode[] {
  const dealerName = (uuid: string) => session.dealers.find((dealer) => dealer.uuid === uuid)?.name ?? uuid
  return [
    formatInstant(event.at, session.timeZone) ?? event.at,
    <div key="what">
      {eventWords(event)}
      {event.marks.map((mark) => (
        <p key={mark} className={classes.mark}>
          {markWords(mark)}
        </p>
      ))}
    </div>,
    actorWords(event),
    event.times > 1
      ? words.outcomeTimes({ outcome: outcomeWords(event), count: formatCount(event.times) })
      : outcomeWords(event),
    event.customerUUID === null ? (
      detailWords(event)
    ) : (
      <Link to={`/customers/${encodeURIComponent(event.customerUUID)}`}>
        <Code>{event.customerUUID}</Code>
      </Link>
    ),
    event.dealerUUIDs === null ? null : formatList(event.dealerUUIDs.map(dealerName)),
    event.address === null ? null : <Code>{event.address}</Code>,
    event.requestId === null ? null : <Code>{event.requestId}</Code>,
  ]
}
