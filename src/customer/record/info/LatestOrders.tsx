import { useMemo } from 'react'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import type { DealerOrder } from '#src/contract/order.ts'
import type { Section } from '#src/contract/read-answer.ts'
import { type CustomerSearch, customerPath } from '#src/customer/look-up/customer-address.ts'
import { OrderStatus } from '#src/customer/record/OrderStatus.tsx'
import { newestOrders } from '#src/findings/order-dates.ts'
import { revealOrder } from '#src/customer/record/use-reveal-linked.ts'
import { Sent } from '#src/customer/record/Sent.tsx'
import { cleanText } from '#src/format/text.ts'
import { useSession } from '#src/session/session-context.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { DateValue, MoneyValue } from '#src/customer/record/values.tsx'
import { typeLabel } from '#src/customer/record/labels.ts'
import classes from './LatestOrders.module.css'
import { Link } from '#src/ui/Link.tsx'

const SHOWN = 5

type Props = { section: Section<DealerOrder[]>; search: CustomerSearch }

/** The newest orders, each a link to its place among all of them. */
export function LatestOrders({ section, search }: Props) {
  return (
    <TitledCard title="Latest orders">
      <SectionState section={section} noun="orders">
        {(orders) => <Latest orders={orders} search={search} />}
      </SectionState>
    </TitledCard>
  )
}

function Latest({ orders, search }: { orders: readonly DealerOrder[]; search: CustomerSearch }) {
  const { timeZone } = useSession()
  const latest = useMemo(() => newestOrders(orders, SHOWN, timeZone), [orders, timeZone])
  return (
    <ul className={classes.list}>
      {latest.map((order, index) => (
        <li key={index} className={classes.row}>
          <Link
            className={classes.number}
            state={revealOrder}
            to={customerPath(search, 'orders', order.dealerOrder_uuid ? { order: order.dealerOrder_uuid } : {})}
          >
            <Sent text={cleanText(order.order_number) || 'No number'} />
          </Link>
          <OrderStatus order={order} />
          <span className={classes.what}>{typeLabel(order)?.text ?? ''}</span>
          <span className={classes.date}>
            <DateValue value={order.order_date} />
          </span>
          <span className={classes.amount}>
            <MoneyValue value={order.order_amount} />
          </span>
        </li>
      ))}
    </ul>
  )
}
