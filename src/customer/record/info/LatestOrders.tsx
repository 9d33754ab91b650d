import { useMemo } from 'react'
import * as words from '#words/info'
import { TitledCard } from '#src/ui/TitledCard.tsx'
import type { DealerOrder } from '#src/contract/order.ts'
import type { Section } from '#src/contract/read-answer.ts'
import type { CustomerSearch } from '#src/customer/look-up/customer-address.ts'
import { OrderLink } from '#src/customer/record/OrderLink.tsx'
import { OrderStatus } from '#src/customer/record/OrderStatus.tsx'
import { newestOrders } from '#src/findings/order-dates.ts'
import { useSession } from '#src/session/session-context.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { DateValue, MoneyValue } from '#src/customer/record/values.tsx'
import { typeLabel } from '#src/customer/record/labels.ts'
import classes from './LatestOrders.module.css'

const SHOWN = 5

type Props = { section: Section<DealerOrder[]>; search: CustomerSearch }

/** The newest orders, each a link to its place among all of them. */
export function LatestOrders({ section, search }: Props) {
  return (
    <TitledCard title={words.latestOrders()}>
      <SectionState section={section} noun={words.ordersNoun()}>
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
          <OrderLink className={classes.number} order={order} search={search} />
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
