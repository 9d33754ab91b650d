import { memo, type ReactNode } from 'react'
import { useSession } from '#src/api/session-context.ts'
import { formatMoney } from '#src/format/money.ts'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { OrderStatus } from '../OrderStatus.tsx'
import { DateValue, TextValue } from '../values.tsx'
import { vehicleTitle } from '../vehicles/vehicle-orders.ts'
import { ORDER_COLUMNS } from './order-columns.ts'
import type { OrderRow } from './order-row.ts'
import type { SortKey } from './orders-url.ts'
import classes from './OrdersTable.module.css'

type Props = {
  row: OrderRow
  columns: readonly SortKey[]
  isOpen: boolean
  isLinked: boolean
  onToggle: (key: string) => void
}

/** One order as a row. Drawn again only when something of it changes. */
export const OrderTableRow = memo(function OrderTableRow({ row, columns, isOpen, isLinked, onToggle }: Props) {
  const { currency } = useSession()
  const { order } = row
  return (
    <tr role="row" className={classes.row} data-linked={isLinked || undefined}>
      <td role="cell" className={classes.toggleCell}>
        <button
          type="button"
          className={classes.toggle}
          aria-label={`Show transactions of order ${row.number}`}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `order-${row.index}` : undefined}
          onClick={() => onToggle(row.key)}
        />
      </td>
      {columns.map((key) => (
        <td
          key={key}
          role="cell"
          className={CELL_CLASSES[key]}
          data-label={key === 'number' || key === 'status' ? undefined : ORDER_COLUMNS[key].header}
          title={key === 'type' && order.order_type ? `Sent as ${order.order_type}` : undefined}
          data-owed={(key === 'tenders' && isOwed(row)) || undefined}
        >
          {cell(key, row, currency)}
        </td>
      ))}
    </tr>
  )
})

const CELL_CLASSES: Readonly<Partial<Record<SortKey, string | undefined>>> = {
  number: classes.number,
  status: classes.status,
  type: classes.quiet,
  vehicle: classes.vehicle,
  ordered: classes.date,
  closed: classes.date,
  amount: classes.amount,
  tenders: classes.amount,
  dealer: classes.quiet,
}

/** Functions, not components: a page of rows has five hundred cells. */
function cell(key: SortKey, row: OrderRow, currency: string): ReactNode {
  const { order } = row
  switch (key) {
    case 'number':
      return order.order_number?.trim() ? order.order_number : <EmptyValue says="no number" />
    case 'status':
      return OrderStatus({ order })
    case 'type': {
      const { value, label } = row.valueOf('type')
      return value === '-' ? <EmptyValue says="type not sent" /> : label
    }
    case 'vehicle':
      return vehicleCell(row)
    case 'tag':
      return TextValue({ value: order.tag_or_hat })
    case 'ordered':
      return DateValue({ value: order.order_date })
    case 'closed':
      return DateValue({ value: order.close_date })
    case 'amount':
      return order.order_amount ? formatMoney(order.order_amount, currency) : <EmptyValue />
    case 'tenders':
      return tendersCell(row, currency)
    case 'dealer':
      return row.valueOf('store').label
  }
}

function vehicleCell(row: OrderRow): ReactNode {
  const { vehicle } = row
  if (vehicle === undefined) return <span className={classes.quiet}>{row.valueOf('vehicle').label.toLowerCase()}</span>
  const vin = vehicle.vin?.trim() ?? ''
  return (
    <>
      {vehicleTitle(vehicle)}
      {vin === '' ? null : (
        <small className={classes.vin}>
          …<b>{vin.slice(-8)}</b>
        </small>
      )}
    </>
  )
}

function tendersCell({ balance }: OrderRow, currency: string): ReactNode {
  if (balance.state === 'none-listed') return 'none listed'
  return balance.tenders === undefined ? (
    <EmptyValue says="cannot be added up" />
  ) : (
    formatMoney(balance.tenders, currency)
  )
}

/** Colour repeats what the sum at the foot of the transactions says in words. */
function isOwed(row: OrderRow): boolean {
  const isOpen = row.valueOf('status').label === 'Open'
  return isOpen && (row.balance.state === 'lower' || row.balance.state === 'none-listed')
}
