import { useMemo } from 'react'
import type { DealerOrder } from '#src/contract/order.ts'
import type { Section } from '#src/contract/read-answer.ts'
import { Card } from '#src/ui/Card.tsx'
import { type CustomerSearch, customerPath } from '../customer-url.ts'
import { OrderStatus } from '../OrderStatus.tsx'
import { newestOrders } from '../orders/newest-orders.ts'
import { SectionState } from '../SectionState.tsx'
import { DateValue, MoneyValue } from '../values.tsx'
import { typeLabel } from '../labels.ts'
import classes from './LatestOrders.module.css'
import { Link } from '#src/ui/Link.tsx'

const SHOWN = 5

type Props = { section: Section<DealerOrder[]>; search: CustomerSearch }

/** The newest orders, each a link to its place among all of them. */
export function LatestOrders({ section, search }: Props) {
  return (
    <Card title="Latest orders">
      <SectionState section={section} noun="orders">
        {(orders) => <Latest orders={orders} search={search} />}
      </SectionState>
    </Card>
  )
}

function Latest({ orders, search }: { orders: readonly DealerOrder[]; search: CustomerSearch }) {
  const latest = useMemo(() => newestOrders(orders, SHOWN), [orders])
  return (
    <ul className={classes.list}>
      {latest.map((order, index) => (
        <li key={index} className={classes.row}>
          <Link
            className={classes.number}
            to={customerPath(search, 'orders', order.dealerOrder_uuid ? { order: order.dealerOrder_uuid } : {})}
          >
            {order.order_number?.trim() || 'No number'}
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
