import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type CSSProperties, Fragment, memo, useMemo } from 'react'
import { PlainButton } from '#src/ui/PlainButton.tsx'
import { useIsShown } from '#src/ui/use-drawn-ahead.ts'
import { useLate } from '#src/ui/use-late.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { firstIsDescending, ORDER_COLUMNS, steadyWidths } from './order-columns.ts'
import type { OrderRow } from './order-row.ts'
import { OrderDetails } from './OrderDetails.tsx'
import { OrderTableRow } from './OrderTableRow.tsx'
import type { OrdersView, Sort, SortKey } from './orders-url.ts'
import classes from './OrdersTable.module.css'

/** In CSS pixels, at the least. */
const ROW_HEIGHT = 43
/** What stands above the first row, in CSS pixels, at the least: bar, header, tabs, filters. */
const ABOVE_ROWS = 480
/** As many as are in sight at first; the others come a frame later. */
const FIRST_ROWS = Math.max(6, Math.ceil((screen.height - ABOVE_ROWS) / ROW_HEIGHT))

/** So many follow at a time: a frame's worth on a slow tablet. */
const LATER_ROWS = 12

type Props = {
  rows: readonly OrderRow[]
  /** All rows, for paper; undefined on a screen. */
  printed: readonly OrderRow[] | undefined
  view: OrdersView
  /** Stay the same: a row is drawn anew only when something of it changes. */
  onSort: (sort: Sort) => void
  onToggle: (key: string) => void
}

/** A real table; narrow screens draw its rows as cards. The roles are written out because CSS takes them away there. */
export function OrdersTable({ rows, printed, view, onSort, onToggle }: Props) {
  // A row that is open may stand anywhere.
  const late = useLate(rows, view.open.length > 0 ? rows.length : FIRST_ROWS, LATER_ROWS, useIsShown())
  const shown = printed ?? late
  // On paper the rows of the screen keep their places, those before them come before.
  const start = printed === undefined ? 0 : printed.findIndex((row) => row === rows[0])
  const widths = useMemo(() => steadyWidths(view.columns), [view.columns])
  const direction = view.sort.isDescending ? 'descending' : 'ascending'
  return (
    <div className={classes.frame}>
      <table
        className={classes.table}
        role="table"
        // Rows further down are still those of before.
        aria-busy={late !== rows || undefined}
        data-compact={view.isCompact || undefined}
        data-steady={widths !== undefined || undefined}
      >
        <caption>
          <VisuallyHidden>Dealer orders</VisuallyHidden>
        </caption>
        {widths === undefined ? null : <Widths widths={widths} />}
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" className={classes.toggleHeader}>
              <VisuallyHidden>Transactions</VisuallyHidden>
            </th>
            {view.columns.map((key) => (
              <ColumnHeader
                key={key}
                column={key}
                sorted={view.sort.key === key ? direction : undefined}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {shown.map((row, place) => {
            const isOpen = printed !== undefined || view.open.includes(row.key)
            return (
              // Named by its place: when the order of the rows changes, the browser's rows stay and their text changes.
              <Fragment key={place - start}>
                <OrderTableRow
                  row={row}
                  columns={view.columns}
                  isOpen={isOpen}
                  isLinked={row.key === view.open.at(-1)}
                  onToggle={onToggle}
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

const Widths = memo(function Widths({ widths }: { widths: readonly string[] }) {
  return (
    <colgroup>
      {widths.map((width, place) => (
        <col key={place} style={{ '--share': width } as CSSProperties} />
      ))}
    </colgroup>
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

const ColumnHeader = memo(function ColumnHeader({ column, sorted, onSort }: HeaderProps) {
  const isActive = sorted !== undefined
  const isDescending = sorted === 'descending'
  const Icon = isDescending ? IconArrowDown : IconArrowUp
  const { header, isNumber } = ORDER_COLUMNS[column]
  return (
    <th scope="col" role="columnheader" aria-sort={sorted} className={isNumber ? classes.numberHeader : undefined}>
      <PlainButton
        className={classes.sort}
        data-active={isActive || undefined}
        onClick={() => onSort({ key: column, isDescending: isActive ? !isDescending : firstIsDescending(column) })}
      >
        {header}
        {isActive ? <Icon size={13} aria-hidden="true" /> : null}
      </PlainButton>
    </th>
  )
})
