import * as words from '#words/record'
import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { type NotCovered, notCovered, orderStatus } from '#src/findings/order-balance.ts'
import { type LastVisit, lastVisit } from '#src/findings/order-dates.ts'
import { formatCount } from '#src/format/count.ts'
import { daysSince, formatDay, formatDayAge } from '#src/format/date.ts'
import type { DateParts } from '#src/format/read-date.ts'
import { formatMoney } from '#src/format/money.ts'
import { useSession } from '#src/session/session-context.ts'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { Link } from '#src/ui/Link.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { STATUS_VALUES } from './labels.ts'
import { useClock } from './use-clock.ts'
import classes from './CustomerHeader.module.css'

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** The numbers that matter, each with what it counts. */
export function HeaderFacts({ answer, search }: Props) {
  const { currency } = useSession()
  const areOrdersSent = answer.orders.state === 'read'
  // An answer may have ten thousand orders.
  const clock = useClock()
  const { orders, open, unknown, owed, visit } = useMemo(() => {
    const all = entriesOf(answer.orders)
    const stillOpen = all.filter((order) => orderStatus(order) === 'open')
    return {
      orders: all,
      open: stillOpen.length,
      unknown: all.filter((order) => orderStatus(order) === undefined).length,
      owed: notCovered(stillOpen),
      visit: lastVisit(all, clock),
    }
  }, [answer, clock])
  const vehicles = entriesOf(answer.vehicles)
  const current = vehicles.filter((vehicle) => vehicle.isValid === true).length
  return (
    <dl className={classes.facts}>
      <Fact label={words.openOrders()} note={areOrdersSent ? ofOrders(orders.length, unknown) : words.ordersNotSent()}>
        {areOrdersSent ? (
          <Link to={customerPath(search, 'orders', open > 0 ? { status: STATUS_VALUES.open } : {})}>
            <span>{formatCount(open)}</span>
            <VisuallyHidden>{` ${words.openOrdersHidden({ count: open })}`}</VisuallyHidden>
          </Link>
        ) : (
          <EmptyValue />
        )}
      </Fact>
      <Fact label={words.notCovered()} note={owedNote(owed)} isOwed={owed.orders > 0}>
        {areOrdersSent && (owed.orders > 0 || owed.notCompared === 0) ? (
          <span translate="no">{formatMoney(owed.amount, currency)}</span>
        ) : (
          <EmptyValue says={areOrdersSent ? words.cannotCompare() : words.notStated()} />
        )}
      </Fact>
      <Fact
        label={words.vehicles()}
        note={
          answer.vehicles.state === 'read' ? words.currentVehicles({ count: formatCount(current) }) : words.notSent()
        }
      >
        {answer.vehicles.state === 'read' ? <span>{formatCount(vehicles.length)}</span> : <EmptyValue />}
      </Fact>
      <Fact label={words.lastVisit()} note={<VisitNote visit={visit} />}>
        {visit.date === undefined ? (
          <EmptyValue says={words.noneKnown()} />
        ) : (
          <span translate="no">{formatDay(visit.date)}</span>
        )}
      </Fact>
    </dl>
  )
}

/** Of how many orders, and how many of them have a status that nobody knows. */
function ofOrders(orders: number, unknown: number): string {
  return unknown === 0
    ? words.ofOrders({ orders: formatCount(orders) })
    : words.ofOrdersWithOther({ orders: formatCount(orders), unknown: formatCount(unknown) })
}

/** On how many orders, and how many could not be compared. */
function owedNote({ orders, notCompared }: NotCovered): string {
  const left = notCompared === 0 ? undefined : words.notCompared({ count: notCompared })
  if (orders === 0) return left ?? words.onOpenOrders()
  const owed = words.owedOn({ count: orders })
  return left === undefined ? owed : words.owedOnWithLeft({ owed, left })
}

/** How long ago the last visit was, and which orders were not taken for one. */
function VisitNote({ visit: { date, inFuture } }: { visit: LastVisit }) {
  const left = inFuture === 0 ? '' : words.futureLeftOut({ count: inFuture })
  return (
    <>
      {date === undefined ? <span>{words.noDatedOrder()}</span> : <DayAge date={date} />}
      {left === '' ? null : <span>{`, ${left}`}</span>}
    </>
  )
}

/** `5 days ago`, after the date is drawn: the dealership's time zone takes the browser longer than the header. */
function DayAge({ date }: { date: DateParts }) {
  const { timeZone } = useSession()
  const now = useNow()
  const isDateDrawn = useDeferredValue(true, false)
  return isDateDrawn ? <span>{formatDayAge(daysSince(date, now, timeZone))}</span> : null
}

type FactProps = { label: string; note: ReactNode; isOwed?: boolean; children: ReactNode }

function Fact({ label, note, isOwed = false, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.number} data-owed={isOwed || undefined}>
        {children}
        <span> </span>
        <small className={classes.note}>{note}</small>
      </dd>
    </div>
  )
}
