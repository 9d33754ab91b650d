import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Fragment } from 'react'
import { OrderDetails } from './OrderDetails.tsx'
import type { OrderRow } from './order-row.ts'
import { OrderTableRow } from './OrderTableRow.tsx'
import type { OrdersView, Sort, SortKey } from './orders-url.ts'
import classes from './OrdersTable.module.css'
import { PlainButton } from '#src/ui/PlainButton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'

type Column = { key: SortKey; header: string; isNumber?: true }

const COLUMNS: readonly Column[] = [
  { key: 'number', header: 'Order' },
  { key: 'status', header: 'Status' },
  { key: 'type', header: 'Type' },
  { key: 'vehicle', header: 'Vehicle' },
  { key: 'tag', header: 'Tag' },
  { key: 'ordered', header: 'Ordered' },
  { key: 'closed', header: 'Closed' },
  { key: 'amount', header: 'Amount', isNumber: true },
  { key: 'tenders', header: 'Tenders', isNumber: true },
]

type Props = {
  rows: readonly OrderRow[]
  view: OrdersView
  isPrinting: boolean
  onSort: (sort: Sort) => void
  onToggle: (key: string) => void
}

/** A real table; narrow screens draw its rows as cards. The roles are written out because CSS takes them away there. */
export function OrdersTable({ rows, view, isPrinting, onSort, onToggle }: Props) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} role="table">
        <caption>
          <VisuallyHidden>Dealer orders</VisuallyHidden>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={classes.toggleHeader}>
              <VisuallyHidden>Transactions</VisuallyHidden>
            </th>
            {COLUMNS.map((column) => (
              <ColumnHeader key={column.key} column={column} sort={view.sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => {
            const isOpen = isPrinting || view.open.includes(row.key)
            return (
              <Fragment key={row.index}>
                <OrderTableRow
                  row={row}
                  isOpen={isOpen}
                  isLinked={row.key === view.open.at(-1)}
                  onToggle={() => onToggle(row.key)}
                />
                {isOpen ? (
                  <tr role="row" className={classes.inner} id={`order-${row.index}`}>
                    <td role="cell" colSpan={COLUMNS.length + 1}>
                      <OrderDetails row={row} />
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type HeaderProps = { column: Column; sort: Sort; onSort: (sort: Sort) => void }

function ColumnHeader({ column, sort, onSort }: HeaderProps) {
  const isActive = sort.key === column.key
  const direction = sort.isDescending ? 'descending' : 'ascending'
  const Icon = sort.isDescending ? IconArrowDown : IconArrowUp
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={isActive ? direction : undefined}
      className={column.isNumber ? classes.numberHeader : undefined}
    >
      <PlainButton
        className={classes.sort}
        data-active={isActive || undefined}
        onClick={() =>
          onSort({ key: column.key, isDescending: isActive ? !sort.isDescending : firstIsDescending(column) })
        }
      >
        {column.header}
        {isActive ? <Icon size={13} aria-hidden="true" /> : null}
      </PlainButton>
    </th>
  )
}

/** People look for the latest and the largest first, and for names from the start of the alphabet. */
function firstIsDescending(column: Column): boolean {
  return column.isNumber === true || column.key === 'ordered' || column.key === 'closed'
}
