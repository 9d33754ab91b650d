import * as words from '#words/orders'
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
        {cleanText(order.description) === '' ? <span>{words.noDescription()}</span> : <Sent text={order.description} />}
        {cleanText(order.order_number) === '' ? null : (
          <CopyButton what={words.numberToCopy({ number: row.number })} value={row.number}>
            {words.copyNumber()}
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
      label: words.dealer(),
      value: order.dealer_id ? (
        <>
          <Sent text={dealerName(session, order.dealer_id)} /> <Code>{order.dealer_id}</Code>
        </>
      ) : (
        <EmptyValue />
      ),
    },
    { label: words.typeAsSent(), value: <TextValue value={order.order_type} /> },
    { label: words.statusAsSent(), value: <TextValue value={order.order_status} /> },
    {
      label: words.statusFilters(),
      value:
        states.length === 0 ? (
          <EmptyValue says={words.noFilters()} />
        ) : (
          <span className={classes.badges}>
            {states.map((state, index) => (
              <Badge key={index}>{cleanText(state)}</Badge>
            ))}
          </span>
        ),
    },
    { label: words.created(), value: <DateValue value={order.created_date} /> },
    { label: words.updated(), value: <DateValue value={order.updated_date} /> },
    { label: words.orderId(), value: <IdValue what={words.orderIdToCopy()} value={order.dealerOrder_id} /> },
    { label: words.orderUuid(), value: <QuietId value={order.dealerOrder_uuid} /> },
    { label: words.customerId(), value: <QuietId value={order.customer_id} /> },
    { label: words.customerUuid(), value: <QuietId value={order.customer_uuid} /> },
    { label: words.vehicleId(), value: <QuietId value={order.vehicle_id} /> },
    { label: words.vehicleUuid(), value: <QuietId value={order.vehicle_uuid} /> },
    { label: words.associateId(), value: <QuietId value={order.dealerassociate_id} /> },
    { label: words.associateUuid(), value: <QuietId value={order.dealerAssociate_uuid} /> },
  ]
}
