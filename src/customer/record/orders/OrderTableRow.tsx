import * as words from '#words/orders'
import { memo } from 'react'
import { orderStatus } from '#src/findings/order-balance.ts'
import { type CellSurroundings, orderCell } from './OrderCells.tsx'
import { ORDER_COLUMNS } from './order-columns.ts'
import type { OrderRow } from './order-row.ts'
import type { SortKey } from './orders-address.ts'
import classes from './OrdersTable.module.css'

type Props = {
  row: OrderRow
  /** Their names, with commas. */
  columns: string
  surroundings: CellSurroundings
  isOpen: boolean
  isLinked: boolean
  onToggle: (key: string) => void
}

/** One order as a row. Drawn again only when something of it changes. */
export const OrderTableRow = memo(function OrderTableRow({
  row,
  columns,
  surroundings,
  isOpen,
  isLinked,
  onToggle,
}: Props) {
  const { order } = row
  return (
    <tr role="row" className={classes.row} data-linked={isLinked || undefined}>
      <td role="cell" className={classes.toggleCell}>
        <button
          type="button"
          className={classes.toggle}
          aria-label={words.showTransactions({ number: row.number })}
          aria-expanded={isOpen}
          aria-controls={isOpen ? `order-${row.index}` : undefined}
          onClick={() => onToggle(row.key)}
        />
      </td>
      {(columns.split(',') as SortKey[]).map((key) => (
        <td
          key={key}
          role="cell"
          className={CELL_CLASSES[key]}
          data-label={key === 'number' || key === 'status' ? undefined : ORDER_COLUMNS[key].header}
          title={key === 'type' && order.order_type ? words.sentAs({ sent: order.order_type }) : undefined}
          translate={TRANSLATED.has(key) ? undefined : 'no'}
          data-owed={(key === 'tenders' && isOwed(row)) || undefined}
        >
          {orderCell(key, row, surroundings)}
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

/** Words of ours; everything else in a row is a value. */
const TRANSLATED: ReadonlySet<SortKey> = new Set(['status', 'type'])

/** Colour repeats what the sum at the foot of the transactions says in words. */
function isOwed(row: OrderRow): boolean {
  const isOpen = orderStatus(row.order) === 'open'
  return isOpen && (row.balance.state === 'lower' || row.balance.state === 'none-listed')
}
