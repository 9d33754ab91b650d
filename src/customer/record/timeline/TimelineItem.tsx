import * as words from '#words/timeline'
import type { DealerOrder } from '#src/contract/order.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { addressKindLabel, typeLabel } from '#src/customer/record/labels.ts'
import { OrderLink } from '#src/customer/record/OrderLink.tsx'
import { OrderStatus } from '#src/customer/record/OrderStatus.tsx'
import { Sent } from '#src/customer/record/Sent.tsx'
import { useAddressLines } from '#src/customer/record/use-address-lines.ts'
import { MoneyValue } from '#src/customer/record/values.tsx'
import type { Address } from '#src/contract/customer.ts'
import { orderBalance } from '#src/findings/order-balance.ts'
import type { TimelineEvent } from '#src/findings/timeline.ts'
import { formatDate } from '#src/format/date.ts'
import { formatMoney } from '#src/format/money.ts'
import { vehicleTitle } from '#src/format/vehicle.ts'
import { useSession } from '#src/session/session-context.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Link } from '#src/ui/Link.tsx'
import classes from './TimelinePanel.module.css'

const KINDS = { order: words.order(), closing: words.closing(), address: words.addressChange() } as const

type Props = { event: TimelineEvent; search: CustomerSearch }

/** One event: when, what, and the way to it. */
export function TimelineItem({ event, search }: Props) {
  return (
    <li className={classes.item} data-future={event.isFuture || undefined}>
      <span className={classes.date}>
        <span translate="no">{event.date === undefined ? event.sent || words.noDate() : formatDate(event.date)}</span>
        {event.isFuture ? <small>{words.inFuture()}</small> : null}
      </span>
      <Badge tone={event.kind === 'closing' ? 'closed' : event.kind === 'order' ? 'accent' : 'neutral'}>
        {KINDS[event.kind]}
      </Badge>
      <span className={classes.what}>
        {event.order === undefined ? null : <OrderEvent order={event.order} event={event} search={search} />}
        {event.address === undefined ? null : <AddressEvent address={event.address} search={search} />}
      </span>
    </li>
  )
}

function OrderEvent({ order, event, search }: Props & { order: DealerOrder }) {
  const vehicle = event.vehicles[0]
  return (
    <>
      <OrderLink className={classes.number} order={order} search={search} />
      {event.kind === 'order' ? <OrderStatus order={order} /> : null}
      <span>{typeLabel(order)?.text ?? ''}</span>
      {vehicle === undefined ? null : <Sent text={vehicleTitle(vehicle)} />}
      <MoneyValue value={order.order_amount} />
      {event.kind === 'order' ? <Tenders order={order} /> : null}
    </>
  )
}

/** Tenders have no date of their own, so they stand with their order. */
function Tenders({ order }: { order: DealerOrder }) {
  const { currency } = useSession()
  const count = order.transactions?.length ?? 0
  if (count === 0) return null
  const balance = orderBalance(order)
  const sum = 'tenders' in balance ? balance.tenders : undefined
  return (
    <small className={classes.tenders}>
      {sum === undefined ? words.tenders({ count }) : words.tendersSum({ count, sum: formatMoney(sum, currency) })}
    </small>
  )
}

function AddressEvent({ address, search }: { address: Address; search: CustomerSearch }) {
  const lines = useAddressLines(address)
  return (
    <>
      <Link to={customerPath(search, 'addresses')}>
        <Sent text={lines.join(', ') || words.emptyAddress()} />
      </Link>
      <span>{addressKindLabel(address)?.text ?? ''}</span>
    </>
  )
}
