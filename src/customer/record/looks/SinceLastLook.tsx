import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import * as words from '#words/looks'
import type { LookPart } from '#src/contract/desk/look.ts'
import { type CustomerSearch, customerPath, type Tab } from '#src/customer/look-up/customer-address.ts'
import { Sent } from '#src/customer/record/Sent.tsx'
import { revealOrder } from '#src/customer/record/use-reveal-linked.ts'
import { daysSince, formatClock, formatDay } from '#src/format/date.ts'
import { formatList } from '#src/format/list.ts'
import { readDate } from '#src/format/read-date.ts'
import { useSession } from '#src/session/session-context.ts'
import { Link } from '#src/ui/Link.tsx'
import { type Difference, type Looked, type Since, sinceLastLookQuery } from './since-last-look.ts'
import classes from './SinceLastLook.module.css'

/** Longer lists are looked through in the tabs. */
const SHOWN = 20

/** Where each part is shown. */
const TABS: Readonly<Record<LookPart, Tab>> = {
  info: 'info',
  contacts: 'info',
  vehicles: 'vehicles',
  linkedCustomers: 'info',
  orders: 'orders',
  addresses: 'addresses',
  legacyAddresses: 'addresses',
}

/** One calm line: what is new since the person last looked, and the way to it. */
export function SinceLastLook(looked: Looked) {
  const session = useSession()
  const { data: since } = useQuery(sinceLastLookQuery(session, looked))
  const [isOpen, setIsOpen] = useState(false)
  const id = useId()
  const when =
    since?.lastLookedAt === undefined ? undefined : whenWas(since.lastLookedAt, looked.readAt, session.timeZone)
  // Its place is kept, so that nothing moves when it comes.
  if (!since || since.state === 'first' || when === undefined) return <Line />
  if (since.state === 'not-comparable') {
    return <Line>{words.notComparable({ when })}</Line>
  }
  if (since.differences.length + since.gone.length === 0) return <Line>{words.nothingNew({ when })}</Line>
  return (
    <>
      <Line>
        <span>{words.since({ when, changes: summary(since) })}</span>
        <Button
          variant="transparent"
          size="compact-sm"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? words.hide() : words.show()}
        </Button>
      </Line>
      {isOpen ? <Changes id={id} since={since} search={looked.search} /> : null}
    </>
  )
}

/** `on Sep 12, 2026`, `today at 2:10 PM`, on the dealership's clock. */
function whenWas(instant: string, now: number, timeZone: string): string | undefined {
  const date = readDate(instant, timeZone)
  if (typeof date !== 'object') return undefined
  return daysSince(date, now, timeZone) === 0
    ? words.todayAt({ time: formatClock(Date.parse(instant), timeZone) })
    : words.onDay({ day: formatDay(date) })
}

function Line({ children }: { children?: ReactNode }) {
  return (
    <p className={classes.line}>
      {children === undefined ? null : <IconHistory size={16} aria-hidden="true" />}
      {typeof children === 'string' ? <span>{children}</span> : children}
    </p>
  )
}

function Changes({ id, since, search }: { id: string; since: Since; search: CustomerSearch }) {
  const shown = since.differences.slice(0, SHOWN)
  const left = since.differences.length - shown.length
  return (
    <ul id={id} className={classes.list} aria-label={words.changes()}>
      {shown.map((difference, place) => (
        <li key={place}>
          <ChangeLink difference={difference} search={search} />
        </li>
      ))}
      {left === 0 ? null : <li>{words.more({ count: left })}</li>}
      {since.gone.map(({ part, count }) => (
        <li key={part}>{words.notListed({ part, count })}</li>
      ))}
    </ul>
  )
}

function ChangeLink({ difference: { part, kind, thing }, search }: { difference: Difference; search: CustomerSearch }) {
  const more = thing.order === undefined ? {} : { order: thing.order }
  return (
    <Link to={customerPath(search, TABS[part], more)} state={thing.order === undefined ? undefined : revealOrder}>
      <span>{kind === 'new' ? words.newThing({ part }) : words.changedThing({ part })}</span> <Sent text={thing.name} />
    </Link>
  )
}

/** `1 new order, 2 changed addresses, 1 vehicle gone` */
function summary({ differences, gone }: Since): string {
  const counts = new Map<string, { count: number; kind: Difference['kind']; part: LookPart }>()
  for (const { part, kind } of differences) {
    const known = counts.get(`${kind} ${part}`)
    counts.set(`${kind} ${part}`, { part, kind, count: (known?.count ?? 0) + 1 })
  }
  return formatList([
    ...[...counts.values()].map(({ count, kind, part }) =>
      kind === 'new' ? words.newThings({ part, count }) : words.changedThings({ part, count }),
    ),
    ...gone.map(({ part, count }) => words.goneThings({ part, count })),
  ])
}
