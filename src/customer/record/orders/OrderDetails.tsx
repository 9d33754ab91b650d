import { useSession } from '#src/session/session-context.ts'
import { Badge } from '#src/ui/Badge.tsx'
import { Code } from '#src/ui/Code.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { type Detail, DetailList } from '#src/ui/DetailList.tsx'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { dealerName } from '#src/customer/look-up/dealer-names.ts'
import { DateValue, IdValue, QuietId, TextValue } from '#src/customer/record/values.tsx'
import { AsSent, Sent } from '#src/customer/record/Sent.tsx'
import { cleanText } from '#src/format/text.ts'
import type { OrderRow } from './order-row.ts'
import { Transactions } from './Transactions.tsx'
import classes from './OrderDetails.module.css'

type Props = { row: OrderRow }

/** Everything about one order: what it is for, its transactions, its ids. */
export function OrderDetails({ row }: Props) {
  const { order } = row
  return (
    <div className={classes.details}>
      <p className={classes.description}>
        {cleanText(order.description) === '' ? <span>No description</span> : <Sent text={order.description} />}
        {cleanText(order.order_number) === '' ? null : (
          <CopyButton what={`number of order ${row.number}`} value={row.number}>
            Copy number
          </CopyButton>
        )}
        <AsSent sent={order.order_number} shown={row.number} />
      </p>
      <Transactions row={row} />
      <DetailList details={useDetails(row)} />
    </div>
  )
}

function useDetails({ order }: OrderRow): Detail[] {
  const session = useSession()
  const states = order.dealerOrderStatusFilter ?? []
  return [
    {
      label: 'Dealer',
      value: order.dealer_id ? (
        <>
          <Sent text={dealerName(session, order.dealer_id)} /> <Code>{order.dealer_id}</Code>
        </>
      ) : (
        <EmptyValue />
      ),
    },
    { label: 'Type as sent', value: <TextValue value={order.order_type} /> },
    { label: 'Status as sent', value: <TextValue value={order.order_status} /> },
    {
      label: 'Status filters',
      value:
        states.length === 0 ? (
          <EmptyValue says="none" />
        ) : (
          <span className={classes.badges}>
            {states.map((state, index) => (
              <Badge key={index}>{cleanText(state)}</Badge>
            ))}
          </span>
        ),
    },
    { label: 'Created', value: <DateValue value={order.created_date} /> },
    { label: 'Updated', value: <DateValue value={order.updated_date} /> },
    { label: 'Order id', value: <IdValue what="order id" value={order.dealerOrder_id} /> },
    { label: 'Order UUID', value: <QuietId value={order.dealerOrder_uuid} /> },
    { label: 'Customer id', value: <QuietId value={order.customer_id} /> },
    { label: 'Customer UUID', value: <QuietId value={order.customer_uuid} /> },
    { label: 'Vehicle id', value: <QuietId value={order.vehicle_id} /> },
    { label: 'Vehicle UUID', value: <QuietId value={order.vehicle_uuid} /> },
    { label: 'Associate id', value: <QuietId value={order.dealerassociate_id} /> },
    { label: 'Associate UUID', value: <QuietId value={order.dealerAssociate_uuid} /> },
  ]
}
