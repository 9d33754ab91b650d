import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { notCovered, orderStatus } from '#src/findings/order-balance.ts'
import { lastVisit } from '#src/findings/order-dates.ts'
import { counted, formatCount } from '#src/format/count.ts'
import { daysSince, formatDay, formatDayAge, type WallDate } from '#src/format/date.ts'
import { formatMoney } from '#src/format/money.ts'
import { useSession } from '#src/session/session-context.ts'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { Link } from '#src/ui/Link.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { listOf } from './customer-facts.ts'
import classes from './CustomerHeader.module.css'

type Props = { answer: CustomerAnswer; search: CustomerSearch }

/** The numbers that matter, each with what it counts. */
export function HeaderFacts({ answer, search }: Props) {
  const { currency } = useSession()
  const areOrdersSent = answer.orders.state === 'read'
  // An answer may have ten thousand orders.
  const { orders, open, owed, visit } = useMemo(() => {
    const all = listOf(answer.orders)
    const stillOpen = all.filter((order) => orderStatus(order) === 'open')
    return { orders: all, open: stillOpen.length, owed: notCovered(stillOpen), visit: lastVisit(all) }
  }, [answer])
  const vehicles = listOf(answer.vehicles)
  const current = vehicles.filter((vehicle) => vehicle.isValid === true).length
  return (
    <dl className={classes.facts}>
      <Fact label="Open orders" note={areOrdersSent ? `of ${formatCount(orders.length)}` : 'orders were not sent'}>
        {areOrdersSent ? (
          <Link to={customerPath(search, 'orders', open > 0 ? { status: 'Open' } : {})}>
            {formatCount(open)}
            <VisuallyHidden> open {open === 1 ? 'order' : 'orders'}</VisuallyHidden>
          </Link>
        ) : (
          <EmptyValue />
        )}
      </Fact>
      <Fact
        label="Not covered by tenders listed"
        note={owed === undefined ? 'on open orders' : `on ${counted(owed.orders, 'open order')}`}
        isOwed={owed !== undefined}
      >
        {areOrdersSent ? formatMoney(owed?.amount ?? '0', currency) : <EmptyValue />}
      </Fact>
      <Fact label="Vehicles" note={answer.vehicles.state === 'read' ? `${current} current` : 'not sent'}>
        {answer.vehicles.state === 'read' ? vehicles.length : <EmptyValue />}
      </Fact>
      <Fact label="Last visit" note={visit === undefined ? 'no dated order' : <DayAge date={visit} />}>
        {visit === undefined ? <EmptyValue says="none known" /> : formatDay(visit)}
      </Fact>
    </dl>
  )
}

/** `5 days ago`, after the date is drawn: the dealership's time zone takes the browser longer than the header. */
function DayAge({ date }: { date: WallDate }) {
  const { timeZone } = useSession()
  const now = useNow()
  const isDateDrawn = useDeferredValue(true, false)
  return isDateDrawn ? formatDayAge(daysSince(date, now, timeZone)) : null
}

type FactProps = { label: string; note: ReactNode; isOwed?: boolean; children: ReactNode }

function Fact({ label, note, isOwed = false, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.number} data-owed={isOwed || undefined}>
        {children} <small className={classes.note}>{note}</small>
      </dd>
    </div>
  )
}
