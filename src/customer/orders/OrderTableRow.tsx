import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { OrderStatus } from '../OrderStatus.tsx'
import { DateValue, MoneyValue, TextValue } from '../values.tsx'
import { vehicleTitle } from '../vehicles/vehicle-orders.ts'
import type { OrderRow } from './order-row.ts'
import classes from './OrdersTable.module.css'
import { PlainButton } from '#src/ui/PlainButton.tsx'

type Props = { row: OrderRow; isOpen: boolean; isLinked: boolean; onToggle: () => void }

export function OrderTableRow({ row, isOpen, isLinked, onToggle }: Props) {
  const { order, number } = row
  const line = useRef<HTMLTableRowElement>(null)
  // A link names an order far down: it is brought into view once, when the row first appears.
  const isLinkedAtFirst = useRef(isLinked)
  useEffect(() => {
    if (isLinkedAtFirst.current) line.current?.scrollIntoView({ block: 'center' })
  }, [])
  const Icon = isOpen ? IconChevronDown : IconChevronRight
  return (
    <tr role="row" ref={line} className={classes.row}>
      <td role="cell" className={classes.toggleCell}>
        <PlainButton
          className={classes.toggle}
          aria-label={`Show transactions of order ${number}`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `order-${row.index}` : undefined}
          onClick={onToggle}
        >
          <Icon size={16} aria-hidden="true" />
        </PlainButton>
      </td>
      <td role="cell" className={classes.number}>
        {order.order_number?.trim() ? order.order_number : <EmptyValue says="no number" />}
      </td>
      <td role="cell" className={classes.status}>
        <OrderStatus order={order} />
      </td>
      <td role="cell" className={classes.quiet} data-label="Type">
        <OrderType row={row} />
      </td>
      <td role="cell" className={classes.vehicle} data-label="Vehicle">
        <OrderVehicle row={row} />
      </td>
      <td role="cell" data-label="Tag">
        <TextValue value={order.tag_or_hat} />
      </td>
      <td role="cell" className={classes.date} data-label="Ordered">
        <DateValue value={order.order_date} />
      </td>
      <td role="cell" className={classes.date} data-label="Closed">
        <DateValue value={order.close_date} />
      </td>
      <td role="cell" className={classes.amount} data-label="Amount">
        <MoneyValue value={order.order_amount} />
      </td>
      <td role="cell" className={classes.amount} data-label="Tenders" data-owed={isOwed(row) || undefined}>
        <Tenders row={row} />
      </td>
    </tr>
  )
}

function OrderType({ row }: { row: OrderRow }) {
  const { value, label } = row.values.type
  if (value === '-') return <EmptyValue says="type not sent" />
  return <span title={`Sent as ${row.order.order_type ?? ''}`}>{label}</span>
}

function OrderVehicle({ row }: { row: OrderRow }) {
  if (row.vehicle === undefined) return <span className={classes.quiet}>{row.values.vehicle.label.toLowerCase()}</span>
  const vin = row.vehicle.vin?.trim() ?? ''
  return (
    <>
      {vehicleTitle(row.vehicle)}
      {vin === '' ? null : (
        <small className={classes.vin}>
          …<b>{vin.slice(-8)}</b>
        </small>
      )}
    </>
  )
}

function Tenders({ row }: { row: OrderRow }) {
  const { balance } = row
  if (balance.state === 'none-listed') return <span>none listed</span>
  return balance.tenders === undefined ? (
    <EmptyValue says="cannot be added up" />
  ) : (
    <MoneyValue value={balance.tenders} />
  )
}

/** Colour repeats what the sum at the foot of the transactions says in words. */
function isOwed(row: OrderRow): boolean {
  const isOpen = row.values.status.label === 'Open'
  return isOpen && (row.balance.state === 'lower' || row.balance.state === 'none-listed')
}
