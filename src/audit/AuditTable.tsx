import { Table } from '@mantine/core'
import { useSession } from '#src/session/session-context.ts'
import type { AuditEvent } from '#src/contract/desk/audit.ts'
import { formatInstant } from '#src/format/date.ts'
import { formatCount } from '#src/format/count.ts'
import { cleanText } from '#src/format/text.ts'
import { Code } from '#src/ui/Code.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { actorWords, eventWords, markWords, outcomeWords } from './audit-words.ts'
import classes from './AuditTable.module.css'
import { Link } from '#src/ui/Link.tsx'

const COLUMNS = ['When', 'What', 'Who', 'Outcome', 'Customer or account', 'Dealers', 'From', 'Reference'] as const

type Props = { events: readonly AuditEvent[]; name: string }

/** One row an event. The roles are said again because narrow screens lay the rows out as cards. */
export function AuditTable({ events, name: label }: Props) {
  return (
    <Table unstyled className={classes.table} role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th key={name} role="columnheader" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {events.map((event) => (
          <AuditRow key={event.id} event={event} />
        ))}
      </tbody>
    </Table>
  )
}

function AuditRow({ event }: { event: AuditEvent }) {
  const session = useSession()
  const dealerName = (uuid: string) => session.dealers.find((dealer) => dealer.uuid === uuid)?.name ?? uuid
  const cells = [
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
    event.times > 1 ? `${outcomeWords(event)}, ${formatCount(event.times)} times` : outcomeWords(event),
    event.customerUUID === null ? (
      cleanText(event.detail)
    ) : (
      <Link to={`/customers/${encodeURIComponent(event.customerUUID)}`}>
        <Code>{event.customerUUID}</Code>
      </Link>
    ),
    event.dealerUUIDs?.map(dealerName).join(', '),
    event.address === null ? null : <Code>{event.address}</Code>,
    event.requestId === null ? null : <Code>{event.requestId}</Code>,
  ]
  return (
    <tr role="row">
      {cells.map((cell, index) => {
        const isEmpty = cell === null || cell === undefined || cell === ''
        return (
          <td
            key={COLUMNS[index]}
            role="cell"
            data-label={COLUMNS[index]}
            data-empty={isEmpty || undefined}
            data-whole={COLUMNS[index] === 'From' || undefined}
          >
            {isEmpty ? <EmptyValue /> : cell}
          </td>
        )
      })}
    </tr>
  )
}
