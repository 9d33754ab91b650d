import * as words from '#words/orders'
import { Table, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type CSSProperties, Fragment, memo, useMemo } from 'react'
import { useSession } from '#src/session/session-context.ts'
import { useClock } from '#src/customer/record/use-clock.ts'
import { firstIsDescending, ORDER_COLUMNS, steadyWidths } from './order-columns.ts'
import type { OrderRow } from './order-row.ts'
import { OrderDetails } from './OrderDetails.tsx'
import { OrderTableRow } from './OrderTableRow.tsx'
import type { OrdersView, Sort, SortKey } from './orders-address.ts'
import classes from './OrdersTable.module.css'

type Props = {
  rows: readonly OrderRow[]
  columns: readonly SortKey[]
  /** What the rows were drawn for. */
  view: OrdersView
  /** What was pressed last; the rows may be on their way. */
  sort: Sort
  isBusy: boolean
  onSort: (sort: Sort) => void
  onToggle: (key: string) => void
}

/**
 * A real table, whose cells are plain elements; narrow screens draw its rows as cards. The roles are written out because
 * CSS takes them away there.
 */
export const OrdersTable = memo(function OrdersTable(props: Props) {
  const { rows, columns, view, sort, isBusy, onSort, onToggle } = props
  const widths = steadyWidths(columns)
  const { currency } = useSession()
  const clock = useClock()
  const surroundings = useMemo(() => ({ currency, clock }), [currency, clock])
  return (
    <div className={classes.frame}>
      <Table
        unstyled
        className={classes.table}
        role="table"
        aria-busy={isBusy || undefined}
        data-compact={view.isCompact || undefined}
        data-steady={widths !== undefined || undefined}
      >
        <caption>
          <VisuallyHidden>{words.dealerOrders()}</VisuallyHidden>
        </caption>
        {widths === undefined ? null : (
          <colgroup>
            {widths.map((width, place) => (
              <col key={place} style={{ '--share': width } as CSSProperties} />
            ))}
          </colgroup>
        )}
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={classes.toggleHeader}>
              <VisuallyHidden>{words.transactions()}</VisuallyHidden>
            </th>
            {columns.map((key) => (
              <ColumnHeader
                key={key}
                column={key}
                sorted={sort.key === key ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, place) => {
            const isOpen = view.open.includes(row.key)
            return (
              // Named by its place: when the order of the rows changes, the browser's rows stay and their text changes.
              <Fragment key={place}>
                <OrderTableRow
                  row={row}
                  columns={columns.join()}
                  surroundings={surroundings}
                  isOpen={isOpen}
                  isLinked={row.key === view.open.at(-1)}
                  onToggle={onToggle}
                />
                {isOpen ? <OpenRow key={row.index} row={row} columns={columns.length + 1} /> : null}
              </Fragment>
            )
          })}
        </tbody>
      </Table>
    </div>
  )
})

const OpenRow = memo(function OpenRow({ row, columns }: { row: OrderRow; columns: number }) {
  return (
    <tr role="row" className={classes.inner} id={`order-${row.index}`}>
      <td role="cell" colSpan={columns}>
        <OrderDetails row={row} />
      </td>
    </tr>
  )
})

type HeaderProps = {
  column: SortKey
  /** How the rows are sorted by this column; undefined when they are by another. */
  sorted: 'ascending' | 'descending' | undefined
  onSort: (sort: Sort) => void
}

function ColumnHeader({ column, sorted, onSort }: HeaderProps) {
  const isActive = sorted !== undefined
  const isDescending = sorted === 'descending'
  const Icon = isDescending ? IconArrowDown : IconArrowUp
  const { header, isNumber } = ORDER_COLUMNS[column]
  return (
    <th scope="col" role="columnheader" aria-sort={sorted} className={isNumber ? classes.numberHeader : undefined}>
      <UnstyledButton
        className={classes.sort}
        data-active={isActive || undefined}
        onClick={() => onSort({ key: column, isDescending: isActive ? !isDescending : firstIsDescending(column) })}
      >
        <span>{header}</span>
        {isActive ? <Icon size={13} aria-hidden="true" /> : null}
      </UnstyledButton>
    </th>
  )
}
