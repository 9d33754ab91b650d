import * as words from '#words/orders'
import { useTable } from '@tanstack/react-table'
import { Fragment, memo, useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { Transaction } from '#src/contract/order.ts'
import { type CustomerAnswer, entriesOf } from '#src/contract/read-answer.ts'
import { SectionState } from '#src/customer/record/SectionState.tsx'
import { Sent } from '#src/customer/record/Sent.tsx'
import { useClock } from '#src/customer/record/use-clock.ts'
import { cleanText } from '#src/format/text.ts'
import { formatCount } from '#src/format/count.ts'
import { formatMoney } from '#src/format/money.ts'
import { useSession } from '#src/session/session-context.ts'
import { balanceWords } from '#src/customer/record/balance-words.ts'
import { type CellSurroundings, orderCell } from './OrderCells.tsx'
import { ORDER_COLUMNS } from './order-columns.ts'
import { type OrderRow, toOrderRows } from './order-row.ts'
import { orderTableOptions, orderTableState } from './order-table.ts'
import { keptView } from './kept-view.ts'
import { parseOrdersView, type SortKey } from './orders-address.ts'
import classes from './PrintedOrders.module.css'

type Props = { answer: CustomerAnswer }

/** All orders that the filter lets through, on paper. */
export function PrintedOrders({ answer }: Props) {
  return (
    <SectionState section={answer.orders} noun={words.noun()}>
      {() => <PrintedTable answer={answer} />}
    </SectionState>
  )
}

/** One table with one row for each order and each tender: thousands of them have to be laid out while somebody waits. */
const PrintedTable = memo(function PrintedTable({ answer }: Props) {
  const session = useSession()
  const [params] = useSearchParams()
  const view = useMemo(() => parseOrdersView(params, keptView(session.preferences)), [params, session])
  const rows = useMemo(
    () => toOrderRows(entriesOf(answer.orders), entriesOf(answer.vehicles), session),
    [answer, session],
  )
  const state = useMemo(() => orderTableState(view), [view])
  const table = useTable({ ...orderTableOptions, data: rows, state })
  const shown = table.getRowModel().rows
  const clock = useClock()
  const surroundings = useMemo(() => ({ currency: session.currency, clock }), [session.currency, clock])
  const columns = table.getVisibleLeafColumns().map((column) => column.id as SortKey)
  return (
    <>
      <p>
        {shown.length === rows.length
          ? words.count({ count: rows.length })
          : words.asFiltered({ shown: formatCount(shown.length), count: rows.length })}
      </p>
      <table className={classes.table} aria-label={words.onPaper()}>
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col" data-number={ORDER_COLUMNS[key].isNumber}>
                {ORDER_COLUMNS[key].header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ original }) => (
            <PrintedOrder key={original.index} row={original} columns={columns} surroundings={surroundings} />
          ))}
        </tbody>
      </table>
    </>
  )
})

type OrderProps = { row: OrderRow; columns: readonly SortKey[]; surroundings: CellSurroundings }

function PrintedOrder({ row, columns, surroundings }: OrderProps) {
  const { description, transactions } = row.order
  return (
    <Fragment>
      <tr className={classes.order}>
        {columns.map((key) => (
          <td key={key} data-column={key} data-number={ORDER_COLUMNS[key].isNumber}>
            {orderCell(key, row, surroundings)}
          </td>
        ))}
      </tr>
      {cleanText(description) !== '' ? (
        <tr>
          <td colSpan={columns.length} className={classes.inner}>
            <Sent text={description} />
          </td>
        </tr>
      ) : null}
      {(transactions ?? []).map((tender, index) => (
        <tr key={index}>
          <td colSpan={columns.length - 1} className={classes.inner}>
            {tenderWords(tender)}
          </td>
          <td data-number>
            {tender.transactionAmount ? formatMoney(tender.transactionAmount, surroundings.currency) : '—'}
          </td>
        </tr>
      ))}
      {transactions && transactions.length > 0 ? (
        <tr>
          <td colSpan={columns.length} className={classes.inner}>
            {balanceWords(row.balance, surroundings.currency)}
          </td>
        </tr>
      ) : null}
    </Fragment>
  )
}

/** A tender in one line; what was not sent is left out. */
function tenderWords(tender: Transaction): string {
  const { transactionTypeId, ccNumber, deviceId, transactionId, tenderDataId, transactionAmount } = tender
  return [
    transactionAmount?.startsWith('-') ? words.refund() : words.tender(),
    transactionTypeId && words.ofType({ type: transactionTypeId }),
    ccNumber?.trim() && words.ofCard({ number: ccNumber }),
    deviceId && words.ofDevice({ id: deviceId }),
    transactionId && words.ofTransaction({ id: transactionId }),
    tenderDataId && words.ofTender({ id: tenderDataId }),
  ]
    .filter(Boolean)
    .join(' · ')
}
