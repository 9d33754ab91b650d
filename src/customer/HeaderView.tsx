import type { ReactNode } from 'react'
import type { DealerOrder } from '#src/contract/order.ts'
import type { CustomerAnswer } from '#src/contract/read-answer.ts'
import type { Session } from '#src/contract/session.ts'
import { notCovered, orderStatus } from '#src/findings/order-balance.ts'
import { addressLine, addressLines } from '#src/format/address.ts'
import { formatCount } from '#src/format/count.ts'
import { formatDay, type WallDate } from '#src/format/date.ts'
import { formatMoney } from '#src/format/money.ts'
import { customerName, initials, personName } from '#src/format/name.ts'
import { Code } from '#src/ui/Code.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { type Copy, ContactView } from './ContactView.tsx'
import { lastVisit, listOf, mainAddress, mainContact } from './customer-facts.ts'
import { type CustomerSearch, customerPath } from './customer-url.ts'
import { addressKindLabel, contactLabel, counted, dealerName } from './labels.ts'
import classes from './CustomerHeader.module.css'

/** The pieces of the header that do something when they are clicked, or that change as time passes. */
type HeaderParts = {
  Copy: Copy
  Link: (props: { to: string; children: ReactNode }) => ReactNode
  DayAge: (props: { date: WallDate }) => ReactNode
}

type Props = { answer: CustomerAnswer; search: CustomerSearch; session: Session; parts: HeaderParts; age: ReactNode }

/**
 * What the header shows, with everything that acts left to its parts. It calls no hooks, so that it can be drawn before
 * React is there.
 */
export function HeaderView({ answer, search, session, parts, age }: Props) {
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
                key <Code>{info.customerKey}</Code> <parts.Copy what="customer key" value={info.customerKey} />
              </span>
            ) : null}
            {info.dealerId ? <span>{dealerName(session, info.dealerId)}</span> : null}
          </p>
          <Reach answer={answer} Copy={parts.Copy} />
        </div>
        {age}
      </div>
      <Facts answer={answer} search={search} session={session} parts={parts} />
    </section>
  )
}

function Reach({ answer, Copy }: { answer: CustomerAnswer; Copy: Copy }) {
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
            <ContactView communication={contact} Copy={Copy} />
          </li>
        ),
      )}
      {address === undefined ? null : (
        <li>
          <span className={classes.label}>{addressLabel}</span>
          <span>{addressLine(address.address)}</span>
          <Copy what="address" value={addressLines(address.address).join('\n')} />
        </li>
      )}
    </ul>
  )
}

function Facts({ answer, search, session, parts }: Omit<Props, 'age'>) {
  const areOrdersSent = answer.orders.state === 'read'
  const { orders, open, owed, visit } = orderFacts(listOf(answer.orders))
  const vehicles = listOf(answer.vehicles)
  const current = vehicles.filter((vehicle) => vehicle.isValid === true).length
  return (
    <dl className={classes.facts}>
      <Fact label="Open orders" note={areOrdersSent ? `of ${formatCount(orders.length)}` : 'orders were not sent'}>
        {areOrdersSent ? (
          <parts.Link to={customerPath(search, 'orders', open > 0 ? { status: 'Open' } : {})}>{open}</parts.Link>
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
      <Fact label="Last visit" note={visit === undefined ? 'no dated order' : <parts.DayAge date={visit} />}>
        {visit === undefined ? <EmptyValue says="none known" /> : formatDay(visit)}
      </Fact>
    </dl>
  )
}

type OrderFacts = {
  orders: readonly DealerOrder[]
  open: number
  owed: ReturnType<typeof notCovered>
  visit: WallDate | undefined
}
const known = new WeakMap<readonly DealerOrder[], OrderFacts>()

/** Worked out once for each answer: it may have ten thousand orders, and the header is drawn more than once. */
function orderFacts(orders: readonly DealerOrder[]): OrderFacts {
  let facts = known.get(orders)
  if (facts === undefined) {
    const open = orders.filter((order) => orderStatus(order) === 'open')
    facts = { orders, open: open.length, owed: notCovered(open), visit: lastVisit(orders) }
    known.set(orders, facts)
  }
  return facts
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
