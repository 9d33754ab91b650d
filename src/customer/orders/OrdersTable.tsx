import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Fragment, memo, useCallback, useEffect, useRef } from 'react'
import { PlainButton } from '#src/ui/PlainButton.tsx'
import { useLate } from '#src/ui/use-late.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { firstIsDescending, ORDER_COLUMNS } from './order-columns.ts'
import type { OrderRow } from './order-row.ts'
import { OrderDetails } from './OrderDetails.tsx'
import { OrderTableRow } from './OrderTableRow.tsx'
import type { OrdersView, Sort, SortKey } from './orders-url.ts'
import classes from './OrdersTable.module.css'

/** In CSS pixels. */
const ROW_HEIGHT = 43
/** As many as a screen shows at first, a third of which stands above the table; the others come a frame later. */
const FIRST_ROWS = Math.ceil((screen.height * 2) / 3 / ROW_HEIGHT)

/** So many follow at a time: a frame's worth on a slow tablet. */
const LATER_ROWS = 12

type Props = {
  rows: readonly OrderRow[]
  view: OrdersView
  isPrinting: boolean
  onSort: (sort: Sort) => void
  onToggle: (key: string) => void
}

/** A real table; narrow screens draw its rows as cards. The roles are written out because CSS takes them away there. */
export function OrdersTable({ rows, view, isPrinting, onSort, onToggle }: Props) {
  const table = useRef<HTMLTableElement>(null)
  const late = useLate(rows, FIRST_ROWS, LATER_ROWS)
  const shown = isPrinting || view.open.length > 0 ? rows : late
  const linked = useRef(view.open.at(-1))
  // A link names an order far down: it is brought into view once, when the table first appears.
  useEffect(() => {
    if (linked.current === undefined) return
    table.current?.querySelector('[data-linked]')?.scrollIntoView({ block: 'center' })
  }, [])
  // Rows are drawn anew only when something of them changes, so what they call must stay the same.
  const latestToggle = useRef(onToggle)
  useEffect(() => {
    latestToggle.current = onToggle
  }, [onToggle])
  const toggle = useCallback((key: string) => latestToggle.current(key), [])
  return (
    <div className={classes.frame}>
      <table ref={table} className={classes.table} role="table" data-compact={view.isCompact || undefined}>
        <caption>
          <VisuallyHidden>Dealer orders</VisuallyHidden>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={classes.toggleHeader}>
              <VisuallyHidden>Transactions</VisuallyHidden>
            </th>
            {view.columns.map((key) => (
              <ColumnHeader key={key} column={key} sort={view.sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row, place) => {
            const isOpen = isPrinting || view.open.includes(row.key)
            return (
              // Named by its place: when the order of the rows changes, the browser's rows stay and their text changes.
              <Fragment key={place}>
                <OrderTableRow
                  row={row}
                  columns={view.columns}
                  isOpen={isOpen}
                  isLinked={row.key === view.open.at(-1)}
                  onToggle={toggle}
                />
                {isOpen ? <OpenRow key={row.index} row={row} columns={view.columns.length + 1} /> : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const OpenRow = memo(function OpenRow({ row, columns }: { row: OrderRow; columns: number }) {
  return (
    <tr role="row" className={classes.inner} id={`order-${row.index}`}>
      <td role="cell" colSpan={columns}>
        <OrderDetails row={row} />
      </td>
    </tr>
  )
})

type HeaderProps = { column: SortKey; sort: Sort; onSort: (sort: Sort) => void }

function ColumnHeader({ column, sort, onSort }: HeaderProps) {
  const isActive = sort.key === column
  const direction = sort.isDescending ? 'descending' : 'ascending'
  const Icon = sort.isDescending ? IconArrowDown : IconArrowUp
  const { header, isNumber } = ORDER_COLUMNS[column]
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={isActive ? direction : undefined}
      className={isNumber ? classes.numberHeader : undefined}
    >
      <PlainButton
        className={classes.sort}
        data-active={isActive || undefined}
        onClick={() => onSort({ key: column, isDescending: isActive ? !sort.isDescending : firstIsDescending(column) })}
      >
        {header}
        {isActive ? <Icon size={13} aria-hidden="true" /> : null}
      </PlainButton>
    </th>
  )
}
