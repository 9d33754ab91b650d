import { Table, VisuallyHidden } from '@mantine/core'
import { useSession } from '#src/session/session-context.ts'
import type { Transaction } from '#src/contract/order.ts'
import { EmptyValue } from '#src/ui/EmptyValue.tsx'
import { MoneyValue, QuietId } from '#src/customer/record/values.tsx'
import { balanceWords } from '#src/customer/record/balance-words.ts'
import { cleanText } from '#src/format/text.ts'
import type { OrderRow } from './order-row.ts'
import * as words from '#words/orders'
import classes from './Transactions.module.css'

type Props = { row: OrderRow }

/** The tenders of one order and how their sum compares with it. */
export function Transactions({ row }: Props) {
  const { currency } = useSession()
  const { transactions } = row.order
  if (!transactions) return <p className={classes.note}>{words.transactionsNotSent()}</p>
  if (transactions.length === 0) return <p className={classes.note}>{words.noTransactions()}</p>
  return (
    <div className={classes.frame}>
      <Table unstyled className={classes.table} role="table">
        <caption>
          <VisuallyHidden>{words.transactionsOf({ number: row.number })}</VisuallyHidden>
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {words.type()}
            </th>
            <th scope="col" role="columnheader">
              {words.card()}
            </th>
            <th scope="col" role="columnheader">
              {words.device()}
            </th>
            <th scope="col" role="columnheader">
              {words.transaction()}
            </th>
            <th scope="col" role="columnheader">
              {words.tender()}
            </th>
            <th scope="col" role="columnheader">
              {words.ofOrder()}
            </th>
            <th scope="col" role="columnheader">
              {words.ofCustomer()}
            </th>
            <th scope="col" role="columnheader" className={classes.amountHeader}>
              {words.amount()}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {transactions.map((tender, index) => (
            <TenderRow key={index} tender={tender} />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <td role="cell" colSpan={7}>
              {balanceWords(row.balance, currency)}
            </td>
            <td role="cell" className={classes.amount}>
              {'tenders' in row.balance && row.balance.tenders !== undefined ? (
                <MoneyValue value={row.balance.tenders} />
              ) : (
                <EmptyValue says={words.noSum()} />
              )}
            </td>
          </tr>
        </tfoot>
      </Table>
    </div>
  )
}

function TenderRow({ tender }: { tender: Transaction }) {
  const isRefund = tender.transactionAmount?.startsWith('-') ?? false
  return (
    <tr role="row">
      <td role="cell" data-label={words.type()}>
        {tender.transactionTypeId ? <span>{words.typeIs({ type: tender.transactionTypeId })}</span> : <EmptyValue />}
      </td>
      <td role="cell" data-label={words.card()} className={classes.code}>
        <CardNumber value={tender.ccNumber} />
      </td>
      <td role="cell" data-label={words.device()}>
        <QuietId value={tender.deviceId} />
      </td>
      <td role="cell" data-label={words.transaction()}>
        <QuietId value={tender.transactionId} />
      </td>
      <td role="cell" data-label={words.tender()}>
        <QuietId value={tender.tenderDataId} />
      </td>
      <td role="cell" data-label={words.ofOrder()}>
        <QuietId value={tender.dealerOrderId} />
      </td>
      <td role="cell" data-label={words.ofCustomer()}>
        <QuietId value={tender.customerId} />
      </td>
      <td role="cell" data-label={words.amount()} className={classes.amount}>
        {isRefund ? <span className={classes.refund}>{`${words.refundMark()} `}</span> : null}
        <MoneyValue value={tender.transactionAmount} />
      </td>
    </tr>
  )
}

function CardNumber({ value }: { value: string | null | undefined }) {
  if (cleanText(value) === '') return <span className={classes.note}>{words.noCard()}</span>
  return (
    <>
      <span aria-hidden="true">•••• </span>
      <VisuallyHidden>{`${words.cardEnding()} `}</VisuallyHidden>
      <span translate="no">{cleanText(value)}</span>
    </>
  )
}
