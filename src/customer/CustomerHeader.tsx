import { memo, type ReactNode, useEffect, useMemo, useState } from 'react'
import { useSession } from '#src/api/session-context.ts'
import type { DealerOrder } from '#src/contract/order.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import { notCovered, orderStatus } from '#src/findings/order-balance.ts'
import { addressLine, addressLines } from '#src/format/address.ts'
import { formatCount } from '#src/format/count.ts'
import { daysSince, formatAge, formatDay, formatDayAge, type WallDate } from '#src/format/date.ts'
import { formatMoney } from '#src/format/money.ts'
import { customerName, initials, personName } from '#src/format/name.ts'
import { Code } from '#src/ui/Code.tsx'
import { useAfterPaint } from '#src/ui/use-after-paint.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { OFFER_CANCEL_AFTER_MS } from './CustomerSkeleton.tsx'
import { ContactValue } from './ContactValue.tsx'
import { lastVisit, listOf, mainAddress, mainContact } from './customer-facts.ts'
import { type CustomerSearch, customerPath } from './customer-url.ts'
import { addressKindLabel, contactLabel, counted, dealerName } from './labels.ts'
import { useNow } from './use-now.ts'
import classes from './CustomerHeader.module.css'
import { PlainButton } from '#src/ui/PlainButton.tsx'
import { Link } from '#src/ui/Link.tsx'

const STALE_AFTER_MS = 15 * 60_000

type Props = {
  answer: CustomerAnswer
  search: CustomerSearch
  readAt: number
  isRefreshing: boolean
  onRefresh: () => void
  /** Stops reading again; what is shown stays. */
  onCancel: () => void
}

/** Made for a glance: who this is, how to reach them, and the numbers that matter. */
export const CustomerHeader = memo(function CustomerHeader(props: Props) {
  const { answer, search, readAt, isRefreshing, onRefresh, onCancel } = props
  const session = useSession()
  const info = answer.info.state === 'read' ? answer.info.value : {}
  const name = customerName(info, search.customerUUID)
  const person = personName(info)
  const company = person !== '' && info.company ? info.company : undefined
  const isNameless = person === '' && !info.company?.trim()
  return (
    <section className={classes.card} aria-label="Customer">
      <div className={classes.head}>
        <div className={classes.face} aria-hidden="true">
          {isNameless ? '?' : initials(name)}
        </div>
        <div className={classes.who}>
          <h1 className={classes.name} data-code={isNameless || undefined}>
            {name}
          </h1>
          <p className={classes.sub}>
            {answer.info.state === 'missing' ? <span>Customer details were not sent</span> : null}
            {answer.info.state === 'unreadable' ? (
              <span>Customer details could not be read: {answer.info.reason}</span>
            ) : null}
            {isNameless && answer.info.state === 'read' ? <span>Unnamed customer</span> : null}
            {company === undefined ? null : <span>{company}</span>}
            {info.customerKey ? (
              <span>
                key <Code>{info.customerKey}</Code> <CopyButton what="customer key" value={info.customerKey} />
              </span>
            ) : null}
            {info.dealerId ? <span>{dealerName(session, info.dealerId)}</span> : null}
          </p>
          <Reach answer={answer} />
        </div>
        <Age readAt={readAt} isRefreshing={isRefreshing} onRefresh={onRefresh} onCancel={onCancel} />
      </div>
      <Facts answer={answer} search={search} />
    </section>
  )
})

function Reach({ answer }: { answer: CustomerAnswer }) {
  const contacts = [mainContact(answer.communications, 'phone'), mainContact(answer.communications, 'e-mail')]
  const address = mainAddress(answer)
  const addressLabel = address?.isLegacy
    ? 'Legacy address'
    : address && (addressKindLabel(address.address)?.text ?? 'Address')
  return (
    <ul className={classes.reach}>
      {contacts.map((contact) =>
        contact === undefined ? null : (
          <li key={contact.commValue}>
            <span className={classes.label}>
              {contactLabel(contact)}
              {contact.preferred === true ? ', preferred' : ''}
            </span>
            <ContactValue communication={contact} />
          </li>
        ),
      )}
      {address === undefined ? null : (
        <li>
          <span className={classes.label}>{addressLabel}</span>
          <span>{addressLine(address.address)}</span>
          <CopyButton what="address" value={addressLines(address.address).join('\n')} />
        </li>
      )}
    </ul>
  )
}

type AgeProps = Pick<Props, 'readAt' | 'isRefreshing' | 'onRefresh' | 'onCancel'>

function Age({ readAt, isRefreshing, onRefresh, onCancel }: AgeProps) {
  const now = useNow()
  const isStale = now - readAt > STALE_AFTER_MS
  return (
    <p className={classes.age} data-stale={isStale || undefined}>
      <span>
        Read {formatAge(readAt, now)}
        {isStale ? ', may have changed' : ''}
      </span>
      <PlainButton className={classes.refresh} disabled={isRefreshing} onClick={onRefresh}>
        Refresh
      </PlainButton>
      {isRefreshing ? <CancelWhenLong onCancel={onCancel} /> : null}
    </p>
  )
}

/** A way out of a wait that has become long. */
function CancelWhenLong({ onCancel }: Pick<Props, 'onCancel'>) {
  const [isLong, setIsLong] = useState(false)
  // Time passes outside React.
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), OFFER_CANCEL_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLong ? (
    <PlainButton className={classes.refresh} onClick={onCancel}>
      Cancel
    </PlainButton>
  ) : null
}

function Facts({ answer, search }: Pick<Props, 'answer' | 'search'>) {
  const session = useSession()
  const areOrdersSent = answer.orders.state === 'read'
  const { orders, open, owed, visit } = useMemo(() => orderFacts(listOf(answer.orders)), [answer])
  const vehicles = listOf(answer.vehicles)
  const current = vehicles.filter((vehicle) => vehicle.isValid === true).length
  return (
    <dl className={classes.facts}>
      <Fact label="Open orders" note={areOrdersSent ? `of ${formatCount(orders.length)}` : 'orders were not sent'}>
        {areOrdersSent ? (
          <Link to={customerPath(search, 'orders', open > 0 ? { status: 'Open' } : {})}>{open}</Link>
        ) : (
          <EmptyValue />
        )}
      </Fact>
      <Fact
        label="Not covered by tenders listed"
        note={owed === undefined ? 'on open orders' : `on ${counted(owed.orders, 'open order')}`}
        isOwed={owed !== undefined}
      >
        {areOrdersSent ? formatMoney(owed?.amount ?? '0', session.currency) : <EmptyValue />}
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

function orderFacts(orders: readonly DealerOrder[]) {
  const open = orders.filter((order) => orderStatus(order) === 'open')
  return { orders, open: open.length, owed: notCovered(open), visit: lastVisit(orders) }
}

/** `5 days ago`. Said after the date is drawn: the dealership's time zone takes the browser longer than the header. */
function DayAge({ date }: { date: WallDate }) {
  const { timeZone } = useSession()
  const now = useNow()
  const isDrawn = useAfterPaint()
  return isDrawn ? formatDayAge(daysSince(date, now, timeZone)) : null
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
